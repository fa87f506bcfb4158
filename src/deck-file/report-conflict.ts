// Warns about slides that both the author and the article have changed.

import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { excerptOf } from '../util/excerpt.ts'

/** A slide that its author has edited in a place where the article has changed as well. */
export interface Conflict {
  readonly id: string | undefined
  readonly place: Point
  /** The new text of the article; absent if an earlier update found the conflict. */
  readonly newText?: string | undefined
}

/**
 * Warns that a slide may contradict its notes. The author settles the conflict by removing "conflict" from the slide's
 * comment.
 */
export function reportConflict({ id, place, newText }: Conflict, file: VFile): void {
  const slide = id === undefined ? 'this slide' : `the slide "${id}"`
  const fact =
    newText === undefined
      ? `The article has changed where you edited ${slide}, and the notes have the new text.`
      : `The article has changed where you edited ${slide}. Your words stay, and the new text is in the notes: "${excerptOf(newText)}".`
  file.message(`${fact} Make them agree, then remove "conflict" from the comment above the slide.`, {
    place,
    source: 'lectern',
    ruleId: 'merge-conflict',
  })
}
