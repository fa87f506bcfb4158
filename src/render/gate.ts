import type { Element, Root } from 'hast'
import { type Schema, sanitize } from 'hast-util-sanitize'

/**
 * The one gate to the page: markup of a slide or a note, without anything that it does not name. Nothing behind it changes what
 * comes from an article. What layouts make passes unchanged; what could run, load or lead away from the document does not.
 */
export function pass(elements: readonly Element[]): readonly Element[] {
  const root: Root = { type: 'root', children: [...elements] }
  const passed = sanitize(root, SCHEMA)
  const children = passed.type === 'root' ? passed.children : [passed]
  return children.filter((child): child is Element => child.type === 'element')
}

/** Elements that hold words, and the shapes of formulas and drawings; no script, frame, form or style among them. */
const TAG_NAMES =
  'a audio blockquote circle code del div ellipse em figcaption figure footer h1 h2 h3 header img li line ol p path polygon polyline pre rect span strong svg table tbody td text th thead tr ul video wbr'

const NUMBER = /^-?[\d.]{1,12}(?:e-?\d{1,2})?$/

/** No address: nothing in a drawing refers to anything. */
const COLOUR = /^(?:none|#[\da-f]{6}|var\(--[a-z\d-]{1,30}\))$/

/** How a shape or a line of words of a drawing is painted and where it stands. */
const PAINTED: NonNullable<Schema['attributes']>[string] = [
  ['fill', COLOUR],
  ['stroke', COLOUR],
  ['strokeWidth', /^[\d.]{1,12}(?:e-?\d{1,2}|em)?$/],
  ['fillOpacity', NUMBER],
  ['strokeOpacity', NUMBER],
  ['opacity', NUMBER],
  ['strokeDashArray', /^[\d\s.]+$/],
  ['strokeLineCap', 'round', 'square'],
  ['strokeLineJoin', 'round', 'bevel'],
  ['transform', /^matrix\([\d\s.\-e]+\)$/],
]

function shape(...names: readonly string[]): NonNullable<Schema['attributes']>[string] {
  return [...PAINTED, ...names.map((name): [string, RegExp] => [name, NUMBER])]
}

const SCHEMA: Schema = {
  tagNames: TAG_NAMES.split(' '),
  attributes: {
    '*': ['className', 'ariaHidden', 'ariaLabel', 'data*', ['dir', 'ltr', 'rtl'], ['role', 'img', 'list']],
    // Within the document, or out of it when it is pressed: to the web or to mail, in a window that knows nothing of the deck.
    a: [
      ['href', /^(?:#[\w-]+$|https?:\/\/|mailto:)/],
      ['target', '_blank'],
      ['rel', 'noopener', 'noreferrer'],
    ],
    // The size of a body, as it was measured, and the seed of an ornament; the proportion of what plays.
    div: [['style', /^(?:(?:--size:\d+px)?;?(?:--seed:\d+)?|--picture-ratio:[\d.e+-]+)$/]],
    img: [
      'alt',
      // Made by ourselves, of bytes that were examined.
      ['src', /^data:image\/(?:avif|gif|jpeg|png|svg\+xml|webp);base64,/],
      ['style', /^--picture-ratio:[\d.e+-]+(?:;--picture-most:[\d.e+-]+px)?$/],
    ],
    // Made by ourselves too.
    audio: [['src', /^data:audio\/(?:mp4|mpeg|ogg|wav);base64,/], 'controls', ['preload', 'metadata']],
    video: [['src', /^data:video\/(?:mp4|ogg|webm);base64,/], 'controls', ['preload', 'metadata']],
    th: [['scope', 'col', 'row']],
    // What KaTeX makes of a formula.
    span: [['style', /^(?:[a-z-]+:[^:;()\\]*;?)+$/]],
    svg: [
      'xmlns',
      'width',
      'height',
      'viewBox',
      'preserveAspectRatio',
      ['style', /^(?:width:[\d.]+em;?|--picture-ratio:[\d.e+-]+;--picture-most:[\d.e+-]+px)$/],
    ],
    path: [...PAINTED, 'd'],
    // A root sign's line is as wide as a percentage.
    line: [...PAINTED, 'x1', 'x2', 'y1', 'y2'],
    rect: shape('x', 'y', 'width', 'height', 'rx', 'ry'),
    circle: shape('cx', 'cy', 'r'),
    ellipse: shape('cx', 'cy', 'rx', 'ry'),
    polygon: [...PAINTED, ['points', /^[\d\s.,\-e]*$/]],
    polyline: [...PAINTED, ['points', /^[\d\s.,\-e]*$/]],
    text: [
      ...shape('x', 'y'),
      ['textAnchor', 'start', 'middle', 'end'],
      ['style', /^font-size:[\d.]{1,8}px(?:;font-weight:var\(--weight-strong\))?(?:;font-style:italic)?$/],
    ],
  },
  protocols: { src: ['data'], href: ['http', 'https', 'mailto'] },
  // Ids are none of the article's.
  clobber: [],
  strip: ['script', 'style', 'template'],
}
