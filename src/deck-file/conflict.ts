import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { opening } from './opening.ts'

/** A slide that its author has changed where the article has changed, too. */
export interface Conflict {
  readonly id: string | undefined
  readonly place: Point
  /** The new text of the article; absent if an earlier update found the conflict. */
  readonly news?: string | undefined
}

/**
 * Warns that a slide may contradict its notes. The author settles it by taking "conflict" out of the slide's comment.
 */
export function reportConflict({ id, place, news }: Conflict, file: VFile): void {
  const slide = id === undefined ? 'this slide' : `the slide "${id}"`
  const fact =
    news === undefined
      ? `The article has changed where you edited ${slide}, and its notes have the new text.`
      : `The article has changed where you edited ${slide}. Your words stay, and the new text is in its notes: "${opening(news)}".`
  file.message(`${fact} Make them agree, then remove "conflict" from the comment above the slide.`, {
    place,
    source: 'lectern',
    ruleId: 'merge-conflict',
  })
}
