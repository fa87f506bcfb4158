// Finds paragraphs that are not read aloud: footnotes, endnotes, references, credits and final thanks.

import type { Article, Passage, PassageKind } from '../model/article.ts'
import { isNotesLabel } from '../model/notes-label.ts'
import type { Outline, OutlineSection, Paragraph } from '../model/outline.ts'
import { countLeading } from '../util/count-leading.ts'
import { isPicture } from './picture.ts'
import { isCreditsHeading, isFinalCredit } from './section-kinds.ts'

/**
 * Maps the paragraphs of an outline that are not read aloud, in order, to the offset where the spoken text refers to
 * them or, without a reference, where they begin.
 */
export function unspokenParagraphs(outline: Outline): ReadonlyMap<Paragraph, number> {
  const { text } = outline.article
  const places = [...placesIn(outline.opening, null), ...outline.parts.flatMap(placesInSection)]
  const spoken = places.filter((place) => !isFootnoteOrCredit(place))
  const marks = firstMarksIn(text)
  const endnotes = endnotesIn(outline.article, spoken, marks)
  const unspoken = new Set([
    ...places.filter(isFootnoteOrCredit),
    ...endnotes,
    ...tailOf(outline.article, spoken, new Set(endnotes)),
  ])
  const references = new Map<Place, number>()
  let current: number | null = null
  for (const place of endnotes) {
    current = referenceTo(place, marks) ?? current
    if (current !== null) references.set(place, current)
  }
  const inOrder = places.filter((place) => unspoken.has(place))
  const referredAt = (place: Place) => references.get(place) ?? place.paragraph.block.referredAt ?? startOf(place)
  return new Map(inOrder.map((place) => [place.paragraph, spokenReference(place, { inOrder, referredAt })]))
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

/** Finds the endnotes: from the one with the mark [1], which the text must refer to, to the end of its section. */
function endnotesIn(article: Article, places: readonly Place[], marks: ReadonlyMap<string, number>): readonly Place[] {
  const first = places.findIndex((place) => wordsOf(place).startsWith('[1]') && referenceTo(place, marks) !== null)
  if (first < 0) return []
  const { heading } = places[first] ?? {}
  const end = places.findIndex(
    (place, index) => index > first && (place.heading !== heading || !isText(place) || isCredit(article, place)),
  )
  return places.slice(first, end < 0 ? places.length : end)
}

/** Maps each mark such as [1] to the offset where it first appears in the text. */
function firstMarksIn(text: string): ReadonlyMap<string, number> {
  const marks = [...text.matchAll(/\[\d{1,3}\]/g)].map(({ 0: mark, index }): [string, number] => [mark, index])
  return new Map(marks.toReversed())
}

/** Returns where the text refers to an endnote by its mark, such as [1]; null if it has no mark or no reference. */
function referenceTo(place: Place, marks: ReadonlyMap<string, number>): number | null {
  const [mark = ''] = /^\[\d{1,3}\]/.exec(wordsOf(place)) ?? []
  const index = marks.get(mark)
  return index !== undefined && index < startOf(place) ? index : null
}

/**
 * Finds credits and endnotes at the end of the article, with the label or heading "Notes" above them. The notes of a
 * meeting have the same heading, but make up most of the text.
 */
function tailOf(article: Article, places: readonly Place[], endnotes: ReadonlySet<Place>): readonly Place[] {
  const isUnderNotes = (place: Place) => isText(place) && isNotesLabel(place.heading?.text ?? '')
  const hasEndnotes = lengthOf(places.filter(isUnderNotes)) < MAX_NOTES_FRACTION * lengthOf(places)
  const isTail = (place: Place) =>
    isText(place) &&
    (endnotes.has(place) ||
      (hasEndnotes && isUnderNotes(place)) ||
      isNotesLabel(wordsOf(place)) ||
      isCredit(article, place))
  return places.slice(places.findLastIndex((place) => !isTail(place)) + 1)
}

/** The maximum fraction of an article that its endnotes make up. */
const MAX_NOTES_FRACTION = 0.3

function lengthOf(places: readonly Place[]): number {
  return places.reduce((sum, place) => sum + wordsOf(place).length, 0)
}

function isCredit({ language }: Article, place: Place): boolean {
  return language.startsWith('en') && isFinalCredit(wordsOf(place))
}

function wordsOf({ paragraph: { sentences } }: Place): string {
  return sentences.map(({ text }) => text).join(' ')
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
