// Rewrites Pandoc and Quarto decks as deck files.

import type { FrontMatterValue } from '../../model/article.ts'
import type { Edit } from '../../read/edit-source.ts'
import { definitionLists } from '../../read/markdown/dialects/pandoc.ts'
import { simpleTables } from '../../read/markdown/dialects/simple-tables.ts'
import { optionsComment, type SlideOptions } from '../slide-options.ts'
import { commentsIn, type DeckLine, linesOf, replaceLine } from './deck-lines.ts'
import type { DeckToRewrite } from './deck-to-rewrite.ts'
import { revealBackground } from './reveal-background.ts'

/** Rewrites the headings, attributes and containers of a Pandoc or Quarto deck as Lectern writes them. */
export function rewritePandoc({ text, values, start, report }: DeckToRewrite): readonly Edit[] {
  const lines = linesOf(text)
  const block = titleBlock(lines, start)
  const headings = headingsIn(lines)
  const level = slideLevel(values, headings, lines)
  const title = titleSlide(values, block.values)
  const deck: PandocDeck = {
    ...{ lines, level, headings: new Map(headings.map((heading) => [heading.line, heading])), report },
    ...{ edits: [], slides: [{ at: start, options: {} }], open: [], isFirst: title === '' },
  }
  for (const line of block.lines) deck.edits.push(replaceLine(line, ''))
  if (title !== '')
    deck.edits.push({
      span: [start, start],
      replacement: `\n\n${title}\n\n${headings.some((each) => each.level <= level) ? '' : '---\n\n'}`,
    })
  for (const [index, line] of lines.entries()) {
    const heading = deck.headings.get(line)
    if (heading !== undefined) rewriteHeading(heading, deck)
    else if (line.isCode) rewriteCode(line, deck)
    else rewriteLine(line, index, deck)
  }
  for (const { span, inside } of commentsIn(text, lines))
    if (!/^\s*$/.test(inside)) deck.edits.push({ span, replacement: '' })
  for (const { applies, edits } of [simpleTables, definitionLists]) if (applies(text)) deck.edits.push(...edits(text))
  const isStepped = String(values.incremental ?? formatValue(values, 'incremental') ?? '') === 'true'
  for (const { at, options } of deck.slides) {
    const comment = optionsComment({ ...(isStepped && { steps: true }), ...options } as SlideOptions)
    if (comment !== null) deck.edits.push({ span: [at, at], replacement: `\n\n${comment}\n\n` })
  }
  return deck.edits
}

/** A deck that is rewritten line by line, and the results so far. */
interface PandocDeck {
  readonly lines: readonly DeckLine[]
  /** Headings of this level and above begin a slide. */
  readonly level: number
  readonly headings: ReadonlyMap<DeckLine, PandocHeading>
  readonly report: DeckToRewrite['report']
  readonly edits: Edit[]
  /** The options of each slide, and the offset at which to write them. */
  readonly slides: { readonly at: number; readonly options: Record<string, unknown> }[]
  readonly open: Fences['open']
  /** Whether no slide has begun yet. */
  isFirst: boolean
}

function currentOptions({ slides }: PandocDeck): Record<string, unknown> {
  return slides.at(-1)?.options ?? {}
}

function rewriteHeading(heading: PandocHeading, deck: PandocDeck): void {
  const { line, underline } = heading
  // A heading inside a box does not begin a slide.
  const startsSlide = heading.level <= deck.level && deck.open.length === 0
  const separator = startsSlide && !deck.isFirst ? '\n---\n\n' : ''
  if (startsSlide) {
    const end = underline ?? line
    deck.slides.push({ at: end.start + end.text.length, options: {} })
    deck.isFirst = false
  }
  Object.assign(currentOptions(deck), headingOptions(heading.attributes))
  const marks = !startsSlide ? '###' : heading.level < deck.level ? '#' : '##'
  deck.edits.push(replaceLine(line, heading.text === '' ? separator : `${separator}${marks} ${heading.text}`))
  if (underline !== undefined) deck.edits.push(replaceLine(underline, ''))
}

/** Turns the fence of a code cell into a plain one, and removes the cell's options. */
function rewriteCode(line: DeckLine, { edits }: PandocDeck): void {
  edits.push(...cellEdits(line))
  if (/^#\|\s/.test(line.text)) edits.push({ span: [line.start, line.start + line.text.length + 1], replacement: '' })
}

function cellEdits(line: DeckLine): readonly Edit[] {
  const cell = /^(\s*(?:`{3,}|~{3,}))\s*\{\s*[.=]?([\w+-]*)[^}]*\}\s*$/.exec(line.text)
  return cell === null ? [] : [replaceLine(line, `${cell[1]}${cell[2]}`)]
}

function rewriteLine(line: DeckLine, index: number, deck: PandocDeck): void {
  const { edits, lines, open } = deck
  edits.push(...cellEdits(line))
  for (const { index: at, 0: shortcode } of line.text.matchAll(/\{\{<[^{}]*>\}\}/g)) {
    edits.push({ span: [line.start + at, line.start + at + shortcode.length], replacement: '' })
    deck.report('shortcodes')
  }
  if (/^\. \. \.\s*$/.test(line.text)) {
    edits.push(replaceLine(line, ''))
    currentOptions(deck).steps = true
  }
  if (isRule(line) && !isUnderline(lines, index)) {
    deck.slides.push({ at: line.start + line.text.length, options: {} })
    deck.isFirst = false
  }
  const fence = /^\s*(:{3,})\s*(?:\{([^}]*)\}|([\w-]+))?\s*:*\s*$/.exec(line.text)
  if (fence === null) edits.push(...inlineEdits(line))
  else edits.push(replaceLine(line, rewriteFence(fence, { open, options: currentOptions(deck) })))
}

interface PandocHeading {
  readonly line: DeckLine
  readonly level: number
  readonly text: string
  readonly attributes: string
  readonly underline?: DeckLine | undefined
}

function headingsIn(lines: readonly DeckLine[]): readonly PandocHeading[] {
  return lines.flatMap((line, index): readonly PandocHeading[] => {
    if (line.isCode) return []
    const [, marks, words = ''] = /^(#{1,6})(?:[ \t]+(.*?))?[ \t]*#*[ \t]*$/.exec(line.text) ?? []
    if (marks !== undefined) return [{ line, level: marks.length, ...splitAttributes(words) }]
    const underline = lines[index + 1]
    if (underline === undefined || !isUnderline(lines, index + 1)) return []
    return [{ line, level: underline.text.startsWith('=') ? 1 : 2, ...splitAttributes(line.text), underline }]
  })
}

/** Splits `Title {#id .class key=value}` into words and attributes. */
function splitAttributes(words: string): Pick<PandocHeading, 'text' | 'attributes'> {
  const [, text = words, attributes = ''] = /^(.*?)\s*\{([^{}]*)\}\s*$/.exec(words) ?? []
  return { text: text.trim(), attributes }
}

function isUnderline(lines: readonly DeckLine[], index: number): boolean {
  const before = lines[index - 1]
  return (
    /^(?:=+|-{3,})\s*$/.test(lines[index]?.text ?? '') &&
    before !== undefined &&
    !before.isCode &&
    /^[^\s#>|:*+-]/.test(before.text)
  )
}

function isRule({ text }: DeckLine): boolean {
  return /^ {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/.test(text)
}

/**
 * Returns the level of headings that begin a slide: the one that the deck requests or, if it requests none, the highest
 * level with a heading that is directly followed by content.
 */
function slideLevel(
  values: DeckToRewrite['values'],
  headings: readonly PandocHeading[],
  lines: readonly DeckLine[],
): number {
  const requested = Number(values['slide-level'] ?? formatValue(values, 'slide-level'))
  if (requested >= 1 && requested <= 6) return requested
  const headingLines = new Set(headings.map(({ line }) => line))
  const levels = headings.filter(({ line, underline }) => {
    const next = lines.slice(lines.indexOf(underline ?? line) + 1).find(({ text }) => text.trim() !== '')
    return next !== undefined && !headingLines.has(next)
  })
  return levels.length === 0 ? 1 : Math.min(...levels.map((each) => each.level))
}

/** Finds a setting of a Quarto format in the front matter. */
function formatValue(values: DeckToRewrite['values'], key: string): FrontMatterValue | undefined {
  const { format } = values
  if (typeof format !== 'object' || Array.isArray(format)) return undefined
  return Object.values(format)
    .flatMap((each) =>
      typeof each === 'object' && !Array.isArray(each)
        ? [Object.entries(each).find(([name]) => name === key)?.[1]]
        : [],
    )
    .find((each) => each !== undefined)
}

/** Reads the title block: `% Title`, `% Author` and `% Date` in the first lines. */
function titleBlock(lines: readonly DeckLine[], start: number) {
  const content = lines.filter(
    (line) => (line.start >= start && line.start + line.text.length > start) || line.start >= start,
  )
  const count = Math.max(
    0,
    content.findIndex(({ text }) => !text.startsWith('%')),
  )
  const block = content.slice(0, Math.min(3, count))
  const [title, author, date] = block.map(({ text }) => text.slice(1).trim())
  return { lines: block, values: { ...(title && { title }), ...(author && { author }), ...(date && { date }) } }
}

function titleSlide(values: DeckToRewrite['values'], block: Readonly<Record<string, string>>): string {
  const text = (key: string) => {
    const value = values[key] ?? block[key]
    const names = [value].flat().map((each) => (typeof each === 'object' && 'name' in each ? each.name : each))
    return names.filter((each) => typeof each === 'string').join(', ')
  }
  const [title, subtitle, author, date] = [text('title'), text('subtitle'), text('author'), text('date')]
  if (title === '') return ''
  return [
    `# ${title}`,
    ...(subtitle === '' ? [] : [`## ${subtitle}`]),
    ...[author, date].filter((each) => each !== '' && each !== 'today'),
  ].join('\n\n')
}

function headingOptions(attributes: string): SlideOptions {
  const attribute = (name: string) =>
    new RegExp(`(?:^|\\s)(?:data-)?${name}=(?:"([^"]*)"|'([^']*)'|(\\S+))`)
      .exec(attributes)
      ?.slice(1)
      .find((each) => each !== undefined)
  const background = revealBackground(attribute)
  return {
    ...(background !== undefined && { background }),
    ...(attribute('visibility') === 'hidden' && { hidden: true }),
    ...(/\.incremental\b/.test(attributes) && { steps: true }),
  }
}

interface Fences {
  readonly open: { readonly name: string; readonly fence: string }[]
  readonly options: Record<string, unknown>
}

/** Rewrites the fence of a div: notes and columns become containers; other divs are reduced to their words. */
function rewriteFence([, , attributes, name]: RegExpExecArray, { open, options }: Fences): string {
  const divName = name ?? /\.([\w-]+)/.exec(attributes ?? '')?.[1]
  if (divName === undefined) return open.pop()?.fence ?? ''
  if (divName === 'incremental') options.steps = true
  const isKept = divName === 'notes' || divName === 'columns' || divName === 'column'
  // An outer container has a longer fence than the containers inside it.
  const fence = isKept ? ':'.repeat(Math.max(3, MAX_FENCE_LENGTH - open.length)) : ''
  open.push({ name: divName, fence })
  return isKept ? `\n${fence}${divName}\n` : ''
}

const MAX_FENCE_LENGTH = 12

/** Removes the attributes after pictures, links and spans, and the brackets of spans. */
function inlineEdits({ text, start }: DeckLine): readonly Edit[] {
  const spans = [...text.matchAll(/(?<!!)\[([^[\]]*)\]\{[^{}]*\}/g)].map(
    ({ index, 0: whole, 1: words = '' }): Edit => ({
      span: [start + index, start + index + whole.length],
      replacement: words,
    }),
  )
  return [
    ...spans,
    ...[...text.matchAll(/(?<=[)\]])\{[^{}]*\}/g)].map(
      ({ index, 0: whole }): Edit => ({ span: [start + index, start + index + whole.length], replacement: '' }),
    ),
  ]
}
