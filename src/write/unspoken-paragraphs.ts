// Finds paragraphs that are not read aloud: footnotes, endnotes, references and credits.

import type { Passage, PassageKind } from '../model/article.ts'
import type { Outline, OutlineSection, Paragraph } from '../model/outline.ts'
import { countLeading } from '../util/count-leading.ts'
import { isPicture } from './picture.ts'
import { isCreditsHeading } from './section-kinds.ts'

/**
 * Maps the paragraphs of an outline that are not read aloud, in order, to the offset where the spoken text refers to
 * them or, without a reference, where they begin.
 */
export function unspokenParagraphs(outline: Outline): ReadonlyMap<Paragraph, number> {
  const places = [...placesIn(outline.opening, null), ...outline.parts.flatMap(placesInSection)]
  const marks = firstMarksIn(outline.article.text)
  const unspoken = places.filter((place) => isFootnoteOrCredit(place) || referenceTo(place, marks) !== null)
  const referredAt = (place: Place) => place.paragraph.block.referredAt ?? referenceTo(place, marks) ?? startOf(place)
  return new Map(unspoken.map((place) => [place.paragraph, spokenReference(place, { inOrder: unspoken, referredAt })]))
}

/** A paragraph with words, and the heading above it. */
interface Place {
  readonly paragraph: Paragraph
  readonly heading: Passage | null
}

function placesInSection({ section, paragraphs, sections }: OutlineSection): readonly Place[] {
  return [...placesIn(paragraphs, section.heading ?? null), ...sections.flatMap(placesInSection)]
}

function placesIn(paragraphs: readonly Paragraph[], heading: Passage | null): readonly Place[] {
  return paragraphs.flatMap((paragraph) => (paragraph.sentences.length === 0 ? [] : [{ paragraph, heading }]))
}

function isFootnoteOrCredit(place: Place): boolean {
  const { node } = place.paragraph.block
  return node.type === 'footnoteDefinition' || (isText(place) && isCreditsHeading(place.heading?.text ?? ''))
}

/** Whether a paragraph consists of sentences, and is neither a picture nor a display such as a table. */
function isText({ paragraph: { block, sentences } }: Place): boolean {
  return !isPicture(block) && sentences.every(({ kind }) => !DISPLAY_KINDS.has(kind))
}

const DISPLAY_KINDS: ReadonlySet<PassageKind> = new Set(['row', 'code', 'math'])

/** Maps each mark such as [1] to the offset where it first appears in the text. */
function firstMarksIn(text: string): ReadonlyMap<string, number> {
  const marks = [...text.matchAll(/\[\d{1,3}\]/g)].map(({ 0: mark, index }): [string, number] => [mark, index])
  return new Map(marks.toReversed())
}

/** Returns where the text refers to an endnote by its mark; null if it has no mark or no reference. */
function referenceTo(place: Place, marks: ReadonlyMap<string, number>): number | null {
  const [first] = place.paragraph.sentences
  const [mark = ''] = /^\[\d{1,3}\]/.exec(first?.text ?? '') ?? []
  const index = marks.get(mark)
  return index !== undefined && index < startOf(place) ? index : null
}

function startOf({ paragraph: { sentences } }: Place): number {
  return sentences[0]?.span[0] ?? 0
}

function endOf({ paragraph: { sentences } }: Place): number {
  return sentences.at(-1)?.span[1] ?? 0
}

interface References {
  readonly inOrder: readonly Place[]
  readonly referredAt: (place: Place) => number
}

/** Returns where the spoken text refers to a footnote, directly or through other footnotes. */
function spokenReference(place: Place, { inOrder, referredAt }: References): number {
  const seen = new Set([place])
  let offset = referredAt(place)
  for (;;) {
    const before = offset
    const other = inOrder[countLeading(inOrder, (each) => startOf(each) < before) - 1]
    if (other === undefined || endOf(other) < offset || seen.has(other)) return offset
    seen.add(other)
    offset = referredAt(other)
  }
}
