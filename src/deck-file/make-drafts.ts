// Makes drafts from the slides of a deck file.

import type { VFile } from 'vfile'
import type { AgendaEntry, Content, Draft, Line } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import { canShareSlide } from '../model/shared-slides.ts'
import { agendasOf } from './agenda.ts'
import { purposeOf, type SlideWithSources } from './find-sources.ts'
import type { OriginalSlide } from './original-slides.ts'

/** Everything that the drafts depend on, apart from the slides themselves. */
export interface DraftContext {
  /** The names of the parts. */
  readonly partNames: readonly string[]
  /** The part number of each slide, from 1; 0 if it belongs to no part. */
  readonly partNumbers: readonly number[]
  /** The slides as Lectern wrote them. */
  readonly originals: readonly OriginalSlide[]
  /** Whether all slides count as the author's, so that none may be merged. */
  readonly areAllByAuthor: boolean
  readonly file: VFile
}

/** A slide that its author has hidden. */
export interface HiddenDraft {
  /** The draft of the slide, without notes. */
  readonly draft: Draft
  /** The number of visible drafts before the hidden one. */
  readonly draftsBefore: number
}

/** The drafts of a deck file. */
export interface DeckDrafts {
  readonly drafts: readonly Draft[]
  readonly hidden: readonly HiddenDraft[]
}

/**
 * Makes a draft for each form of content on each slide. The notes of a hidden slide go to the visible slide before it,
 * or else to the first visible slide.
 */
export function draftsOf(
  slides: readonly SlideWithSources[],
  { partNames, partNumbers, originals, areAllByAuthor, file }: DraftContext,
): DeckDrafts {
  const drafts: { readonly draft: Draft; readonly noteSentences: Sentence[] }[] = []
  const agendas = agendasOf({ slides, partNames, partNumbers, file })
  const hidden: HiddenDraft[] = []
  const pendingSentences: Sentence[] = []
  for (const [index, slide] of slides.entries()) {
    const [first, ...others] = draftsOfSlide(slide, {
      agenda: agendas.get(slide) ?? [],
      areAllByAuthor,
      hasOriginalPredecessor: followsOriginal(slide, slides[index - 1], originals),
      part: partNumbers[index] ?? 0,
    })
    if (slide.parsed.options.hidden === true) {
      ;(drafts.at(-1)?.noteSentences ?? pendingSentences).push(...slide.noteSentences)
      const slideDrafts = first === undefined ? [] : [first, ...others]
      hidden.push(...slideDrafts.map((draft) => ({ draft: preventMerge(draft), draftsBefore: drafts.length })))
      continue
    }
    if (first === undefined) continue
    if (isMixed(slide)) reportMixed(slide, file)
    drafts.push({ draft: first, noteSentences: [...pendingSentences.splice(0), ...slide.noteSentences] })
    drafts.push(...others.map((draft) => ({ draft, noteSentences: [] })))
  }
  return { drafts: drafts.map(({ draft, noteSentences }) => ({ ...draft, noteSentences })), hidden }
}

/**
 * Whether a slide still follows its original predecessor, both are shown, and the author has edited at least one of
 * them.
 */
function followsOriginal(
  { original, isUntouched }: SlideWithSources,
  previous: SlideWithSources | undefined,
  originals: readonly OriginalSlide[],
): boolean {
  if (original === null || previous?.original == null || previous.parsed.options.hidden === true) return false
  if (isUntouched && previous.isUntouched) return false
  return originals.indexOf(original) === originals.indexOf(previous.original) + 1
}

/** Prevents a draft from being merged with the one before it. */
function preventMerge(draft: Draft): Draft {
  return { ...draft, ...(draft.authorOptions && { authorOptions: { ...draft.authorOptions, isAuthored: true } }) }
}

interface SlideContext {
  /** The entries of the slide if it is an agenda; otherwise empty. */
  readonly agenda: readonly AgendaEntry[]
  readonly areAllByAuthor: boolean
  readonly hasOriginalPredecessor: boolean
  readonly part: number
}

function draftsOfSlide(
  { parsed, reading, isUntouched }: SlideWithSources,
  { agenda, areAllByAuthor, hasOriginalPredecessor, part }: SlideContext,
): readonly Draft[] {
  const { options, place } = parsed
  return reading.contents.map((content, index): Draft => {
    const completeContent = withDeckData(content, { agenda, part })
    return {
      type: 'draft',
      purpose: purposeOf(completeContent),
      part,
      title: reading.title,
      content: completeContent,
      noteSentences: [],
      position: { start: place, end: place },
      authorOptions: {
        id: index === 0 ? (options.slide ?? null) : null,
        layout: index === 0 ? (options.layout ?? null) : null,
        isAuthored: (areAllByAuthor || !isUntouched) && index === 0,
        isContinuation: index > 0,
        ...(index === 0 && hasOriginalPredecessor && { hasOriginalPredecessor }),
        isStepped: options.steps ?? null,
        background: options.background ?? null,
      },
    }
  })
}

/**
 * Completes a slide's content with data that depends on other slides: the number of its part, or an agenda's entries.
 */
function withDeckData(content: Content, { agenda, part }: Pick<SlideContext, 'agenda' | 'part'>): Content {
  if (content.type === 'part') return { ...content, number: numberLine(part) }
  return content.type === 'agenda' ? { ...content, entries: agenda } : content
}

function numberLine(part: number): Line {
  return { text: `${part}`, spans: [], added: [`${part}`], kind: 'frame', weight: 0 }
}

/** Whether a slide contains several forms, one of which cannot share a slide. */
function isMixed({ reading: { contents } }: SlideWithSources): boolean {
  return contents.length > 1 && contents.some(({ type }) => !canShareSlide(type))
}

function reportMixed({ parsed, reading }: SlideWithSources, file: VFile): void {
  const forms = [...new Set(reading.contents.map(({ type }) => type))].join(', ')
  file.info(
    `This slide mixes several kinds of content (${forms}), and each needs its own slide. Divide the slide with ---.`,
    {
      place: parsed.place,
      source: 'lectern',
      ruleId: 'mixed-slide',
    },
  )
}
