import type { Slide } from './deck.ts'
import type { Diagram, Picture } from './draft.ts'

/** Lists all pictures and diagrams on a slide, in reading order. */
export function picturesOn(slide: Slide): readonly (Picture | Diagram)[] {
  if (slide.layout === 'image') {
    const { picture, others = [] } = slide.slots
    return [picture, ...others.map((other) => other.picture)]
  }
  if (slide.layout !== 'comparison') return []
  const blocks = slide.slots.columns.flatMap((column) => column.blocks)
  return blocks.flatMap((block) => (block.type === 'image' ? [block.picture] : []))
}
