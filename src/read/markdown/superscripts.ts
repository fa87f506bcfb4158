import type { PhrasingContent, Text } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Source } from '../source.ts'
import { type ScriptKind, scriptText } from '../superscripts.ts'

/**
 * Writes the superscripts and subscripts of phrasing content as plain text: those in HTML (`10<sup>6</sup>`), and
 * Pandoc's subscripts (`H~2~O`), which a parser of GitHub's Markdown takes for deleted text.
 */
export function withPlainSuperscripts(
  children: readonly PhrasingContent[],
  source: Source,
): readonly PhrasingContent[] {
  const result: PhrasingContent[] = []
  for (let index = 0; index < children.length; index += 1) {
    const node = children[index]
    if (node === undefined) break
    const before = textOf(result.at(-1))
    const script = scriptAt(children, index, before, source)
    if (script) {
      const words = textOf(script.content)
      const value = scriptText(script.kind, words, before)
      result.push(...(value === words ? script.nodes : withWords(script, value)))
      index = script.end
    } else result.push(node)
  }
  return result
}

/** Returns the nodes of a superscript or subscript with other words, but in the same link. */
function withWords({ nodes, content }: Script, value: string): readonly PhrasingContent[] {
  const [first] = content
  const text: Text = { type: 'text', value, position: first?.position }
  const words = first?.type === 'link' && content.length === 1 ? { ...first, children: [text] } : text
  return nodes.flatMap((node) => (isLinkTag(node) ? [node] : node === first ? [words] : []))
}

interface Script {
  readonly kind: ScriptKind
  readonly nodes: readonly PhrasingContent[]
  /** The nodes without the tags of links. */
  readonly content: readonly PhrasingContent[]
  /** The index of the last node. */
  readonly end: number
}

/** Returns the superscript or subscript that starts with a node, if it contains only text and links. */
function scriptAt(
  children: readonly PhrasingContent[],
  index: number,
  before: string,
  source: Source,
): Script | undefined {
  const node = children[index]
  if (node?.type === 'delete' && isSubscript(node.position?.start.offset ?? 0, before, source))
    return node.children.every(isText)
      ? { kind: 'sub', nodes: node.children, content: node.children, end: index }
      : undefined
  const kind = node?.type === 'html' ? kindOf(node.value) : undefined
  if (kind === undefined) return undefined
  const end = children.findIndex(
    (sibling, siblingIndex) => siblingIndex > index && sibling.type === 'html' && CLOSING[kind].test(sibling.value),
  )
  const nodes = children.slice(index + 1, end)
  const content = nodes.filter((each) => !isLinkTag(each))
  return end > index && content.length > 0 && content.every(isText) ? { kind, nodes, content, end } : undefined
}

/** Whether a node is a tag of a link, as around the number of a note: `<sup><a href="…">1</a></sup>`. */
function isLinkTag(node: PhrasingContent): boolean {
  return node.type === 'html' && /^<\/?a\b/i.test(node.value)
}

function kindOf(tag: string): ScriptKind | undefined {
  if (/^<sup\b/i.test(tag)) return 'sup'
  return /^<sub\b/i.test(tag) ? 'sub' : undefined
}

const CLOSING: Readonly<Record<ScriptKind, RegExp>> = { sup: /^<\/sup\b/i, sub: /^<\/sub\b/i }

function isText(node: PhrasingContent): boolean {
  return node.type === 'text' || (TEXT_PARENTS.has(node.type) && 'children' in node && node.children.every(isText))
}

const TEXT_PARENTS: ReadonlySet<string> = new Set(['emphasis', 'strong', 'link'])

/**
 * Whether text that GitHub would strike out is a subscript of Pandoc: between single tildes, after a letter or a
 * number.
 */
function isSubscript(offset: number, before: string, { text }: Source): boolean {
  return text[offset] === '~' && text[offset + 1] !== '~' && /[\p{L}\p{N})\]]$/u.test(before)
}

/** Writes Pandoc's superscripts (`10^6^`) in phrasing content as plain text. */
export function withPlainCarets(children: readonly PhrasingContent[]): readonly PhrasingContent[] {
  return children.map((node, index) => {
    const before = textOf(children[index - 1]).slice(-1)
    return node.type === 'text' ? { ...node, value: writeCarets(before + node.value).slice(before.length) } : node
  })
}

/**
 * Writes superscripts and subscripts as plain text in text that is not parsed as Markdown, such as a title in front
 * matter.
 */
export function writeSuperscriptsIn(text: string): string {
  const html = text.replace(TAGS, (_, tag: string, content: string, index: number) =>
    scriptText(kindOf(tag) ?? 'sup', content, text.slice(0, index)),
  )
  const tildes = html.replace(TILDES, (mark, index: number) =>
    scriptText('sub', mark.slice(1, -1), html.slice(0, index)),
  )
  return writeCarets(tildes)
}

const TAGS = /(<su[bp]>)([^<>]*)<\/su[bp]>/gi
const TILDES = /(?<=[\p{L}\p{N})\]])~[-−+]?[\p{L}\p{N}]{1,12}~(?!~)/gu

function writeCarets(text: string): string {
  return text.replace(CARETS, (mark, index: number) => scriptText('sup', mark.slice(1, -1), text.slice(0, index)))
}

/**
 * A superscript after a letter or a number ends a word, so "x^2+y^2" contains none. One before a letter, as in "^14^C",
 * begins a word.
 */
const CARETS =
  /(?<=[\p{L}\p{N})\]])\^[-−+]?[\p{L}\p{N}.,+−()=-]{1,12}\^(?![\p{L}\p{N}({^])|(?<=^|[\s(])\^\p{N}{1,3}\^(?=\p{L})/gu
