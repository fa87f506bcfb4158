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

/** Elements that hold words, and the strokes of formulas; no script, frame, form, style or media among them. */
const TAG_NAMES =
  'a blockquote code del div em figcaption figure footer h1 h2 h3 header img li line ol p path pre span strong svg table tbody td th thead tr ul'

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
    img: [
      'alt',
      // Made by ourselves, of bytes that were examined.
      ['src', /^data:image\/(?:avif|gif|jpeg|png|svg\+xml|webp);base64,/],
      ['style', /^--picture-ratio:[\d.e+-]+(?:;--picture-most:[\d.e+-]+px)?$/],
    ],
    th: [['scope', 'col', 'row']],
    // What KaTeX makes of a formula.
    span: [['style', /^(?:[a-z-]+:[^:;()\\]*;?)+$/]],
    svg: ['xmlns', 'width', 'height', 'viewBox', 'preserveAspectRatio', ['style', /^width:[\d.]+em;?$/]],
    path: ['d'],
    line: ['x1', 'x2', 'y1', 'y2', 'strokeWidth'],
  },
  protocols: { src: ['data'], href: ['http', 'https', 'mailto'] },
  // Ids are none of the article's.
  clobber: [],
  strip: ['script', 'style', 'template'],
}
