import type { LayoutName } from './deck.ts'
import type { Content } from './draft.ts'

/** Whether content of this form, or a slide with this layout, can share a slide with other content if both fit. */
export function canShareSlide(form: Content['type'] | LayoutName): boolean {
  return SHARING_FORMS.has(form)
}

const SHARING_FORMS: ReadonlySet<Content['type'] | LayoutName> = new Set<Content['type'] | LayoutName>([
  'points',
  'statement',
  'quote',
  'comparison',
  'columns',
  'table',
  'chart',
  'code',
  'image',
])
