// Keeps a merged deck from showing a line twice.

import { beginsListItem } from '../../read/markdown/list-item.ts'
import { canonicalLines, joinCanonicalLines } from './canonical-lines.ts'
import { lettersIn } from './line-letters.ts'
import type { MergedSlide } from './merge-slide.ts'
import type { SlideVersion } from './slide-version.ts'

/** A merged slide and the author's version of it, which is undefined if the article has added the slide. */
export interface SlideToCheck {
  readonly merged: MergedSlide
  readonly myVersion: SlideVersion | undefined
}

/** The slides of the previous deck and of the new one. */
export interface WrittenVersions {
  readonly baseVersions: readonly SlideVersion[]
  readonly theirVersions: readonly SlideVersion[]
}

/**
 * Removes points that the article puts on one slide although the author shows them on another. This happens when the
 * author has divided a slide and the new deck divides it elsewhere. A new slide becomes null if only its title remains,
 * or if the author shows its title elsewhere and most of its sentences are not new.
 */
export function removeRepeats(
  slides: readonly SlideToCheck[],
  { baseVersions, theirVersions }: WrittenVersions,
): readonly (MergedSlide | null)[] {
  if (!hasRepeats(slides)) return slides.map(({ merged }) => merged)
  const compared = slides.map(({ merged, myVersion }) => ({
    lines: canonicalLines(merged.body),
    myLines: new Set(myVersion === undefined ? [] : canonicalLines(myVersion.body)),
  }))
  const maxCounts = countLines(theirVersions.map(({ body }) => canonicalLines(body)))
  const shownCounts = countLines(compared.map(({ lines }) => lines))
  const authorCounts = countLines(compared.map(({ lines, myLines }) => lines.filter((line) => myLines.has(line))))
  const authorLetters = new Set([...authorCounts].flatMap(([line]) => lettersIn(line)))
  const oldSentences = new Set(baseVersions.flatMap(({ tokens }) => tokens.map(({ key }) => key)))
  return slides.map(({ merged, myVersion }, index) => {
    const { lines = [], myLines } = compared[index] ?? {}
    const oldCount = merged.tokens.filter(({ key }) => oldSentences.has(key)).length
    const hasRepeatedTitle = lines[0]?.startsWith('#') && authorLetters.has(lettersIn(lines[0] ?? ''))
    if (myVersion === undefined && hasRepeatedTitle && oldCount > merged.tokens.length / 2) return null
    const keptLines = lines.filter((line, lineIndex) => {
      const count = shownCounts.get(line) ?? 0
      const isRepeat =
        isPoint(line, lines[lineIndex + 1]) &&
        myLines?.has(line) !== true &&
        (authorCounts.get(line) ?? 0) > 0 &&
        count > (maxCounts.get(line) ?? 0)
      if (isRepeat) shownCounts.set(line, count - 1)
      return !isRepeat
    })
    if (keptLines.length === lines.length) return merged
    return myVersion === undefined && keptLines.every((line) => line.startsWith('#'))
      ? null
      : { ...merged, body: joinCanonicalLines(keptLines) }
  })
}

/**
 * Whether any two lines have the same letters and digits. In most decks no two lines do, so no Markdown needs to be
 * compared.
 */
function hasRepeats(slides: readonly SlideToCheck[]): boolean {
  const lines = slides.flatMap(({ merged }) => merged.body.split('\n'))
  const letters = lines.map((line) => line.replace(/[^\p{L}\p{N}]/gu, '')).filter((line) => line !== '')
  return new Set(letters).size < letters.length
}

function countLines(slides: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of slides.flat()) counts.set(line, (counts.get(line) ?? 0) + 1)
  return counts
}

/** Whether a line is a list item with nothing nested under it. */
function isPoint(line: string, next: string | undefined): boolean {
  return /^\S/.test(line) && beginsListItem(line) && !/^\s{2,}\S/.test(next ?? '')
}
