import { countWords } from '../grammar/words.ts'
import type { Block, Passage } from '../model/article.ts'
import type { OutlineSection, Paragraph, Sentence, Weighed } from '../model/outline.ts'
import { isPicture } from './picture.ts'
import { type Survey, surveyOf } from './surroundings.ts'
import { LONGEST_TITLE } from './title.ts'
import { isRun, unlisted } from './unlist.ts'

/** What one slide, or one run of slides, is made from. */
export interface Group {
  readonly form: 'prose' | 'list' | 'table' | 'code' | 'math' | 'image'
  /** Headings that stand right before it and on no slide yet, the nearest last. */
  readonly headings: readonly Passage[]
  /** The heading that the slides before it bear, where it goes on under that; null where none does. */
  readonly continues: Passage | null
  /** The heading of its section, whichever slide bears that; null for none. */
  readonly over: Passage | null
  /** The sentence that announces a list, a table or code ("… these three:"), also the first of `sentences`. */
  readonly lead: Weighed | null
  readonly sentences: readonly Weighed[]
  /** The list, table, code, formula or images themselves. */
  readonly block: Block | null
  /** The heading that it stands under, whichever slide bears that; empty for none. */
  readonly under: string
  /** The section that it stands in. */
  readonly survey: Survey
  /** Whether it only concludes what was said before. */
  readonly concludes: boolean
  /** Whether it opens with a question that stands alone, and answers it. */
  readonly asks: boolean
}

/** Cuts a section, with all under it, into groups in the article's order. `headings` still wait for a slide. */
export function groupsOf(section: OutlineSection, headings: readonly Passage[], language: string): Group[] {
  const over = section.section.heading ?? null
  const own = groupUnder(over?.text ?? '', section.paragraphs, language).map((group): Group => ({ ...group, over }))
  const [first, ...rest] = own
  const heading = headings.at(-1) ?? null
  const named = heading !== null && namesMatter(heading.text) ? heading : null
  const continues = own.length <= MOST_CONTINUED ? named : null
  const headed =
    first === undefined
      ? []
      : [
          { ...first, headings },
          ...rest.map((group) => ({ ...group, continues: isRun(group.block) ? named : continues })),
        ]
  const waiting = first === undefined ? headings : []
  const below = section.sections.flatMap((each, index) =>
    groupsOf(
      each,
      [...(index === 0 ? waiting : []), ...(each.section.heading === undefined ? [] : [each.section.heading])],
      language,
    ),
  )
  return below.length === 0 && first === undefined && headings.length > 0
    ? [{ ...EMPTY, headings, survey: surveyOf([], '', language) }]
    : [...headed, ...below]
}

/** Whether a heading names what stands under it: a caption names a picture, and what follows the answer to a question may answer another. */
function namesMatter(heading: string): boolean {
  return !/[?？]$|^(?:chart|fig(?:ure)?|image|photo|table)\b\.? ?\d|\b(?:icon|image|logo|photo|picture|screenshot)$/iu.test(
    heading,
  )
}

/** So many groups may make slides that go on under one heading; more are a series. */
const MOST_CONTINUED = 4

/** A group that goes on under the heading that it had. */
export function withoutHeadings(group: Group): Group {
  const heading = group.headings.at(-1)
  const continues = heading !== undefined && namesMatter(heading.text) ? heading : group.continues
  return { ...group, headings: [], continues }
}

const EMPTY = {
  form: 'prose',
  headings: [],
  continues: null,
  over: null,
  lead: null,
  sentences: [],
  block: null,
  under: '',
  concludes: false,
  asks: false,
} as const

/** Cuts paragraphs that stand under no heading into groups. */
export function groupParagraphs(paragraphs: readonly Paragraph[], language: string): Group[] {
  return groupUnder('', paragraphs, language)
}

function groupUnder(heading: string, paragraphs: readonly Paragraph[], language: string): Group[] {
  const survey = surveyOf(
    paragraphs.flatMap(({ sentences }) => sentences),
    heading,
    language,
  )
  const pieces = paragraphs.flatMap(unlisted)
  const isInterview = paragraphs.filter(asksAlone).length >= LEAST_QUESTIONS
  const groups: Group[] = []
  for (const paragraph of pieces) {
    const form = formOf(paragraph.block)
    const concludes = paragraph.sentences[0]?.role === 'conclusion'
    const asks = isInterview && asksAlone(paragraph)
    const before = groups.at(-1)
    if (paragraph.sentences.length === 0 && form !== 'image') continue
    if (
      before !== undefined &&
      form === 'prose' &&
      !asks &&
      (isSilent(paragraph) || belongs(before, paragraph, { isFirst: groups.length === 1, language }))
    ) {
      groups[groups.length - 1] = { ...before, sentences: [...before.sentences, ...paragraph.sentences] }
    } else if (form === 'prose') {
      groups.push({ ...EMPTY, under: heading, survey, sentences: paragraph.sentences, concludes, asks })
    } else {
      const lead = takeLead(groups, form, paragraph.block)
      const sentences = lead === null ? paragraph.sentences : [lead, ...paragraph.sentences]
      groups.push({ ...EMPTY, under: heading, survey, form, lead, sentences, block: paragraph.block })
    }
  }
  return withoutCrumbs(groups, language).filter((group) => group.sentences.length > 0 || group.form === 'image')
}

/** A group of so few words or sentences makes no slide of its own where it can join the one before it. */
const FEW_WORDS = 45
const FEW_SENTENCES = 2
const MOST_WORDS_WITH_CRUMBS = 190

/** Gives what is left over at the end of a run of prose to the group before. */
function withoutCrumbs(groups: readonly Group[], language: string): Group[] {
  const kept: Group[] = []
  for (const group of groups) {
    const before = kept.at(-1)
    const words = wordsSaid(group.sentences, language)
    const isCrumb = group.sentences.length <= FEW_SENTENCES || words < FEW_WORDS
    const joins =
      before?.form === 'prose' &&
      group.form === 'prose' &&
      before.concludes === group.concludes &&
      !group.asks &&
      !before.asks
    if (
      before !== undefined &&
      joins &&
      isCrumb &&
      words + wordsSaid(before.sentences, language) <= MOST_WORDS_WITH_CRUMBS
    )
      kept[kept.length - 1] = { ...before, sentences: [...before.sentences, ...group.sentences] }
    else kept.push(group)
  }
  return kept
}

/** Fewer questions by themselves are no interview. */
const LEAST_QUESTIONS = 3

/** A short paragraph that is nothing but a question. */
function asksAlone({ block, sentences }: Paragraph): boolean {
  const [question, ...others] = sentences
  const isAlone = block.node.type === 'paragraph' && question !== undefined && others.length === 0
  return isAlone && question.text.length <= LONGEST_TITLE && /[?？]$/u.test(question.text)
}

function formOf(block: Block): Group['form'] {
  return isPicture(block) ? 'image' : (FORMS[block.node.type] ?? 'prose')
}

const FORMS: Readonly<Record<string, Group['form']>> = { list: 'list', table: 'table', code: 'code', math: 'math' }

/** Footnotes, and the words of badges, are said with what stands before them. */
function isSilent(paragraph: Paragraph): boolean {
  return paragraph.sentences.every(({ kind }) => kind === 'footnote' || kind === 'caption')
}

/** A group of so many words in so many sentences is enough for one slide; a smaller one takes its neighbour in while both stay below the most. */
const ENOUGH_WORDS = 60
const ENOUGH_SENTENCES = 3
const MOST_WORDS = 125

function belongs(
  group: Group,
  paragraph: Paragraph,
  { isFirst, language }: { readonly isFirst: boolean; readonly language: string },
): boolean {
  if (group.form !== 'prose') return false
  // An answer of any length stands under its question.
  if (group.asks && group.sentences.length === 1) return true
  const concludes = paragraph.sentences[0]?.role === 'conclusion'
  if (concludes || group.concludes) return concludes && group.concludes
  const words = wordsSaid(group.sentences, language)
  // A paragraph or two of some length under a heading may introduce the rest, and then stay by themselves.
  const isEnough = words >= ENOUGH_WORDS && (isFirst || group.sentences.length >= ENOUGH_SENTENCES)
  return !isEnough && words + wordsSaid(paragraph.sentences, language) <= MOST_WORDS
}

/** The words of some sentences, as they are spoken. */
export function wordsSaid(sentences: readonly Sentence[], language: string): number {
  return sentences.reduce((sum, sentence) => sum + countWords(sentence.text, language), 0)
}

/** A short paragraph that is no sentence, over a table: "Delays at four stations". */
function isCaption({ text, opens }: Weighed): boolean {
  return opens && text.length <= LONGEST_CAPTION && !/[.!?…。！？]["”’)]?$/u.test(text)
}

const LONGEST_CAPTION = 120

/** A sentence that a formula ends: "and so we see that", "the sum,". */
function isOpen({ text }: Weighed): boolean {
  return /[\p{L}\p{N},]$/u.test(text)
}

/** A short sentence right before a listing says what it does: "Open the gate with the key." */
function isBrief({ text, kind }: Weighed): boolean {
  return /^(?:item|prose)$/.test(kind) && text.length <= LONGEST_TITLE && !/[?？"”]$|^\(/u.test(text)
}

/** The last sentence of the group before goes to what it announces; of a list that is divided, the step that something stands in. */
function takeLead(groups: Group[], form: Group['form'], block: Block): Weighed | null {
  const before = groups.at(-1)
  const lead = before?.sentences.at(-1)
  if (before === undefined || lead === undefined) return null
  const announces =
    /[:：]$/u.test(lead.text) ||
    (form === 'math' && isOpen(lead)) ||
    (form === 'table' && isCaption(lead)) ||
    (form === 'code' && isBrief(lead))
  const isStep = form !== 'list' && lead.kind === 'item' && lead.opens && isBrief(lead)
  const leads =
    before.form === 'prose'
      ? announces
      : before.form === 'list' && lead !== before.lead && isInside(block, before.block) && (announces || isStep)
  if (!leads) return null
  groups[groups.length - 1] = { ...before, sentences: before.sentences.slice(0, -1) }
  return lead
}

/** Whether a block stood in an item of a list, which is divided. */
function isInside({ node: { position: inner } }: Block, list: Block | null): boolean {
  const outer = list?.node.position
  return inner !== undefined && outer !== undefined && (inner.end.offset ?? 0) <= (outer.end.offset ?? -1)
}
