import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { spareWordsOf } from '../grammar/spare-words.ts'
import { countWords } from '../grammar/words.ts'
import type { Article } from '../model/article.ts'
import type { Deck, Part, Slide } from '../model/deck.ts'
import type { Line } from '../model/draft.ts'
import { type Layouts, linesOf } from '../model/layout.ts'
import { placeOf, pointAt } from '../model/place.ts'
import { headingsUnder, isBare } from '../model/section.ts'
import { noteOf } from './note.ts'

/**
 * Says what an author may want to improve in the article, each at its place: long lines, crowded slides, lines that depend on
 * text their slide does not show, repeated points, lists that continue in the notes, parts without a slide. These are notes, not
 * faults.
 */
export function remarkOn(
  { deck, article }: { readonly deck: Deck; readonly article: Article },
  layouts: Layouts,
  file: VFile,
): void {
  const tell = (reason: string, ruleId: string, line: Pick<Line, 'spans' | 'place'> | undefined) => {
    const place = line === undefined ? null : placeOf(line, article)
    file.info(reason, { ...(place && { place }), source: 'lectern', ruleId })
  }
  const shown = new Map<string, number>()
  for (const [index, slide] of deck.slides.entries()) {
    const items = itemsInNotes(slide, layouts)
    if (items.length >= LONG_LIST)
      tell(
        `${items.length} items of a list stand in the notes of slide ${index + 1} and on no slide. Keep the few that you would read out.`,
        'list-in-notes',
        items[0],
      )
    if (!TALKING.has(slide.layout)) continue
    const lines = linesOf(layouts, slide)
    const words = lines.map(({ text }) => countWords(text, article.language))
    const all = words.reduce((sum, count) => sum + count, 0)
    if (all > MOST_WORDS)
      tell(
        `Slide ${index + 1} shows ${all} words; nobody reads more than ${MOST_WORDS} and listens. Divide it.`,
        'crowded-slide',
        lines[0],
      )
    for (const [at, line] of lines.entries()) {
      const count = words[at] ?? 0
      if (count > LONGEST_LINE)
        tell(
          `A line of slide ${index + 1} has ${count} words. A shorter sentence is read while you speak.`,
          'long-line',
          line,
        )
      const before = shown.get(line.text.toLowerCase())
      if (before !== undefined && (line.kind === 'prose' || (line.kind === 'item' && count >= LEAST_REPEATED)))
        tell(
          `Slide ${index + 1} repeats a line of slide ${before}. Say it once, or say what is new.`,
          'repeated-point',
          line,
        )
      shown.set(line.text.toLowerCase(), before ?? index + 1)
    }
    const [first] = lines
    if (first !== undefined && leans(first, article.language))
      tell(
        `Slide ${index + 1} opens with "${first.text.split(/\s/)[0]}", and does not show what that is. Name it in this sentence.`,
        'dangling-reference',
        first,
      )
  }
  const places = placesOf(deck, article)
  for (const { reason, part } of lengthRemarks(deck, article.language))
    file.info(reason, { ...places.get(part), source: 'lectern', ruleId: 'part-length' })
  for (const { heading } of article.root.sections.filter(isBare)) {
    if (heading !== undefined)
      tell(
        `Nothing stands under the heading "${heading.text}", so the talk has no such part. Write a sentence or two.`,
        'empty-part',
        { spans: [heading.span] },
      )
  }
  const concluded = deck.slides.some(({ layout }) => layout === 'takeaways') ? deck.parts.at(-1) : undefined
  for (const part of deck.parts) {
    const { number, name } = part
    // A part that only concludes becomes the takeaways.
    if (part === concluded) continue
    if (!deck.slides.some((slide) => slide.part === number && slide.layout !== 'part')) {
      file.info(`No slide shows anything of the part "${name}": it is only in the notes. Say more under its heading.`, {
        ...places.get(part),
        source: 'lectern',
        ruleId: 'empty-part',
      })
    }
  }
}

/** The list items that a slide's note has and the slide does not show. */
function itemsInNotes(slide: Slide, layouts: Layouts): readonly Pick<Line, 'spans'>[] {
  const items = slide.note.sentences.filter(({ kind }) => kind === 'item')
  if (items.length < LONG_LIST) return []
  const shown = linesOf(layouts, slide).flatMap(({ spans }) => spans)
  return items
    .filter(({ span }) => !shown.some(([start, end]) => start < span[1] && end > span[0]))
    .map(({ span }) => ({ spans: [span] }))
}

/** If this many items are not shown, the list was too long. */
const LONG_LIST = 8

/** The place of each part's heading. A part may be called by less than its heading says. */
function placesOf({ parts }: Deck, article: Article): ReadonlyMap<Part, { readonly place: Point }> {
  const headings = headingsUnder(article.root)
  const places = new Map<Part, { readonly place: Point }>()
  for (const part of parts) {
    const at = headings.findIndex(({ text }) => text.includes(part.name))
    const [heading] = headings.splice(0, at + 1).slice(-1)
    if (heading !== undefined) places.set(part, { place: pointAt(article, heading.span[0]) })
  }
  return places
}

/** For a talk with less time than its notes take, how much of each part does not fit. */
function lengthRemarks(deck: Deck, language: string): readonly { readonly reason: string; readonly part: Part }[] {
  return deck.parts.flatMap((part) => {
    const { number, name } = part
    const notes = deck.slides.filter((slide) => slide.part === number).map(({ note }) => note)
    const has = notes.reduce((sum, { seconds }) => sum + seconds, 0)
    const takes = notes.reduce((sum, { sentences }) => sum + noteOf(sentences, language).seconds, 0)
    if (takes <= has * CLOSE) return []
    const reason = `The part "${name}" takes ${minutesAndSeconds(takes)} to say in full and has ${minutesAndSeconds(has)}. Say what its slides show, or give the talk more minutes.`
    return [{ reason, part }]
  })
}

/** A smaller excess is within the variation of speaking speed. */
const CLOSE = 1.15

function minutesAndSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Layouts whose lines are sentences. */
const TALKING: ReadonlySet<Slide['layout']> = new Set<Slide['layout']>([
  'points',
  'statement',
  'quote',
  'number',
  'comparison',
])

/** The most that the writer puts on one slide. */
const MOST_WORDS = 80
const LONGEST_LINE = 24

/** An item of fewer words, such as "Free of charge", may occur in several lists. */
const LEAST_REPEATED = 4

/** Languages in which dependent lines are recognised: a personal pronoun, or one for a whole sentence. */
function leans({ text, kind }: Line, language: string): boolean {
  const doesLean = language.startsWith('en') ? LEANING.test(text) : spareWordsOf(language)?.leans(text) === true
  return (kind === 'prose' || kind === 'item') && doesLean
}

const LEANING =
  /^(?:it|they|he|she|(?:this|that|these|those) (?:is|are|was|were|has|have|had|can|could|may|might|will|would|should|means?|makes?|made))\b/i
