// Normalises HTML, to compare two ways from Markdown to HTML.
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { toHast } from 'mdast-util-to-hast'

/** Returns the HTML of a Markdown tree, including raw HTML. */
export function htmlOf(root) {
  return toHtml(toHast(root, { allowDangerousHtml: true }), { allowDangerousHtml: true })
}

/**
 * Writes one line for each element, text and comment, indented by depth: attributes are sorted, and white space is
 * collapsed, except in preformatted text, and removed next to blocks.
 */
export function structureOf(html) {
  return linesOf(joined(fromHtml(html, { fragment: true }).children), { depth: 0, isPre: false }).join('\n')
}

function linesOf(children, { depth, isPre }) {
  return children.flatMap((child, index) => {
    const indent = '  '.repeat(depth)
    if (child.type === 'comment') return [`${indent}<!--${child.value}-->`]
    if (child.type === 'text') {
      const value = isPre ? child.value : trimmed(child.value, children[index - 1], children[index + 1])
      return value === '' ? [] : [`${indent}${JSON.stringify(value)}`]
    }
    if (child.type !== 'element') return []
    const isInside = isPre || child.tagName === 'pre'
    const content = child.tagName === 'template' ? (child.content?.children ?? []) : child.children
    return [`${indent}<${tagOf(child)}>`, ...linesOf(joined(content), { depth: depth + 1, isPre: isInside })]
  })
}

function tagOf({ tagName, properties }) {
  const attributes = Object.entries(properties)
    .filter(([name, value]) => !SILENT.has(name) && value !== false && value !== null && value !== undefined)
    .map(([name, value]) => [
      name,
      Array.isArray(value) ? value.filter((each) => !OWN_CLASS.test(each)).join(' ') : value,
    ])
    .filter(([name, value]) => name !== 'className' || value !== '')
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
  return [tagName, ...attributes.sort()].join(' ')
}

/** Classes that writers give to task lists and footnotes. */
const OWN_CLASS =
  /^(?:contains-task-list|task-list-item|footnotes|footnote-ref|footnote-backref|data-footnote-backref|sr-only)$/

/** Content that only one of the two writers adds. */
const SILENT = new Set(['dataFootnotes', 'dataFootnoteRef', 'dataFootnoteBackref', 'ariaLabel', 'dir'])

/** Joins adjacent texts. */
function joined(children) {
  const result = []
  for (const child of children) {
    const last = result.at(-1)
    if (child.type === 'text' && last?.type === 'text')
      result[result.length - 1] = { ...last, value: last.value + child.value }
    else result.push(child)
  }
  return result
}

function trimmed(value, before, after) {
  const collapsed = value.replace(/[ \t\n\r\f]+/g, ' ')
  const isStart = isEdge(before)
  const isEnd = isEdge(after)
  return collapsed.slice(isStart && collapsed.startsWith(' ') ? 1 : 0).replace(isEnd ? / $/ : /(?!)/, '')
}

function isEdge(neighbour) {
  return neighbour === undefined || (neighbour.type === 'element' && BLOCKS.has(neighbour.tagName))
}

const BLOCKS = new Set(
  'address article aside blockquote br details div dl dt dd figure figcaption footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
