// Reports layouts that the author of a deck file asks for but that do not suit their slides.

import type { VFile } from 'vfile'
import { isLayoutName, type LayoutName } from '../model/deck.ts'
import type { Draft } from '../model/draft.ts'
import type { Layouts } from '../model/layout.ts'

export interface UnfitLayoutContext {
  readonly layouts: Layouts
  readonly language: string
  readonly file: VFile
}

/** Reports each slide whose layout accepts none of its drafts. */
export function reportUnfitLayouts(drafts: readonly Draft[], { layouts, language, file }: UnfitLayoutContext): void {
  for (const [index, draft] of drafts.entries()) {
    const name = draft.authorOptions?.layout ?? null
    if (name === null || !isLayoutName(name)) continue
    const next = drafts.findIndex((other, otherIndex) => otherIndex > index && !other.authorOptions?.isContinuation)
    const slideDrafts = drafts.slice(index, next < 0 ? undefined : next)
    if (slideDrafts.some((slideDraft) => layouts[name].accepts(slideDraft, language) !== null)) continue
    file.message(
      `The layout "${name}" needs ${NEEDS[name]}, so this slide gets the layout that suits its content. Add what is missing, or remove the layout.`,
      { place: draft.position?.start, source: 'lectern', ruleId: 'slide-options' },
    )
  }
}

/** What a slide needs for each layout, as messages name it. */
const NEEDS: Readonly<Record<LayoutName, string>> = {
  title: 'a heading or a paragraph',
  agenda: 'a heading and a list',
  part: 'a heading or a paragraph',
  points: 'a list',
  number: 'a :::number block',
  quote: 'a :::quote block',
  comparison: 'a :::comparison block',
  timeline: 'a :::timeline block',
  statement: 'a single paragraph',
  table: 'a table',
  chart: 'a table of numbers or a chart',
  code: 'a listing',
  image: 'a picture',
  takeaways: 'a heading and a list',
  closing: 'a heading or a paragraph',
}
