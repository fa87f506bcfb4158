import type { Outline, OutlineSection, Paragraph } from '../model/outline.ts'

/** Lists every paragraph of an outline, in order. */
export function allParagraphs({ opening, parts }: Outline): readonly Paragraph[] {
  return [...opening, ...parts.flatMap(paragraphsIn)]
}

function paragraphsIn({ paragraphs, sections }: OutlineSection): readonly Paragraph[] {
  return [...paragraphs, ...sections.flatMap(paragraphsIn)]
}
