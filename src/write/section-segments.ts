// Splits a section into segments: prose, lists, and content shown verbatim.

import type { Block, Passage } from '../model/article.ts'
import { type Box, boxOf } from '../model/box.ts'
import type { OutlineSection, Paragraph, Sentence } from '../model/outline.ts'
import { endsInColon } from '../util/ends-in-colon.ts'
import { isConnective } from './connectives.ts'
import { continuesFormula } from './formula-sentences.ts'
import { labelledItems } from './labelled-items.ts'
import { itemStarts, ordinalsIn } from './ordinals.ts'
import { imagesIn, isPicture } from './picture.ts'
import { isAlwaysList, splitAtDisplays } from './split-lists.ts'
import { isUnfinished } from './unfinished-sentence.ts'

/** Part of a section that is shown in one way: prose that a plan divides, a list, or content shown verbatim. */
export interface Segment {
  readonly form: 'prose' | 'list' | 'table' | 'code' | 'math' | 'image'
  /** Its sentences, rows or lines, without `lead` or `bridge`. */
  readonly sentences: readonly Sentence[]
  /**
   * The sentence that introduces a list or a display: it ends with a colon or is not finished, is the step that a
   * picture belongs to, or is the caption above a table; null if there is none.
   */
  readonly lead: Sentence | null
  /** The number of the lead if it is a step of a numbered list; null otherwise. */
  readonly step: number | null
  /** Words between the lead and what it introduces, such as "For example:", which mean nothing by themselves. */
  readonly bridge: Sentence | null
  /** Whether it comes, with its lead, directly after a table, a listing or a formula under the same heading. */
  readonly followsDisplay: boolean
  /** Null for prose. */
  readonly block: Block | null
  /**
   * The title of its slides: its label if it is a list item, or the title of the box that contains it; null otherwise.
   */
  readonly label: Passage | null
  /** The heading above it. */
  readonly headingAbove: Passage | null
  /** The headings directly before it, the nearest last. */
  readonly headings: readonly Passage[]
}

/**
 * Lists the segments of a section and its subsections, in the article's order. A heading without content has one empty
 * segment.
 */
export function segmentsIn({ section, paragraphs, sections }: OutlineSection): readonly Segment[] {
  const headingAbove = section.heading ?? null
  const direct = segmentsOf(paragraphs, headingAbove)
  const below = sections.flatMap(segmentsIn)
  if (headingAbove === null) return [...direct, ...below]
  const [first, ...rest] = [...direct, ...below]
  if (first === undefined) return [{ ...EMPTY_SEGMENT, headingAbove, headings: [headingAbove] }]
  return [{ ...first, headings: [headingAbove, ...first.headings] }, ...rest]
}

const EMPTY_SEGMENT: Segment = {
  form: 'prose',
  sentences: [],
  lead: null,
  step: null,
  bridge: null,
  followsDisplay: false,
  block: null,
  label: null,
  headingAbove: null,
  headings: [],
}

/** Lists the segments of paragraphs under one heading. */
export function segmentsOf(paragraphs: readonly Paragraph[], headingAbove: Passage | null): readonly Segment[] {
  const segments: Segment[] = []
  const boxTitles = new Map<Box | undefined, Passage>()
  for (const { block, sentences } of paragraphs.flatMap(splitAtDisplays)) {
    const form = formOf(block, sentences)
    const before = segments.at(-1)
    if (sentences.length === 0 && form !== 'image') continue
    const box = boxOf(block.node)
    const [first] = block.passages
    if (box !== undefined && first?.text === box.title) boxTitles.set(box, first)
    const label = boxTitles.get(box) ?? null
    const items = form === 'prose' ? labelledItems(block, sentences) : null
    if (items !== null) {
      for (const item of items) segments.push({ ...EMPTY_SEGMENT, ...item, headingAbove })
      continue
    }
    if (
      form === 'prose' &&
      (isProseUnder(before, label) ||
        (before !== undefined && areBadgeTexts(sentences) && !isCaptionUnderTable(block, before)))
    ) {
      segments[segments.length - 1] = { ...before, sentences: [...before.sentences, ...sentences] }
      continue
    }
    if (form === 'prose' && before?.form === 'math' && continuesFormula(block, sentences, before.sentences.at(-1))) {
      const [continuation, ...others] = sentences
      if (continuation !== undefined)
        segments[segments.length - 1] = { ...before, sentences: [...before.sentences, continuation] }
      if (others.length > 0) segments.push({ ...EMPTY_SEGMENT, sentences: others, followsDisplay: true, headingAbove })
      continue
    }
    const leads = form === 'prose' ? NO_LEADS : takeLeads(segments, form)
    segments.push({
      ...EMPTY_SEGMENT,
      form,
      sentences,
      ...leads,
      followsDisplay: DISPLAYS.has(segments.at(-1)?.form),
      block: form === 'prose' ? null : block,
      label,
      headingAbove,
    })
  }
  return segments
}

/** Whether a segment is prose that other prose with the same label may join. */
function isProseUnder(segment: Segment | undefined, label: Passage | null): segment is Segment {
  return segment?.form === 'prose' && segment.label === label
}

function formOf(block: Block, sentences: readonly Sentence[]): Segment['form'] {
  if (isPicture(block)) return 'image'
  const form = FORMS[block.node.type] ?? 'prose'
  // A run of items between two displays is still a list, however few or long its items are.
  if (form !== 'list' || isAlwaysList(block)) return form
  // A single item is not a list, and items of several sentences read like paragraphs.
  const items = sentences.filter(({ startsBlock, kind }) => startsBlock && kind !== 'caption').length
  const words = sentences.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
  if (items < 2) return 'prose'
  const areLong = words / items > MAX_MEAN_ITEM_WORDS
  return areLong && (labelledItems(block, sentences)?.length ?? 0) <= MAX_LABELLED_ITEMS ? 'prose' : 'list'
}

/** The maximum mean number of words in the items of a list. */
const MAX_MEAN_ITEM_WORDS = 34

/** The maximum number of long items with labels that get their own slides. In a longer list, each is a point. */
const MAX_LABELLED_ITEMS = 8

const FORMS: Readonly<Record<string, Segment['form']>> = { list: 'list', table: 'table', code: 'code', math: 'math' }

const DISPLAYS: ReadonlySet<Segment['form'] | undefined> = new Set(['table', 'code', 'math'])

/**
 * Whether all sentences are alternative texts of badges, which belong in the notes of the text before them.
 */
function areBadgeTexts(sentences: readonly Sentence[]): boolean {
  return sentences.every(({ kind }) => kind === 'caption')
}

/** Whether a block contains a picture's caption, which a table above it would take for its own. */
function isCaptionUnderTable({ node }: Block, before: Segment): boolean {
  return before.form === 'table' && imagesIn(node).length > 0
}

type Leads = Pick<Segment, 'lead' | 'step' | 'bridge'>

const NO_LEADS: Leads = { lead: null, step: null, bridge: null }

/**
 * Takes the sentence that introduces what follows. If that is only a connective, such as "For example:", it becomes the
 * bridge, and the sentence before it becomes the lead.
 */
function takeLeads(segments: Segment[], form: Segment['form']): Leads {
  const block = segments.at(-1)?.block ?? null
  const lead = takeLead(segments, form)
  const step = lead === null ? null : (ordinalsIn(block, itemStarts(block)).get(lead.span[0]) ?? null)
  const leads = { ...NO_LEADS, lead, step }
  const before = segments.at(-1)
  const previous = before?.sentences.at(-1)
  if (before?.form !== 'prose' || previous === undefined || previous.kind !== 'prose') return leads
  if (lead === null || form === 'image' || form === 'table' || !isConnective(lead.text)) return leads
  dropLast(segments, before)
  return { ...NO_LEADS, lead: previous, bridge: lead }
}

/**
 * Takes out of the last segment the sentence that introduces what comes next: a last sentence that ends with a colon or
 * is not finished, the step that a picture belongs to, or the caption above a table. Null if there is none.
 */
function takeLead(segments: Segment[], form: Segment['form']): Sentence | null {
  const before = segments.at(-1)
  const lead = before?.sentences.at(-1)
  if (before === undefined || lead === undefined) return null
  if (form === 'table' && lead.kind === 'caption' && before.form !== 'image' && !isCaptionBelow(before)) {
    dropLast(segments, before)
    return lead
  }
  if (before.form !== 'prose' && before.form !== 'list') return null
  const isStep = form === 'image' && isAlwaysList(before.block) && lead.startsBlock
  const isOpen = form !== 'image' && form !== 'table' && before.form === 'prose' && isUnfinished(lead)
  if (!isStep && !isOpen && !endsInColon(lead.text)) return null
  dropLast(segments, before)
  return lead
}

/** Whether the caption at the end of a table's segment belongs to that table, which has none above it. */
function isCaptionBelow({ form, lead, sentences: [first] }: Segment): boolean {
  return form === 'table' && lead?.kind !== 'caption' && first?.kind !== 'caption'
}

function dropLast(segments: Segment[], before: Segment): void {
  if (before.sentences.length > 1)
    segments[segments.length - 1] = { ...before, sentences: before.sentences.slice(0, -1) }
  else {
    segments.pop()
    // The sentence that introduced the step becomes prose again.
    for (const sentence of [before.lead, before.bridge])
      if (sentence !== null) addProse(segments, sentence, before.headingAbove)
  }
}

function addProse(segments: Segment[], sentence: Sentence, headingAbove: Passage | null): void {
  const before = segments.at(-1)
  if (isProseUnder(before, null))
    segments[segments.length - 1] = { ...before, sentences: [...before.sentences, sentence] }
  else segments.push({ ...EMPTY_SEGMENT, sentences: [sentence], headingAbove })
}
