import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { countWords } from '../grammar/count-words.ts'
import { dependsOnPrevious } from '../grammar/depends-on-previous.ts'
import { isEnglish } from '../grammar/language-tag.ts'
import { segmentsOf } from '../grammar/segments.ts'
import type { Article } from '../model/article.ts'
import type { Deck, Part, Slide } from '../model/deck.ts'
import type { Line } from '../model/draft.ts'
import { type Layouts, linesOf } from '../model/layout.ts'
import type { RuleId } from '../model/message-rules/message-rules.ts'
import { headingsUnder, isEmptySection } from '../model/section.ts'
import { MAX_SLIDE_WORDS } from '../model/slide-words.ts'
import { placeOf, pointAt } from '../model/source-position.ts'
import { minutesAndSeconds } from '../util/minutes-and-seconds.ts'
import { noteOf } from './note.ts'

/**
 * Reports what an author may want to improve in the article, each remark at its position in the file: long lines,
 * crowded slides, slides that open with a reference to text they do not show, repeated points, lists that continue in
 * the notes, parts that take too long, parts without a slide. These are suggestions, not errors.
 */
export function reportRemarks(talk: Talk, layouts: Layouts, file: VFile): void {
  const { deck, article } = talk
  const partPositions = findPartPositions(deck, article)
  const remarks = [
    ...slideRemarks(talk, layouts),
    ...lengthRemarks(deck, article.language),
    ...emptyHeadingRemarks(article),
    ...emptyPartRemarks(deck),
  ]
  for (const { rule, reason, line, part } of remarks) {
    const place = line === undefined ? null : placeOf(line, article)
    const partPosition = part === undefined ? undefined : partPositions.get(part)
    file.info(reason, { place, ...partPosition, source: 'lectern', ruleId: rule })
  }
}

interface Talk {
  readonly deck: Deck
  readonly article: Article
}

/** A remark on a line, on a part, or on the whole talk. */
interface Remark {
  readonly rule: RuleId
  readonly reason: string
  readonly line?: Pick<Line, 'spans' | 'place'> | undefined
  readonly part?: Part
}

function slideRemarks({ deck, article }: Talk, layouts: Layouts): readonly Remark[] {
  const firstSlides = new Map<string, number>()
  return deck.slides.flatMap((slide, index) => {
    const listRemarks = longListRemark(itemsInNotes(slide, layouts), index + 1)
    if (layouts[slide.layout].showsSentences !== true) return listRemarks
    const lines = linesOf(layouts, slide).map((line) => ({ line, words: countWords(line.text, article.language) }))
    return [
      ...listRemarks,
      ...crowdedRemark(lines, index + 1),
      ...lines.flatMap((line) => [...longLineRemark(line, index + 1), ...repeatedRemark(line, index + 1, firstSlides)]),
      ...danglingRemark(lines[0]?.line, index + 1, article.language),
    ]
  })
}

interface CountedLine {
  readonly line: Line
  readonly words: number
}

function longListRemark(items: readonly Pick<Line, 'spans'>[], slideNumber: number): readonly Remark[] {
  if (items.length < LONG_LIST) return []
  const reason = `${items.length} items of a list are in the notes of slide ${slideNumber} but not on the slide. Keep the few that you would read out.`
  return [{ rule: 'list-in-notes', reason, line: items[0] }]
}

function crowdedRemark(lines: readonly CountedLine[], slideNumber: number): readonly Remark[] {
  const total = lines.reduce((sum, { words }) => sum + words, 0)
  if (total <= MAX_SLIDE_WORDS) return []
  const reason = `Slide ${slideNumber} shows ${total} words; nobody can read more than ${MAX_SLIDE_WORDS} while listening. Divide it.`
  return [{ rule: 'crowded-slide', reason, line: lines[0]?.line }]
}

function longLineRemark({ line, words }: CountedLine, slideNumber: number): readonly Remark[] {
  if (words <= MAX_LINE_WORDS) return []
  const reason = `A line on slide ${slideNumber} has ${words} words. Shorten it, so that it can be read while you speak.`
  return [{ rule: 'long-line', reason, line }]
}

/**
 * Reports a sentence or a long item that an earlier slide shows too. `firstSlides` maps each line, in lower case, to
 * the number of the first slide that shows it. Lines that are not in it yet are added.
 */
function repeatedRemark(
  { line, words }: CountedLine,
  slideNumber: number,
  firstSlides: Map<string, number>,
): readonly Remark[] {
  const firstNumber = firstSlides.get(line.text.toLowerCase())
  firstSlides.set(line.text.toLowerCase(), firstNumber ?? slideNumber)
  const isLong = line.kind === 'prose' || (line.kind === 'item' && words >= MIN_REPEATED_WORDS)
  if (firstNumber === undefined || !isLong) return []
  const reason = `Slide ${slideNumber} repeats a line from slide ${firstNumber}. Say it once, or say what is new.`
  return [{ rule: 'repeated-point', reason, line }]
}

function danglingRemark(first: Line | undefined, slideNumber: number, language: string): readonly Remark[] {
  if (first === undefined || !dependsOnAnother(first, language)) return []
  const reason = `Slide ${slideNumber} opens with "${firstWord(first.text, language)}" but does not show what that refers to. Name it in that sentence.`
  return [{ rule: 'dangling-reference', reason, line: first }]
}

function firstWord(text: string, language: string): string {
  return segmentsOf(text, language, 'word').find(({ isWordLike }) => isWordLike)?.text ?? text
}

function emptyHeadingRemarks({ root }: Article): readonly Remark[] {
  return root.sections.filter(isEmptySection).flatMap(({ heading }) => {
    if (heading === undefined) return []
    const reason = `There is nothing under the heading "${heading.text}", so the talk has no part for it. Write a sentence or two.`
    return [{ rule: 'empty-part', reason, line: { spans: [heading.span] } }]
  })
}

/**
 * Reports parts that no slide shows. The last part is left out if there are takeaways, because they may be its
 * conclusion.
 */
function emptyPartRemarks({ slides, parts }: Deck): readonly Remark[] {
  const conclusion = slides.some(({ layout }) => layout === 'takeaways') ? parts.at(-1) : undefined
  return parts.flatMap((part) => {
    const isShown = slides.some((slide) => slide.part === part.number && slide.layout !== 'part')
    if (part === conclusion || isShown) return []
    const reason = `No slide shows anything from the part "${part.name}": it is only in the notes. Say more under its heading.`
    return [{ rule: 'empty-part', reason, part }]
  })
}

/** Returns the list items that are in a slide's note but not on the slide; none for a note with few items. */
function itemsInNotes(slide: Slide, layouts: Layouts): readonly Pick<Line, 'spans'>[] {
  const items = slide.note.sentences.filter(({ kind }) => kind === 'item')
  if (items.length < LONG_LIST) return []
  const shown = linesOf(layouts, slide).flatMap(({ spans }) => spans)
  return items
    .filter(({ span }) => !shown.some(([start, end]) => start < span[1] && end > span[0]))
    .map(({ span }) => ({ spans: [span] }))
}

/** Items of a list are reported if at least this many are in a slide's note but not on the slide. */
const LONG_LIST = 8

/** Finds the position of each part's heading. The name of a part may be shorter than its heading. */
function findPartPositions({ parts }: Deck, article: Article): ReadonlyMap<Part, { readonly place: Point }> {
  const headings = headingsUnder(article.root)
  const positions = new Map<Part, { readonly place: Point }>()
  for (const part of parts) {
    const index = headings.findIndex(({ text }) => text.includes(part.name))
    const [heading] = headings.splice(0, index + 1).slice(-1)
    if (heading !== undefined) positions.set(part, { place: pointAt(article, heading.span[0]) })
  }
  return positions
}

/** Reports the parts whose notes take longer to say than the time planned for them. */
function lengthRemarks(deck: Deck, language: string): readonly Remark[] {
  return deck.parts.flatMap((part) => {
    const { number, name } = part
    const notes = deck.slides.filter((slide) => slide.part === number).map(({ note }) => note)
    const planned = notes.reduce((sum, { seconds }) => sum + seconds, 0)
    const needed = notes.reduce((sum, { sentences }) => sum + noteOf(sentences, language).seconds, 0)
    if (needed <= planned * TOLERANCE) return []
    const reason = `The part "${name}" takes ${minutesAndSeconds(needed)} to say in full, but ${minutesAndSeconds(planned)} is planned for it. Say only what its slides show, or give the talk more minutes.`
    return [{ rule: 'part-length', reason, part }]
  })
}

/** A smaller excess is within the normal variation in speaking speed. */
const TOLERANCE = 1.15

const MAX_LINE_WORDS = 24

/**
 * The minimum number of words in a repeated item. Shorter ones, such as "Free of charge", may occur in several lists.
 */
const MIN_REPEATED_WORDS = 4

/**
 * Whether a line depends on the one before it, because it opens with a pronoun, as in "They open" or "This means".
 * In languages other than English, a list of words decides, if there is one.
 */
function dependsOnAnother({ text, kind }: Line, language: string): boolean {
  const isDependent = isEnglish(language) ? DEPENDENT_OPENING.test(text) : dependsOnPrevious(language, text)
  return (kind === 'prose' || kind === 'item') && isDependent
}

const DEPENDENT_OPENING =
  /^(?:it|they|he|she|(?:this|that|these|those) (?:is|are|was|were|has|have|had|can|could|may|might|will|would|should|means?|makes?|made))\b/i
