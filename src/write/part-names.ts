import type { Passage } from '../model/article.ts'
import type { Outline, OutlineSection } from '../model/outline.ts'
import { isEmptySection } from '../model/section.ts'
import { withoutPartNumbers } from './heading-numbers.ts'
import { isContentsSection } from './section-kinds.ts'
import { splitAtColon } from './split-at-colon.ts'

/** Returns the names of the parts, cut at a colon unless two would then be the same. */
export function partNames({ parts }: Outline): readonly Passage[] {
  const partsWithContent = parts.filter(hasContent)
  const headings = withoutPartNumbers(
    partsWithContent.flatMap(({ section: { heading } }, index) =>
      heading === undefined ? [] : [{ heading, number: index + 1 }],
    ),
  )
  const shortNames = headings.map((heading) => splitAtColon(heading)?.[0] ?? heading)
  const isDistinct = new Set(shortNames.map(({ text }) => text)).size === shortNames.length
  return isDistinct ? shortNames : headings
}

/** Whether a part has content. A page's own table of contents does not count, because there is an agenda. */
export function hasContent({ section }: OutlineSection): boolean {
  return !isEmptySection(section) && !isContentsSection(section)
}
