// Reports the results of a merge to the author of a deck file.

import type { VFile } from 'vfile'
import { excerptOf } from '../../util/excerpt.ts'
import type { SlideText } from '../deck-text.ts'
import { reportConflict } from '../report-conflict.ts'
import { hasSameOptions } from '../slide-options.ts'
import { canonicalLines } from './canonical-lines.ts'
import { hasConflict, type MergedSlide } from './merge-slide.ts'
import { haveSameSentences, type NoteToken } from './note-tokens.ts'
import type { SlidePositions } from './order-slides.ts'
import { plainText } from './plain-text.ts'
import type { SlideVersion } from './slide-version.ts'

/** A merged deck, and the decks that it was merged from. */
export interface MergeReport {
  readonly positions: readonly SlidePositions[]
  readonly originalIndexes: readonly (number | null)[]
  readonly mergedSlides: readonly MergedSlide[]
  readonly added: ReadonlyMap<number, readonly NoteToken[]>
  readonly ids: readonly string[]
  /** The slides of the author's deck. */
  readonly myVersions: readonly SlideVersion[]
  /** The merged slides as they are printed. */
  readonly slides: readonly SlideText[]
  /** The sentences of the merged slides' notes. */
  readonly notes: readonly (readonly NoteToken[])[]
  /** The line of the merged file on which each slide begins. */
  readonly lines: readonly number[]
  /** Whether each slide of the author's deck had lost its id and was recognised by its words. */
  readonly isRecognised: readonly boolean[]
  /** The minutes that the slides were chosen for; undefined if the talk may have any length. */
  readonly minutes: number | undefined
  readonly file: VFile
}

/**
 * Reports everything that could not simply be taken from one of the decks, at the slide concerned, and then the slides
 * that have changed with the article. A conflict is a warning, because the slide may now contradict its notes.
 */
export function reportMerge(merge: MergeReport): void {
  const { positions, originalIndexes, mergedSlides, added, lines, slides, file } = merge
  for (const [index, { mine, theirs }] of positions.entries()) {
    const slide = mergedSlides[index]
    const id = nameOf(merge, index)
    const place = { line: lines[index] ?? 1, column: 1 }
    if (theirs === null && mine !== null && originalIndexes[mine] !== null)
      file.message(
        `The article no longer contains the text that the slide "${id}" was made from. The slide stays, because you have edited it. Remove it if it is no longer true.`,
        { place, source: 'lectern', ruleId: 'merge-kept' },
      )
    const [removedText] = slide?.removedTexts ?? []
    if (removedText !== undefined)
      file.message(
        `The article no longer contains text that you moved to the slide "${id}": "${excerptOf(removedText)}". It stays. Remove it if it is no longer true.`,
        { place, source: 'lectern', ruleId: 'merge-kept' },
      )
    const [newPicture] = slide?.replacedPictures ?? []
    if (newPicture !== undefined)
      file.message(
        `The article has a new picture, "${newPicture}", where you have changed the slide "${id}". Your version stays.`,
        { place, source: 'lectern', ruleId: 'merge-picture' },
      )
    if (slide !== undefined && hasConflict(slide)) reportConflict({ id, place, newText: firstNewText(slide) }, file)
    else if (slides[index]?.options.conflict === true) reportConflict({ id, place }, file)
    const [addedSentence] = added.get(index) ?? []
    if (addedSentence !== undefined)
      file.info(
        `The article contains a sentence that is on none of your slides. It is now in the notes of the slide "${id}": "${excerptOf(addedSentence.words.text)}".`,
        { place, source: 'lectern', ruleId: 'merge-added' },
      )
  }
  reportRecognised(merge)
  reportFollowedChanges(merge)
}

/** Returns the first of the article's new lines and sentences that the author's slide does not show. */
function firstNewText({ outdatedSentences, replacedLines, tokens }: MergedSlide): string {
  const newTexts = [
    ...outdatedSentences,
    ...replacedLines.map(plainText),
    ...tokens.filter(({ from }) => from === 'theirs').map(({ words }) => words.text),
  ]
  return newTexts.find((text) => text !== '') ?? ''
}

/** Returns the id of a merged slide or, if it has none, its first words. */
function nameOf({ ids, slides }: MergeReport, index: number): string {
  return ids[index] || firstWordsOf(slides[index]?.body)
}

function firstWordsOf(body = ''): string {
  const words = body.split('\n').map(plainText)
  return excerptOf(words.find((text) => text !== '') ?? '')
}

/** Reports the slides whose comments were missing. */
function reportRecognised(merge: MergeReport): void {
  const { positions, isRecognised, myVersions, lines, file } = merge
  const indexes = [...positions.entries()].flatMap(([index, { mine }]) =>
    mine !== null && isRecognised[mine] && myVersions[mine]?.comment === null ? [index] : [],
  )
  const [first] = indexes
  if (first === undefined) return
  file.info(
    `The comments with the names of these slides were missing and have been restored: ${quoteNames(indexes.map((index) => nameOf(merge, index)))}.`,
    { place: { line: lines[first] ?? 1, column: 1 }, source: 'lectern', ruleId: 'merge-recognised' },
  )
}

/**
 * Lists the slides that have changed, appeared or disappeared with the article, in one message for each kind of change.
 */
function reportFollowedChanges(merge: MergeReport): void {
  const { positions, mergedSlides, myVersions, slides, notes, lines, file } = merge
  const previousVersions = positions.map(({ mine }) => (mine === null ? undefined : myVersions[mine]))
  const hasNewContent = slides.map(({ options, body }, index) => {
    const previous = previousVersions[index]
    return (
      previous !== undefined &&
      !(isSameText(previous.body, body) && hasSameOptions(visibleOptions(previous.options), visibleOptions(options)))
    )
  })
  const hasNewNote = notes.map((tokens, index) => {
    const previous = previousVersions[index]
    const slide = mergedSlides[index]
    const isReported = slide !== undefined && hasConflict(slide)
    return previous !== undefined && !isReported && !hasNewContent[index] && !haveSameSentences(tokens, previous.tokens)
  })
  const placedSlides = new Set(positions.map(({ mine }) => mine))
  const removedNames = myVersions.flatMap(({ id, body }, index) =>
    placedSlides.has(index) ? [] : [id ?? firstWordsOf(body)],
  )
  const reportSlides = (fact: string, indexes: readonly number[]) => {
    if (indexes.length === 0) return
    const reason = `${fact}: ${quoteNames(indexes.map((index) => nameOf(merge, index)))}.`
    file.info(reason, {
      place: { line: lines[indexes[0] ?? 0] ?? 1, column: 1 },
      source: 'lectern',
      ruleId: FOLLOWED_RULE,
    })
  }
  const indexesWhere = (test: (index: number) => boolean | undefined) => [...positions.keys()].filter(test)
  reportSlides(
    'The content of these slides has changed with the article',
    indexesWhere((index) => hasNewContent[index]),
  )
  reportSlides(
    'Only the notes of these slides have changed with the article',
    indexesWhere((index) => hasNewNote[index]),
  )
  reportSlides(
    'These slides are new',
    indexesWhere((index) => previousVersions[index] === undefined),
  )
  const forMinutes = merge.minutes === undefined ? '' : ` of ${merge.minutes} minutes`
  if (removedNames.length > 0)
    file.info(
      `These slides are gone, because a new deck${forMinutes} made from the article does not have them: ${quoteNames(removedNames)}. Their sentences that are still in the article are in the notes.`,
      { source: 'lectern', ruleId: FOLLOWED_RULE },
    )
}

const FOLLOWED_RULE = 'merge-followed'

/** Returns the options that affect how a slide looks. */
function visibleOptions({ slide: _, conflict: __, ...options }: SlideText['options']): SlideText['options'] {
  return options
}

function isSameText(one: string, other: string): boolean {
  return one === other || canonicalLines(one).join('\n') === canonicalLines(other).join('\n')
}

/** The maximum number of slides that a message names. */
const MAX_NAMED_SLIDES = 20

function quoteNames(names: readonly string[]): string {
  const quoted = names.slice(0, MAX_NAMED_SLIDES).map((name) => `"${name}"`)
  const unnamedCount = names.length - quoted.length
  return `${quoted.join(', ')}${unnamedCount > 0 ? ` and ${unnamedCount} more` : ''}`
}
