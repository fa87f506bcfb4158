// Reports the results of a merge to the author of a deck file.

import type { VFile } from 'vfile'
import { reportConflict } from '../conflict.ts'
import { opening } from '../opening.ts'
import { isSameOptions } from '../options.ts'
import type { SlideText } from '../print.ts'
import { canonicalLines } from './canonical.ts'
import { type NoteToken, sameKeys } from './note-sentence.ts'
import type { SlidePlaces } from './order.ts'
import { plainText } from './plain-text.ts'
import { isConflict, type MergedSlide } from './slide.ts'
import type { Version } from './version.ts'

/** A merged deck, and the decks that it was merged from. */
export interface MergeReport {
  readonly placed: readonly SlidePlaces[]
  readonly written: readonly (number | null)[]
  readonly merged: readonly MergedSlide[]
  readonly added: ReadonlyMap<number, readonly NoteToken[]>
  readonly ids: readonly string[]
  /** The slides of the author's deck. */
  readonly own: readonly Version[]
  /** The merged slides as they are printed, and the sentences of their notes. */
  readonly slides: readonly SlideText[]
  readonly notes: readonly (readonly NoteToken[])[]
  /** The merged deck file. */
  readonly text: string
  readonly file: VFile
}

/**
 * Reports everything that could not simply be taken from one side, each at its slide, and then the slides that have
 * changed with the article. A conflict is a warning, because a slide may now contradict its notes.
 */
export function report(merging: MergeReport): void {
  const { placed, written, merged, added, ids, slides, file } = merging
  const lines = placesOf(merging)
  for (const [index, { mine, theirs }] of placed.entries()) {
    const slide = merged[index]
    const id = ids[index] ?? ''
    const place = { line: lines[index] ?? 1, column: 1 }
    if (theirs === null && mine !== null && written[mine] !== null)
      file.message(
        `The article no longer has what the slide "${id}" was written from. It stays, as you have edited it. Remove it if it is no longer true.`,
        { place, source: 'lectern', ruleId: 'merge-kept' },
      )
    if (slide !== undefined && isConflict(slide)) reportConflict({ id, place, news: newsOf(slide) }, file)
    else if (slides[index]?.options.conflict === true) reportConflict({ id, place }, file)
    const [news] = added.get(index) ?? []
    if (news !== undefined)
      file.info(
        `The article says something that none of your slides says. It is now in the notes of the slide "${id}": "${opening(news.words.text)}".`,
        { place, source: 'lectern', ruleId: 'merge-added' },
      )
  }
  reportFollowing(merging, lines)
}

/** Returns the first of the article's new lines and sentences that the author's slide does not show. */
function newsOf({ replaced, tokens }: MergedSlide): string {
  const news = [
    ...replaced.map(plainText),
    ...tokens.filter(({ from }) => from === 'theirs').map(({ words }) => words.text),
  ]
  return news.find((text) => text !== '') ?? ''
}

/** Finds the lines of the merged file on which its slides begin, from 1. */
function placesOf({ ids, text }: MergeReport): readonly number[] {
  const lines = new Map<string, number>()
  for (const [index, line] of text.split('\n').entries()) {
    const [, id] = /^<!-- slide: ([\p{L}\p{N}_-]+)/u.exec(line) ?? []
    if (id !== undefined && !lines.has(id)) lines.set(id, index + 1)
  }
  return ids.map((id) => lines.get(id) ?? 1)
}

/** Names the slides that have changed, appeared or disappeared with the article, in one message for each kind. */
function reportFollowing(
  { placed, merged, ids, own, slides, notes, file }: MergeReport,
  lines: readonly number[],
): void {
  const before = placed.map(({ mine }) => (mine === null ? undefined : own[mine]))
  const isShownAnew = slides.map(({ options, body }, index) => {
    const was = before[index]
    return (
      was !== undefined && !(isSameText(was.body, body) && isSameOptions(ownOptions(was.options), ownOptions(options)))
    )
  })
  const isNotedAnew = notes.map((tokens, index) => {
    const was = before[index]
    const slide = merged[index]
    const isTold = slide !== undefined && isConflict(slide)
    return was !== undefined && !isTold && !isShownAnew[index] && !sameKeys(tokens, was.tokens)
  })
  const placedOwn = new Set(placed.map(({ mine }) => mine))
  const gone = own.flatMap(({ id }, index) => (placedOwn.has(index) ? [] : [id ?? '']))
  const reportSlides = (fact: string, indexes: readonly number[]) => {
    if (indexes.length === 0) return
    const reason = `${fact}: ${listOfIds(indexes.map((index) => ids[index] ?? ''))}.`
    file.info(reason, {
      place: { line: lines[indexes[0] ?? 0] ?? 1, column: 1 },
      source: 'lectern',
      ruleId: FOLLOWED_RULE,
    })
  }
  const at = (isOne: (index: number) => boolean | undefined) => [...placed.keys()].filter(isOne)
  reportSlides(
    'These slides show something else now, because the article has changed',
    at((index) => isShownAnew[index]),
  )
  reportSlides(
    'Only the notes of these slides have changed with the article',
    at((index) => isNotedAnew[index]),
  )
  reportSlides(
    'These slides are new',
    at((index) => before[index] === undefined),
  )
  if (gone.length > 0)
    file.info(`These slides are gone, because the article no longer has them: ${listOfIds(gone)}.`, {
      source: 'lectern',
      ruleId: FOLLOWED_RULE,
    })
}

const FOLLOWED_RULE = 'merge-followed'

/** Returns the options that make a difference to how a slide looks. */
function ownOptions({ slide: _, conflict: __, ...options }: SlideText['options']): SlideText['options'] {
  return options
}

function isSameText(one: string, other: string): boolean {
  return one === other || canonicalLines(one).join('\n') === canonicalLines(other).join('\n')
}

/** The maximum number of slides that a message names. */
const MAX_NAMED = 20

function listOfIds(ids: readonly string[]): string {
  const shown = ids.slice(0, MAX_NAMED).map((id) => `"${id}"`)
  const rest = ids.length - shown.length
  return `${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}
