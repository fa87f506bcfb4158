import { countWords } from '../grammar/words.ts'
import type { Block, Passage } from '../model/article.ts'
import type { OutlineSection, Paragraph, Sentence, Weighed } from '../model/outline.ts'
import { isPicture } from './picture.ts'

/** What one slide, or one run of slides, is made from. */
export interface Group {
  readonly form: 'prose' | 'list' | 'table' | 'code' | 'math' | 'image'
  /** Headings that stand right before it and on no slide yet, the nearest last. */
  readonly headings: readonly Passage[]
  /** The sentence that announces a list, a table or code ("… these three:"), also the first of `sentences`. */
  readonly lead: Weighed | null
  readonly sentences: readonly Weighed[]
  /** The list, table, code, formula or images themselves. */
  readonly block: Block | null
  /** Whether it only concludes what was said before. */
  readonly concludes: boolean
}

/** Cuts a section, with all under it, into groups in the article's order. `headings` still wait for a slide. */
export function groupsOf(section: OutlineSection, headings: readonly Passage[], language: string): Group[] {
  const own = groupParagraphs(section.paragraphs, language)
  const [first, ...rest] = own
  const headed = first === undefined ? [] : [{ ...first, headings }, ...rest]
  const waiting = first === undefined ? headings : []
  const below = section.sections.flatMap((each, index) =>
    groupsOf(
      each,
      [...(index === 0 ? waiting : []), ...(each.section.heading === undefined ? [] : [each.section.heading])],
      language,
    ),
  )
  return below.length === 0 && first === undefined && headings.length > 0
    ? [{ ...EMPTY, headings }]
    : [...headed, ...below]
}

const EMPTY: Group = { form: 'prose', headings: [], lead: null, sentences: [], block: null, concludes: false }

/** Cuts paragraphs that stand under one heading into groups. */
export function groupParagraphs(paragraphs: readonly Paragraph[], language: string): Group[] {
  const groups: Group[] = []
  for (const paragraph of paragraphs) {
    const form = formOf(paragraph.block)
    const concludes = paragraph.sentences[0]?.role === 'conclusion'
    const before = groups.at(-1)
    if (paragraph.sentences.length === 0 && form !== 'image') continue
    if (before !== undefined && form === 'prose' && (isSilent(paragraph) || belongs(before, paragraph, language))) {
      groups[groups.length - 1] = { ...before, sentences: [...before.sentences, ...paragraph.sentences] }
    } else if (form === 'prose') {
      groups.push({ ...EMPTY, sentences: paragraph.sentences, concludes })
    } else {
      const lead = takeLead(groups)
      const sentences = lead === null ? paragraph.sentences : [lead, ...paragraph.sentences]
      groups.push({ ...EMPTY, form, lead, sentences, block: paragraph.block })
    }
  }
  return groups.filter((group) => group.sentences.length > 0 || group.form === 'image')
}

function formOf(block: Block): Group['form'] {
  return isPicture(block) ? 'image' : (FORMS[block.node.type] ?? 'prose')
}

const FORMS: Readonly<Record<string, Group['form']>> = { list: 'list', table: 'table', code: 'code', math: 'math' }

/** Footnotes, and the words of badges, are said with what stands before them. */
function isSilent(paragraph: Paragraph): boolean {
  return paragraph.sentences.every(({ kind }) => kind === 'footnote' || kind === 'caption')
}

/** A group of this many words is enough for one slide; a shorter one takes its neighbour in while both stay below the most. */
const ENOUGH_WORDS = 60
const MOST_WORDS = 125

function belongs(group: Group, paragraph: Paragraph, language: string): boolean {
  if (group.form !== 'prose') return false
  const concludes = paragraph.sentences[0]?.role === 'conclusion'
  if (concludes || group.concludes) return concludes && group.concludes
  const words = wordsOf(group.sentences, language)
  return words < ENOUGH_WORDS && words + wordsOf(paragraph.sentences, language) <= MOST_WORDS
}

function wordsOf(sentences: readonly Sentence[], language: string): number {
  return sentences.reduce((sum, sentence) => sum + countWords(sentence.text, language), 0)
}

/** The last sentence of the group before goes to what it announces. */
function takeLead(groups: Group[]): Weighed | null {
  const before = groups.at(-1)
  const lead = before?.sentences.at(-1)
  if (before === undefined || lead === undefined || before.form !== 'prose' || !/[:：]$/u.test(lead.text)) return null
  groups[groups.length - 1] = { ...before, sentences: before.sentences.slice(0, -1) }
  return lead
}
