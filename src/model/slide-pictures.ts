import { blocksOn } from './column-blocks.ts'
import type { Slide } from './deck.ts'
import type { Diagram, Picture } from './draft.ts'

/** Lists all pictures and diagrams on a slide, in reading order. */
export function picturesOn(slide: Slide): readonly (Picture | Diagram)[] {
  if (slide.layout === 'image') {
    const { picture, others = [] } = slide.slots
    return [picture, ...others.map((other) => other.picture)]
  }
  if (slide.layout !== 'comparison') return []
  return blocksOn(slide.slots).flatMap((block) => (block.type === 'image' ? [block.picture] : []))
}
