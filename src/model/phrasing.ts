// Converts words with their marks, such as bold and links, to HTML.

import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { singleSpaced } from '../util/single-spaced.ts'
import { labelKind } from './callout.ts'
import type { MarkedText } from './mark.ts'
import { cellsIn, type NodeMaker, nestMarks, takeTaskBox } from './nest-marks.ts'
import type { Span } from './span.ts'
import { type SourcedText, styledText } from './styled-text.ts'

/** Compounds of up to this many characters stay on one line: balanced titles would otherwise break "re-/skins". */
const MAX_UNBREAKABLE_LENGTH = 15

/**
 * Converts the words of a line to HTML with the article's marks. Each run of white space becomes one space. The spans that
 * `unspokenIn` finds in the text get the class `unspoken`.
 */
export function phrasing(
  { text, spans }: SourcedText,
  article: MarkedText,
  unspokenIn: (text: string) => readonly Span[] = () => [],
): ElementContent[] {
  const { isDone, pieces } = takeTaskBox(styledText({ text: singleSpaced(text).trim(), spans }, article))
  const maker = { ...NODE_MAKER, plain: (words: string) => plainAround(words, unspokenIn(words)) }
  return [...(isDone === null ? [] : [taskBox(isDone)]), ...withLabel(bindFormulas(nestMarks(pieces, maker)))]
}

function plainAround(text: string, unspoken: readonly Span[]): ElementContent[] {
  if (unspoken.length === 0) return plain(text)
  const pieces = unspoken.flatMap(([start, end], index) => [
    ...plain(text.slice(unspoken[index - 1]?.[1] ?? 0, start)),
    h('span.unspoken', plain(text.slice(start, end))),
  ])
  return [...pieces, ...plain(text.slice(unspoken.at(-1)?.[1]))]
}

/** Adds the class `callout` to a bold callout label at the start, such as "Warning:". */
function withLabel([first, ...others]: readonly ElementContent[]): ElementContent[] {
  if (first === undefined) return []
  const kind = first.type === 'element' && first.tagName === 'strong' ? labelKind(wordsIn(first)) : null
  return [kind === null ? first : h('strong.callout', { 'data-callout': kind }, wordsIn(first)), ...others]
}

function wordsIn(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(wordsIn).join('') : ''
}

/** Converts a row, whose cells are joined by tabs, to HTML, cell by cell. */
export function phrasingOfCells(row: SourcedText, article: MarkedText): readonly ElementContent[][] {
  return cellsIn(styledText(row, article)).map((cell) => bindFormulas(nestMarks(cell, NODE_MAKER)))
}

const NODE_MAKER: NodeMaker<ElementContent> = {
  plain,
  styled(style, text, children) {
    if (style.type === 'inlineMath') {
      if (style.formula === null) return h('code.term', text)
      return h('span.inline-formula', { role: 'img', ariaLabel: text, dir: 'ltr' }, [style.formula])
    }
    // `takeTaskBox` has already removed the task box at the start of the line; there is none elsewhere.
    if (style.type === 'task') return h('span', children())
    if (style.type !== 'link') return h(SELECTORS[style.type], bindFormulas(children()))
    const className = ADDRESS.test(text) ? { className: ['address'] } : {}
    return h(
      'a',
      { href: style.url, target: '_blank', rel: 'noopener noreferrer', ...className },
      bindFormulas(children()),
    )
  },
}

/** A full web address, which is not read aloud. */
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/i

/** Keeps each formula on one line with the punctuation next to it. Browsers would allow a line break between them. */
function bindFormulas(nodes: readonly ElementContent[]): ElementContent[] {
  const closing = nodes.map((node, index) =>
    isFormula(nodes[index - 1]) ? (CLOSING.exec(textIn(node))?.[0] ?? '') : '',
  )
  const opening = nodes.map((node, index) =>
    isFormula(nodes[index + 1]) ? (OPENING.exec(textIn(node))?.[0] ?? '') : '',
  )
  return nodes.flatMap((node, index): ElementContent[] => {
    const [before = '', after = ''] = [opening[index - 1], closing[index + 1]]
    if (isFormula(node)) return before + after === '' ? [node] : [h('span.whole', before, node, after)]
    if (node.type !== 'text') return [node]
    const value = node.value.slice(closing[index]?.length, node.value.length - (opening[index]?.length ?? 0))
    return value === '' ? [] : [{ type: 'text', value }]
  })
}

const OPENING = /[\p{Ps}\p{Pi}]+$/u
/** Text that may follow a formula without a space and belongs to it: "-th", "’s", "),". */
const CLOSING = /^(?:[-’'\u2010\u2011]\p{L}{1,12}(?!\p{L})|s(?!\p{L}))?[\p{Pe}\p{Pf}.,;:!?…%]*/u

function isFormula(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && node.tagName === 'span' && String(node.properties.className) === 'inline-formula'
}

function textIn(node: ElementContent): string {
  return node.type === 'text' ? node.value : ''
}

function taskBox(isDone: boolean): ElementContent {
  return h('span.task-box', { className: isDone ? ['done'] : [], role: 'img', ariaLabel: isDone ? '☑' : '☐' })
}

const SELECTORS = { strong: 'strong', emphasis: 'em', delete: 'del', inlineCode: 'code.term' } as const

function plain(text: string): ElementContent[] {
  return withEmoji(text, wordPhrasing)
}

/** Wraps each emoji in an element, so that it is set in an emoji font, and converts the other words. */
export function withEmoji(text: string, convert: (words: string) => ElementContent[]): ElementContent[] {
  return text
    .split(EMOJI)
    .flatMap((part, index) => (index % 2 === 1 ? [h('span.emoji', part)] : part === '' ? [] : convert(part)))
}

/**
 * Emoji, whether by default or because of the variation selector after them, and keycaps such as 1️⃣. A joined sequence
 * counts as one.
 */
const EMOJI =
  /((?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|[\u{1F000}-\u{1FAFF}])(?:\uFE0F|\p{Emoji_Modifier}|\u200D\p{Extended_Pictographic})*|[#*\d]\uFE0F?\u20E3)/u

/** Lets long words such as addresses break after their separators: "hedgerow-lab.", "example/", "talks". */
function wordPhrasing(text: string): ElementContent[] {
  return text
    .split(LONG_WORD)
    .flatMap((part, index) => (index % 2 === 1 ? withBreaks(part) : withUnbreakableSpans(part)))
}

const LONG_WORD = /(\S{21,})/u

function withBreaks(word: string): ElementContent[] {
  const pieces = word.split(/(?<=[\p{L}\p{N}][/.@_=&?#:-]+|\p{Ll}(?=\p{Lu}\p{Ll}))(?=[\p{L}\p{N}])/u)
  return pieces.flatMap((value, index): ElementContent[] => [...(index > 0 ? [h('wbr')] : []), { type: 'text', value }])
}

/**
 * Keeps short hyphenated compounds on one line, and words together with the punctuation or units that follow after a
 * space.
 */
function withUnbreakableSpans(text: string): ElementContent[] {
  const children: ElementContent[] = []
  let end = 0
  for (const { 0: found, index } of text.matchAll(UNBREAKABLE)) {
    const isCompound = found.length <= MAX_UNBREAKABLE_LENGTH && /[^-]-[^-]/u.test(found)
    if (!isCompound && !found.includes(' ')) continue
    if (index > end) children.push({ type: 'text', value: text.slice(end, index) })
    children.push(h('span.whole', found))
    end = index + found.length
  }
  if (end < text.length) children.push({ type: 'text', value: text.slice(end) })
  return children
}

/** A unit of measurement by its symbol, with prefix, exponent and divisor: "°C", "mm", "kWh", "m²", "km/h". */
const UNIT =
  '(?:°[CF]?|(?:[kMGTPEcdmµμnp]?(?:m|g|s|A|K|J|N|V|W|B|l|L|t|Hz|Pa|Wh|bit|bar|mol|eV|Ω)|h|min|ha|hPa|hl|dB|ppm|px)[²³]?(?:⁻[¹²³])?(?:/(?:[km]?m|[kmµ]?g|s|h|min|ha|l|L)[²³]?)?)'

/**
 * A word or a number with the punctuation and units around it: "well-known", "1 250 000", "38 %", "80 °C", "Pourquoi
 * ?", "« oui »".
 */
const UNBREAKABLE = new RegExp(
  String.raw`(?:(?<!\S)« )?(?:(?<![\p{L}\p{N}])\p{Nd}{1,3}(?: \p{Nd}{3}){1,4}(?![ ]?\p{Nd})|[\p{L}\p{N}’'-]+)(?:[.,]\p{Nd}+)?(?: [%‰€$£](?![\p{L}\p{N}])|(?<=\p{N}) ${UNIT}(?![\p{L}\p{N}])| [;:?!»]{1,3}(?![^\s.,;:!?)»])){0,2}`,
  'gu',
)
