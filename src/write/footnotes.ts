// Moves text that is not read aloud, such as footnotes, from the outline to the notes of the slides that it belongs to.

import type { PassageKind } from '../model/article.ts'
import type { Draft, Reason } from '../model/draft.ts'
import type { Outline, OutlineSection, Paragraph, Sentence } from '../model/outline.ts'
import { countLeading } from '../util/count-leading.ts'
import { allParagraphs } from './all-paragraphs.ts'
import { sentencesAndDisplayLines } from './display-lines.ts'
import { headingSentence } from './headings.ts'
import { FOOTNOTE } from './rules.ts'
import { unspokenParagraphs } from './unspoken-paragraphs.ts'

/** The sentences of a footnote, or of other text that is not read aloud. */
export interface Footnote {
  readonly sentences: readonly Sentence[]
  /** The offset where the article first refers to it, or else where it begins. */
  readonly referredAt: number
}

export interface OutlineAndFootnotes {
  readonly outline: Outline
  readonly footnotes: readonly Footnote[]
}

/**
 * Separates an outline from its footnotes, references, credits and final thanks. Parts that contain nothing else are
 * kept as bare headings, because they count in the numbering of parts.
 */
export function separateFootnotes(whole: Outline): OutlineAndFootnotes {
  const unspoken = unspokenParagraphs(whole)
  const footnotes: Footnote[] = []
  const keep = (paragraphs: readonly Paragraph[]) =>
    paragraphs.filter((paragraph) => {
      const referredAt = unspoken.get(paragraph)
      if (referredAt === undefined) return true
      footnotes.push({ sentences: paragraph.sentences.map((each) => asFootnote(each, referredAt)), referredAt })
      return false
    })
  const keepIn = (section: OutlineSection): OutlineSection => ({
    ...section,
    paragraphs: keep(section.paragraphs),
    sections: section.sections.map(keepIn).filter((below) => {
      const { heading, blocks } = below.section
      const isLeft = blocks.length === 0 || below.paragraphs.length + below.sections.length > 0
      if (!isLeft && heading !== undefined)
        footnotes.push({ sentences: [headingSentence(heading)], referredAt: heading.span[0] })
      return isLeft
    }),
  })
  const outline = { ...whole, opening: keep(whole.opening), parts: whole.parts.map(keepIn) }
  return allParagraphs(outline).length === 0 ? { outline: whole, footnotes: [] } : { outline, footnotes }
}

function asFootnote(sentence: Sentence, referredAt: number): Sentence {
  return SENTENCE_KINDS.has(sentence.kind) ? { ...sentence, kind: 'footnote', referredAt } : sentence
}

const SENTENCE_KINDS: ReadonlySet<PassageKind> = new Set(['prose', 'item', 'quotation', 'caption'])

/** Adds each footnote to the notes of the slide whose text refers to it. */
export function attachFootnotes(drafts: readonly Draft[], footnotes: readonly Footnote[]): readonly Draft[] {
  const added = new Map<Draft, Sentence[]>()
  const places = drafts
    .flatMap((draft) => startsOf(draft).map((start) => ({ start, draft })))
    .toSorted((one, other) => one.start - other.start)
  for (const { sentences, referredAt } of footnotes) {
    const before = countLeading(places, ({ start }) => start <= referredAt)
    const draft = places[Math.max(0, before - 1)]?.draft ?? drafts[0]
    if (draft === undefined) continue
    const others = added.get(draft)
    if (others === undefined) added.set(draft, [...sentences])
    else others.push(...sentences)
  }
  return drafts.map((draft) => {
    const sentences = added.get(draft)
    if (sentences === undefined) return draft
    const noteSentences = [...draft.noteSentences, ...sentences].toSorted((one, other) => one.span[0] - other.span[0])
    return { ...draft, noteSentences, reasons: [...(draft.reasons ?? []), ...sentences.flatMap(reasonOf)] }
  })
}

/**
 * Lists the offsets in the article at which the text of a slide begins: its heading, its sentences and the lines that
 * it shows.
 */
function startsOf(draft: Draft): readonly number[] {
  const title = draft.purpose === 'body' || draft.purpose === 'part' ? draft.title : null
  const heading = title?.kind === 'heading' ? title.spans : []
  return [...heading, ...sentencesAndDisplayLines(draft).map(({ span }) => span)].map(([start]) => start)
}

function reasonOf({ text, span, kind }: Sentence): Reason[] {
  if (kind !== 'footnote') return []
  return [{ text, span, isShown: false, rule: FOOTNOTE.id, why: FOOTNOTE.why, score: 0 }]
}
