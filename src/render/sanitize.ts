import type { Element, Root } from 'hast'
import { type Schema, sanitize as sanitizeTree } from 'hast-util-sanitize'

/**
 * Removes everything that is not on an allow-list from the markup of a slide or a note. All content from an article
 * passes through here, and none is added afterwards. The markup of Lectern's layouts passes unchanged; anything that
 * could run or load something is removed.
 */
export function sanitize(elements: readonly Element[]): readonly Element[] {
  const root: Root = { type: 'root', children: [...elements] }
  const allowed = sanitizeTree(root, SCHEMA)
  const children = allowed.type === 'root' ? allowed.children : [allowed]
  return children.filter((child): child is Element => child.type === 'element')
}

/** Elements that hold text or media, and the shapes of formulas and drawings; no scripts, frames, forms or styles. */
const TAG_NAMES =
  'a audio blockquote circle code del div ellipse em figcaption figure footer h1 h2 h3 header img li line ol p path polygon polyline pre rect span strong svg table tbody td text th thead tr ul video wbr'

const NUMBER = /^-?[\d.]{1,12}(?:e-?\d{1,2})?$/

/** Colours that shapes may have. `url()` is not among them, because shapes in a drawing do not refer to each other. */
const COLOUR = /^(?:none|#[\da-f]{6}|var\(--[a-z\d-]{1,30}\))$/

/** The corners of a shape. */
const POINTS = /^[\d\s.,\-e]*$/

/** The aspect ratio of a picture, and the most that it may be enlarged to. */
const PICTURE_STYLE = /^--picture-ratio:[\d.e+-]+(?:;--picture-most:[\d.e+-]+px)?$/

/** Attributes that paint and transform a shape or a line of text in a drawing. */
const PAINT_ATTRIBUTES: NonNullable<Schema['attributes']>[string] = [
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

function shapeAttributes(...names: readonly string[]): NonNullable<Schema['attributes']>[string] {
  return [...PAINT_ATTRIBUTES, ...names.map((name): [string, RegExp] => [name, NUMBER])]
}

const SCHEMA: Schema = {
  tagNames: TAG_NAMES.split(' '),
  attributes: {
    '*': ['className', 'ariaHidden', 'ariaLabel', 'data*', ['dir', 'ltr', 'rtl'], ['role', 'img', 'list']],
    // Links lead to places in the document, web pages, mail addresses, or a video or sound file next to the deck. They
    // open in a window without access to this one.
    a: [
      ['href', /^(?:#[\w-]+$|https?:\/\/|mailto:|[\w.~!'()*%-]+\.(?:mp4|m4v|webm|ogv|mp3|m4a|ogg|oga|wav)$)/i],
      ['target', '_blank'],
      ['rel', 'noopener', 'noreferrer'],
    ],
    // The measured size of a body, the seed of an ornament, and the aspect ratio of media.
    div: [['style', /^(?:(?:--size:\d+px)?;?(?:--seed:\d+)?|--picture-ratio:[\d.e+-]+)$/]],
    figure: [['style', PICTURE_STYLE]],
    img: [
      'alt',
      // Made by Lectern from bytes that were examined.
      ['src', /^data:image\/(?:avif|gif|jpeg|png|svg\+xml|webp);base64,/],
      ['style', PICTURE_STYLE],
    ],
    // Made by Lectern, as for images.
    audio: [['src', /^data:audio\/(?:mp4|mpeg|ogg|wav);base64,/], 'controls', ['preload', 'metadata']],
    video: [['src', /^data:video\/(?:mp4|ogg|webm);base64,/], 'controls', ['preload', 'metadata']],
    // The widest line of a listing, in letters, and the number of its lines.
    pre: [['style', /^--widest:\d+;--lines:\d+$/]],
    ol: [['start', /^\d{1,6}$/]],
    th: [['scope', 'col', 'row']],
    // The output of KaTeX.
    span: [['style', /^(?:[a-z-]+:[^:;()\\]*;?)+$/]],
    svg: [
      'xmlns',
      'width',
      'height',
      'viewBox',
      'preserveAspectRatio',
      ['style', /^(?:width:[\d.]+em;?|--picture-ratio:[\d.e+-]+;--picture-most:[\d.e+-]+px)$/],
    ],
    path: [...PAINT_ATTRIBUTES, 'd'],
    // The width of a root sign's line is a percentage.
    line: [...PAINT_ATTRIBUTES, 'x1', 'x2', 'y1', 'y2'],
    rect: shapeAttributes('x', 'y', 'width', 'height', 'rx', 'ry'),
    circle: shapeAttributes('cx', 'cy', 'r'),
    ellipse: shapeAttributes('cx', 'cy', 'rx', 'ry'),
    polygon: [...PAINT_ATTRIBUTES, ['points', POINTS]],
    polyline: [...PAINT_ATTRIBUTES, ['points', POINTS]],
    text: [
      ...shapeAttributes('x', 'y'),
      ['textAnchor', 'start', 'middle', 'end'],
      ['style', /^font-size:[\d.]{1,8}px(?:;font-weight:var\(--weight-strong\))?(?:;font-style:italic)?$/],
    ],
  },
  protocols: { src: ['data'], href: ['http', 'https', 'mailto'] },
  // The article cannot set ids.
  clobber: [],
  strip: ['script', 'style', 'template'],
}
