import type { Passage } from '../model/article.ts'
import type { AgendaEntry, Draft } from '../model/draft.ts'
import type { Outline } from '../model/outline.ts'
import { addedLine } from './line.ts'
import { hasContent, partNames } from './part-names.ts'

/** The drafts of an article, with the names of the parts that their part numbers refer to. */
export interface NumberedDrafts {
  readonly drafts: readonly Draft[]
  readonly parts: readonly Passage[]
}

/**
 * Leaves out the parts without slides, such as the references, and renumbers the others, so that no number is missing.
 * If the article numbers its own parts, every part up to the last numbered one is kept, with its number.
 */
export function renumberParts(outline: Outline, drafts: readonly Draft[]): NumberedDrafts {
  const names = partNames(outline)
  const headings = outline.parts.filter(hasContent).flatMap(({ section }) => section.heading ?? [])
  // The name of a part has no number, so its span starts after the number in its heading.
  const lastNumbered = names.findLastIndex(({ span }, index) => span[0] !== headings[index]?.span[0]) + 1
  const shown = new Set(drafts.flatMap(partsOf))
  const keptNumbers = names.map((_, index) => index + 1).filter((number) => number <= lastNumbered || shown.has(number))
  if (keptNumbers.length === names.length) return { drafts, parts: names }
  const newNumbers = new Map([[0, 0], ...keptNumbers.map((number, index): [number, number] => [number, index + 1])])
  const newNumber = (number: number) => newNumbers.get(number) ?? number
  return {
    drafts: drafts.map((draft) => ({ ...renumberContent(draft, newNumber), part: newNumber(draft.part) })),
    parts: names.filter((_, index) => keptNumbers.includes(index + 1)),
  }
}

function partsOf({ part, content }: Draft): readonly number[] {
  return content.type === 'agenda' ? content.entries.map((entry) => entry.part) : [part]
}

function renumberContent(draft: Draft, newNumber: (number: number) => number): Draft {
  const { content } = draft
  if (content.type === 'agenda') {
    const entries = content.entries.map((entry): AgendaEntry => ({ ...entry, part: newNumber(entry.part) }))
    return { ...draft, content: { ...content, entries } }
  }
  if (content.type !== 'part' || content.number.text !== `${draft.part}`) return draft
  return { ...draft, content: { ...content, number: addedLine(`${newNumber(draft.part)}`) } }
}
