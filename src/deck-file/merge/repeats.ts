// Keeps a merged deck from showing a line twice.

import { canonicalLines, fromLines } from './canonical.ts'
import type { MergedSlide } from './slide.ts'
import type { Version } from './version.ts'

/** A merged slide, and the author's version of it, which is undefined if the article has added the slide. */
export interface MergedVersion {
  readonly merged: MergedSlide
  readonly own: Version | undefined
}

/**
 * Removes the points that the article puts on a slide although the author shows them on another: after the author has
 * divided a slide, the changed article may divide it elsewhere. A new slide of which only the title is left becomes
 * null.
 */
export function withoutRepeats(
  slides: readonly MergedVersion[],
  theirs: readonly Version[],
): readonly (MergedSlide | null)[] {
  if (!hasRepeats(slides)) return slides.map(({ merged }) => merged)
  const read = slides.map(({ merged, own }) => ({
    lines: canonicalLines(merged.body),
    own: new Set(own === undefined ? [] : canonicalLines(own.body)),
  }))
  const most = counts(theirs.map(({ body }) => canonicalLines(body)))
  const shown = counts(read.map(({ lines }) => lines))
  const authored = counts(read.map(({ lines, own }) => lines.filter((line) => own.has(line))))
  return slides.map(({ merged, own: mine }, index) => {
    const { lines = [], own } = read[index] ?? {}
    const kept = lines.filter((line, at) => {
      const count = shown.get(line) ?? 0
      const isRepeat =
        isPoint(line, lines[at + 1]) &&
        own?.has(line) !== true &&
        (authored.get(line) ?? 0) > 0 &&
        count > (most.get(line) ?? 0)
      if (isRepeat) shown.set(line, count - 1)
      return !isRepeat
    })
    if (kept.length === lines.length) return merged
    return mine === undefined && kept.every((line) => /^#/.test(line)) ? null : { ...merged, body: fromLines(kept) }
  })
}

/**
 * Whether any two lines have the same letters, which is quicker to find out than whether they are the same Markdown.
 */
function hasRepeats(slides: readonly MergedVersion[]): boolean {
  const lines = slides.flatMap(({ merged }) => merged.body.split('\n'))
  const letters = lines.map((line) => line.replace(/[^\p{L}\p{N}]/gu, '')).filter((line) => line !== '')
  return new Set(letters).size < letters.length
}

function counts(slides: readonly (readonly string[])[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const line of slides.flat()) found.set(line, (found.get(line) ?? 0) + 1)
  return found
}

/** Whether a line is an item of a list without other items under it. */
function isPoint(line: string, next: string | undefined): boolean {
  return /^(?:[-*+]|\d+[.)])\s/.test(line) && !/^\s{2,}\S/.test(next ?? '')
}
