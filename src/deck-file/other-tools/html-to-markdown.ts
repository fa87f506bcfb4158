// Rewrites the HTML in a deck as Markdown.

import type { Span } from '../../model/span.ts'
import type { Edit } from '../../read/edit-source.ts'
import { beginsListItem } from '../../read/markdown/list-item.ts'
import { scan } from '../../read/markdown/scan.ts'
import { wordSet } from '../../util/word-set.ts'
import { linesOf, wordsIn } from './deck-lines.ts'
import { wholeElements } from './whole-elements.ts'

/**
 * Rewrites headings, lists, quotations, pictures and videos in HTML as Markdown. Other elements are reduced to their
 * words; scripts, styles, drawings and frames are removed.
 */
export function htmlToMarkdown(text: string): readonly Edit[] {
  const words = wordsIn(linesOf(text))
  const edits: Edit[] = []
  for (const span of wholeElements(words)) {
    const element = words.slice(...span)
    const source = /^<(?:video|audio)/i.test(element) ? attributeIn(element, 'src') : undefined
    edits.push({ span, replacement: source === undefined ? '' : `\n\n![](<${source}>)\n\n` })
  }
  const quotes = [...words.matchAll(QUOTE)].map(({ index, 0: { length } }): Span => [index, index + length])
  let nextQuote = 0
  const lists: OpenList[] = []
  for (const { index, 0: tag, 1: slash = '', 2: name = '', 3: space = '' } of words.matchAll(TAG)) {
    while ((quotes[nextQuote]?.[1] ?? words.length) <= index) nextQuote += 1
    const isQuoted = index > (quotes[nextQuote]?.[0] ?? words.length)
    const markdown = markdownOf(
      { tag, name: name.toLowerCase(), isClosing: slash !== '' },
      {
        lists,
        before: words.slice(Math.max(0, index - CONTEXT_LENGTH), index),
        after: words.slice(index + tag.length, index + tag.length + CONTEXT_LENGTH),
        paragraphBreak: isQuoted ? '\n>\n> ' : '\n\n',
      },
    )
    const isSpaceKept = !/[-.#>] $/.test(markdown)
    edits.push({ span: [index, index + tag.length - (isSpaceKept ? space.length : 0)], replacement: markdown })
  }
  return [...edits, ...quotes.flatMap((quote) => quoteMarks(words, quote)), ...indentEdits(text)]
}

const QUOTE = /<blockquote\b(?:(?!<blockquote\b)[\s\S])*?<\/blockquote\s*>/gi

/** A tag and the space after it. The address of a link may be in angle brackets, and is not a tag. */
const TAG = /(?<!\]\()<(\/?)([a-zA-Z][\w-]*(?::[a-zA-Z][\w-]*)?)(?=[\s/>])(?:"[^"]*"|'[^']*'|[^'"<>])*>(\s*)/g

/** The start of an item, a heading, a row or a quotation in Markdown. A paragraph break would end it. */
const MARKED = /^\s*(?:[-*+]\s|\d+[.)]\s|#{1,6}\s|\||>)/

/** The maximum length of a tag, in characters. */
const CONTEXT_LENGTH = 500

interface OpenList {
  readonly isNumbered: boolean
  count: number
}

interface Tag {
  readonly tag: string
  readonly name: string
  readonly isClosing: boolean
}

interface TagContext {
  readonly lists: OpenList[]
  /** The end of the text before the tag. */
  readonly before: string
  /** The start of the text after the tag and its space. */
  readonly after: string
  readonly paragraphBreak: string
}

function markdownOf({ tag, name, isClosing }: Tag, { lists, before, after, paragraphBreak }: TagContext): string {
  const isInMarkdown = MARKED.test(before.slice(before.lastIndexOf('\n') + 1))
  if (name === 'img') return isInMarkdown ? imageMarkdown(tag) : imageBlock(tag, before, after)
  if (name === 'br') return isInMarkdown || /^\p{Ll}/u.test(after) ? ' ' : paragraphBreak
  if (!BLOCKS.has(name)) return ''
  if (isInMarkdown) return /\s$/.test(before) ? '' : ' '
  if (name === 'ul' || name === 'ol') {
    if (isClosing) lists.pop()
    const isInList = lists.length > 0
    if (!isClosing) lists.push({ isNumbered: name === 'ol', count: Number(attributeIn(tag, 'start') ?? 1) - 1 })
    return isInList ? '' : paragraphBreak
  }
  const list = lists.at(-1)
  if (name === 'li' && list !== undefined) return isClosing ? '' : `\n${itemMark(list, lists.length)}`
  // Inside an item, a paragraph break would end the item.
  if (list !== undefined) return ' '
  const heading = isClosing ? '' : '#'.repeat(Number(/^h([1-6])$/.exec(name)?.[1] ?? 0))
  if (name === 'blockquote') return isClosing ? '\n\n' : '\n\n> '
  return `${paragraphBreak}${heading === '' ? '' : `${heading} `}`
}

/** Elements that begin a block. */
const BLOCKS: ReadonlySet<string> = wordSet(
  'address article aside blockquote center dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary ul',
)

function itemMark(list: OpenList, depth: number): string {
  list.count += 1
  return `${' '.repeat(LIST_INDENT * (depth - 1))}${list.isNumbered ? `${list.count}.` : '-'} `
}

/** An indent that nests an item in either kind of list. */
const LIST_INDENT = 4

function imageMarkdown(tag: string): string {
  const source = attributeIn(tag, 'src')
  return source === undefined ? '' : `![${(attributeIn(tag, 'alt') ?? '').replace(/[[\]]/g, '')}](<${source}>)`
}

/** Returns a picture as Markdown. Consecutive pictures stay in one paragraph. */
function imageBlock(tag: string, before: string, after: string): string {
  const start = /<img\b[^<>]*>[ \t]*\n?[ \t]*$/i.test(before) ? '' : '\n\n'
  return `${start}${imageMarkdown(tag)}${/^<img\b/i.test(after) ? '' : '\n\n'}`
}

function attributeIn(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']+)["']`, 'i').exec(tag)?.[1]
}

/** Marks the lines of a quotation, except the first. */
function quoteMarks(text: string, [from, to]: Span): readonly Edit[] {
  const start = from + (/^<[^<>]*>\s*/.exec(text.slice(from, to))?.[0].length ?? 0)
  return [...text.slice(start, to).matchAll(/(?<=\n)/g)].map(
    ({ index }): Edit => ({
      span: [start + index, start + index],
      replacement: '> ',
    }),
  )
}

/** Removes the indents of lines in HTML, because without the tags an indented line would be a listing. */
function indentEdits(text: string): readonly Edit[] {
  return scan(text).flatMap(({ text: line, start, isHtml }): readonly Edit[] => {
    const indent = line.search(/\S/)
    return isHtml && indent > 0 && !beginsListItem(line) ? [{ span: [start, start + indent], replacement: '' }] : []
  })
}
