// Merges the slides of a deck file with those of the new deck.

import { hasSameOptions } from '../slide-options.ts'
import { canonicalLines } from './canonical-lines.ts'
import type { FollowedSlide, FollowedSlides } from './follow-moved-text.ts'
import type { Matches } from './match-slides.ts'
import { EMPTY_SLIDE, type MergedSlide, type MergedToken, mergeSlide } from './merge-slide.ts'
import { withoutText } from './moved-text.ts'
import { haveSameSentences, type NoteToken } from './note-tokens.ts'
import { orderSlides, type SlidePositions } from './order-slides.ts'
import { removeRepeats } from './remove-repeats.ts'
import type { SlideVersion } from './slide-version.ts'

/** The slides of the three decks. */
export interface ComparedVersions {
  /** The author's slides, with text from other slides brought up to date. */
  readonly myVersions: readonly SlideVersion[]
  readonly baseVersions: readonly SlideVersion[]
  readonly theirVersions: readonly SlideVersion[]
  /** For each slide of the author's deck, the index of its original; null for a slide that the author has added. */
  readonly originalIndexes: readonly (number | null)[]
  readonly matches: Matches
  readonly followed: FollowedSlides
}

/** The merged slides and their positions in the decks that they come from. */
export interface MergedSlides {
  readonly positions: readonly SlidePositions[]
  readonly mergedSlides: readonly MergedSlide[]
}

/** Merges the slides, in their new order. */
export function mergeSlides(versions: ComparedVersions): MergedSlides {
  const { myVersions, theirVersions, originalIndexes, matches } = versions
  const ordered = orderSlides({
    originalIndexes,
    matches,
    keptSlides: findKeptSlides(versions),
    removedSlides: findRemovedSlides(matches, originalIndexes),
    newSlideCount: theirVersions.length,
  })
  const slides = ordered.map((position) => ({
    merged: mergeSlideAt(position, versions),
    myVersion: position.mine === null ? undefined : myVersions[position.mine],
  }))
  const distinct = removeRepeats(slides, versions)
  return {
    positions: ordered.filter((_, index) => distinct[index] !== null),
    mergedSlides: distinct.filter((slide) => slide !== null),
  }
}

/** Finds the slides that stay, because the author has changed them, although the article no longer contains their text. */
function findKeptSlides({ followed, originalIndexes, matches }: ComparedVersions): ReadonlySet<number> {
  const keptSlides = [...originalIndexes.keys()].filter((index) => {
    const originalIndex = originalIndexes[index]
    const slide = followed.slides[index]
    return originalIndex != null && !matches.has(originalIndex) && slide !== undefined && isEdited(slide)
  })
  return new Set(keptSlides)
}

/** Whether the author has changed a slide other than by moving text from it to other slides. */
function isEdited({ mine, base }: FollowedSlide): boolean {
  const hasSameBody = () => linesOf(mine) === linesOf(base)
  const linesOf = (version: SlideVersion | undefined) => canonicalLines(version?.body ?? '').join('\n')
  return (
    (mine.key !== base?.key && !hasSameBody()) ||
    !haveSameSentences(mine.tokens, base?.tokens) ||
    !hasSameOptions(mine.options, base?.options)
  )
}

function findRemovedSlides(matches: Matches, originalIndexes: readonly (number | null)[]): ReadonlySet<number> {
  return new Set([...matches].flatMap(([base, theirs]) => (originalIndexes.includes(base) ? [] : [theirs])))
}

/** Merges the author's version of a slide with its new version; one of them may be missing. */
function mergeSlideAt(
  { mine, theirs }: SlidePositions,
  { theirVersions, originalIndexes, followed }: ComparedVersions,
): MergedSlide {
  const theirVersion = theirs === null ? undefined : theirVersions[theirs]
  const slide = mine === null ? undefined : followed.slides[mine]
  if (slide === undefined) return unmergedSlide(theirVersion, () => 'theirs')
  const originalIndex = originalIndexes[mine ?? -1] ?? -1
  const baseKeys = new Set(slide.base?.tokens.map(({ key }) => key))
  const merged =
    theirVersion === undefined || slide.base === undefined
      ? unmergedSlide(slide.mine, ({ key }) => (baseKeys.has(key) ? 'base' : 'mine'))
      : mergeSlide(
          {
            mine: withoutText(slide.mine, slide.removedKeys),
            base: withoutText(slide.base, slide.removedKeys),
            theirs: followed.withoutMoved(theirVersion, originalIndex),
          },
          followed.changes,
        )
  return { ...merged, outdatedSentences: slide.outdatedSentences, removedTexts: slide.removedTexts }
}

/** Returns the merged version of a slide that is only in one of the decks. */
function unmergedSlide(
  version: SlideVersion | undefined,
  from: (token: NoteToken) => MergedToken['from'],
): MergedSlide {
  return {
    ...EMPTY_SLIDE,
    options: version?.options ?? {},
    body: version?.body ?? '',
    tokens: (version?.tokens ?? []).map((token) => ({ ...token, from: from(token) })),
  }
}
