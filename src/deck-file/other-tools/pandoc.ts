// Rewrites Pandoc and Quarto decks as deck files.

import { type Edit, editText } from '../../read/edit-source.ts'
import { letteredLists } from '../../read/markdown/dialects/lettered-lists.ts'
import { definitionLists } from '../../read/markdown/dialects/pandoc.ts'
import { optionsComment, type SlideOptions } from '../slide-options.ts'
import { isThematicBreak } from '../split-at-rules.ts'
import { type DeckLine, isBlank, linesOf, replaceLine, wordsIn } from './deck-lines.ts'
import type { DeckToRewrite } from './deck-to-rewrite.ts'
import { commentsIn } from './html-comments.ts'
import { attributeEdits } from './pandoc-attributes.ts'
import { areSideBySide, type DivFence, divFencesIn } from './pandoc-divs.ts'
import {
  headingsIn,
  isUnderline,
  type NextLines,
  nextLines,
  type PandocHeading,
  slideLevelOf,
} from './pandoc-headings.ts'
import { quartoSetting, titleBlockIn, titleSlideMarkdown } from './pandoc-settings.ts'
import { hasMovingBackground, revealBackground } from './reveal-background.ts'
import { sortEdits } from './sort-edits.ts'

/** Rewrites the headings, attributes and containers of a Pandoc or Quarto deck as Lectern writes them. */
export function rewritePandoc({ text, values, start, report }: DeckToRewrite): readonly Edit[] {
  const lines = linesOf(text)
  const titleBlock = titleBlockIn(lines, start)
  const headings = headingsIn(lines)
  const slideLevel = slideLevelOf(values, headings, lines)
  const title = titleSlideMarkdown(values, titleBlock.values)
  const deck: PandocDeck = {
    lines,
    slideLevel,
    headings: new Map(headings.map((heading) => [heading.line, heading])),
    nextSlides: nextSlides(headings, slideLevel),
    nextLines: nextLines(lines),
    report,
    edits: [],
    slides: [{ offset: start, options: {} }],
    openDivs: [],
    divFences: divFencesIn(lines),
    isFirst: title === '',
  }
  for (const line of titleBlock.lines) deck.edits.push(replaceLine(line, ''))
  if (title !== '') {
    const separator = headings.some(({ level }) => level <= slideLevel) ? '' : '---\n\n'
    deck.edits.push({ span: [start, start], replacement: `\n\n${title}\n\n${separator}` })
  }
  for (const [index, line] of lines.entries()) {
    const heading = deck.headings.get(line)
    if (heading !== undefined) rewriteHeading(heading, deck)
    else if (line.isCode) deck.edits.push(...cellEdits(line))
    else rewriteLine(line, index, deck)
  }
  for (const { span, content } of commentsIn(text, lines))
    if (content.trim() !== '') deck.edits.push({ span, replacement: '' })
  const dialectEdits = [definitionLists, letteredLists].flatMap(({ applies, edits }) =>
    applies(text) ? edits(text) : [],
  )
  const isStepped = String(values.incremental ?? quartoSetting(values, 'incremental') ?? '') === 'true'
  const optionEdits = deck.slides.flatMap(({ offset, options }): readonly Edit[] => {
    const comment = optionsComment({ ...(isStepped && { steps: true }), ...options } as SlideOptions)
    return comment === null ? [] : [{ span: [offset, offset], replacement: `\n\n${comment}\n\n` }]
  })
  return [...deck.edits, ...attributeEdits(text, wordsIn(lines)), ...dialectEdits, ...optionEdits]
}

/** A deck being rewritten line by line, and the results so far. */
interface PandocDeck {
  readonly lines: readonly DeckLine[]
  /** Headings of this level and above begin a slide. */
  readonly slideLevel: number
  readonly headings: ReadonlyMap<DeckLine, PandocHeading>
  /** The first heading below each heading that begins a slide. */
  readonly nextSlides: ReadonlyMap<PandocHeading, PandocHeading>
  readonly nextLines: NextLines
  readonly divFences: ReadonlyMap<DeckLine, DivFence>
  readonly report: DeckToRewrite['report']
  readonly edits: Edit[]
  /** The options of each slide, and the offset at which to write them. */
  readonly slides: { readonly offset: number; readonly options: Record<string, unknown> }[]
  /**
   * The divs that are open: the fence that closes each, which is empty if the div does not become a container, and
   * whether each div inside it is a column, whatever its name.
   */
  readonly openDivs: { readonly fence: string; readonly hasColumns: boolean }[]
  /** Whether no slide has begun yet. */
  isFirst: boolean
}

function currentOptions({ slides }: PandocDeck): Record<string, unknown> {
  return slides.at(-1)?.options ?? {}
}

function rewriteHeading(heading: PandocHeading, deck: PandocDeck): void {
  const { line, underline } = heading
  // A heading inside a div does not begin a slide.
  const startsSlide = heading.level <= deck.slideLevel && deck.openDivs.length === 0
  const separator = startsSlide && !deck.isFirst ? '\n---\n\n' : ''
  if (startsSlide) {
    const end = underline ?? line
    deck.slides.push({ offset: end.start + end.text.length, options: {} })
    deck.isFirst = false
  }
  if (hasMovingBackground(heading.attributes)) deck.report('backgrounds', line.start)
  Object.assign(currentOptions(deck), headingOptions(heading.attributes))
  const marks = !startsSlide ? '###' : opensPart(heading, deck) ? '#' : '##'
  deck.edits.push(
    replaceLine(line, heading.text === '' ? separator : `${separator}${marks} ${withoutAttributes(heading.text)}`),
  )
  if (underline !== undefined) deck.edits.push(replaceLine(underline, ''))
}

/**
 * Whether a heading opens a part: it is above the level of slides, and slides or nothing at all are below it. If only
 * its own content is below it, it is the title of that slide.
 */
function opensPart(heading: PandocHeading, { slideLevel, nextSlides, nextLines }: PandocDeck): boolean {
  if (heading.level >= slideLevel) return false
  const next = nextSlides.get(heading)
  if (next !== undefined && next.level > heading.level) return true
  return nextLines.get(heading.underline ?? heading.line) === next?.line
}

function nextSlides(headings: readonly PandocHeading[], slideLevel: number): ReadonlyMap<PandocHeading, PandocHeading> {
  const slides = new Map<PandocHeading, PandocHeading>()
  let next: PandocHeading | undefined
  for (const heading of headings.toReversed()) {
    if (next !== undefined) slides.set(heading, next)
    if (heading.level <= slideLevel) next = heading
  }
  return slides
}

/** Turns the fence of a listing with attributes, or of a code cell, into a plain one. */
function cellEdits(line: DeckLine): readonly Edit[] {
  const cell = /^(\s*(?:`{3,}|~{3,}))\s*\{\s*[.=]?([\w+-]*)[^}]*\}\s*$/.exec(line.text)
  return cell === null ? [] : [replaceLine(line, `${cell[1]}${cell[2]}`)]
}

function rewriteLine(line: DeckLine, index: number, deck: PandocDeck): void {
  const { edits, lines } = deck
  if (/^\. \. \.\s*$/.test(line.text)) {
    edits.push(replaceLine(line, ''))
    currentOptions(deck).steps = true
  }
  if (isThematicBreak(line.text) && !isUnderline(lines, index)) {
    deck.slides.push({ offset: line.start + line.text.length, options: {} })
    deck.isFirst = false
  }
  const [captionKey] = index > 0 && isBlank(lines[index - 1]) ? (/^(?:Table)?:[ \t]+(?=\S)/.exec(line.text) ?? []) : []
  if (captionKey !== undefined) edits.push({ span: [line.start, line.start + captionKey.length], replacement: '' })
  const fence = deck.divFences.get(line)
  if (fence !== undefined) edits.push(replaceLine(line, rewriteFence(fence, line.start, deck)))
}

function headingOptions(attributes: string): SlideOptions {
  const attribute = (name: string) =>
    new RegExp(`(?:^|\\s)(?:data-)?${name}=(?:"([^"]*)"|'([^']*)'|(\\S+))`)
      .exec(attributes)
      ?.slice(1)
      .find((value) => value !== undefined)
  const background = revealBackground(attribute)
  return {
    ...(background !== undefined && { background }),
    ...(attribute('visibility') === 'hidden' && { hidden: true }),
    ...(/\.incremental\b/.test(attributes) && { steps: true }),
  }
}

/** Rewrites the fence of a div: notes and columns become containers, and other divs are reduced to their words. */
function rewriteFence({ opens }: DivFence, start: number, deck: PandocDeck): string {
  const { openDivs } = deck
  if (opens === null) return openDivs.pop()?.fence ?? ''
  const { classes } = opens
  if (classes.includes('incremental')) currentOptions(deck).steps = true
  const isAside = classes.some((name) => ASIDES.has(name))
  if (isAside) deck.report('asides', start)
  const hasColumns = areSideBySide(opens)
  const isColumn = classes.includes('column') || openDivs.at(-1)?.hasColumns === true
  const isNotes = isAside || classes.includes('notes')
  const name = isNotes ? 'notes' : hasColumns ? 'columns' : isColumn ? 'column' : null
  // An outer container has a longer fence than the containers inside it.
  const fence = name === null ? '' : ':'.repeat(Math.max(3, MAX_FENCE_LENGTH - openDivs.length))
  openDivs.push({ fence, hasColumns: hasColumns && !classes.includes('columns') })
  return name === null ? '' : `\n${fence}${name}\n`
}

/** Divs that Quarto shows in small type at the edge of a slide. */
const ASIDES: ReadonlySet<string> = new Set(['aside', 'footer', 'column-margin'])

const MAX_FENCE_LENGTH = 12

function withoutAttributes(text: string): string {
  return editText(text, sortEdits(attributeEdits(text, wordsIn(linesOf(text)))))
}
