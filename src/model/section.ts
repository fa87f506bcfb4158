import type { Passage, Section } from './article.ts'

/** Lists the heading of a section, if it has one, and those below it, in order. */
export function headingsUnder({ heading, sections }: Section): Passage[] {
  return [...(heading === undefined ? [] : [heading]), ...sections.flatMap(headingsUnder)]
}

/** Whether a section contains nothing but further headings; such a section does not name a part of the talk. */
export function isEmptySection({ blocks, sections }: Section): boolean {
  return blocks.length === 0 && sections.every(isEmptySection)
}
