import { excerptOf } from '../util/excerpt.ts'
import type { Slide } from './deck.ts'
import { type Layouts, linesOf } from './layout.ts'
import { labelOf } from './picture-label.ts'
import { picturesOn } from './slide-pictures.ts'

/** Names a slide by its first line or, if it shows no text, by its first picture; empty if it shows nothing. */
export function slideName(layouts: Layouts, slide: Slide): string {
  const [line] = linesOf(layouts, slide)
  const [picture] = picturesOn(slide)
  return line?.text ?? (picture === undefined ? '' : excerptOf(labelOf(picture)))
}
