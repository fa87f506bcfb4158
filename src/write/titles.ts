// Lists the titles that a sentence offers.

import { contentWords } from '../grammar/content-words.ts'
import { hasQuotation } from '../grammar/quotation-marks.ts'
import { isFiniteClause, rootOf, type Tree } from '../grammar/tree.ts'
import type { Line } from '../model/draft.ts'
import { type Span, shiftSpan } from '../model/span.ts'
import { topicOf } from './announced-topic.ts'
import { type Context, countSlideWords } from './context.ts'
import { cutsFormula } from './cuts-formula.ts'
import type { Unit } from './judge/units.ts'
import { lineOf } from './line.ts'
import { EASY_POINT_WORDS } from './plan/objective.ts'
import { dependenceOf } from './sentence-dependence.ts'
import { INITIAL_WEIGHT, isOverlong, phrasesOf } from './sentence-versions.ts'
import { titlePhrasesOf } from './title-phrases.ts'
import { complementAfter, remainderAfter } from './title-remainder.ts'
import type { Phrase, TitlePhrase } from './writer-memory.ts'

/** The maximum and the preferred width of a title (see `widthOf`): two lines, and one and a half, in every theme. */
export const MAX_TITLE_WIDTH = 84
const PREFERRED_TITLE_WIDTH = 70

/** A title that a unit offers. */
export interface TitleOption {
  readonly line: Line
  readonly words: number
  /**
   * `whole`: the sentence; `cut`: a shorter version; `question`: either of these, if it is a question; `clause`: a
   * clause of the sentence; `topic`: the topic that the sentence announces; otherwise the role of a noun phrase.
   */
  readonly form: TitlePhrase['form']
  /** Its content words. */
  readonly keywords: readonly string[]
  /** The rest of the title's sentence, if it can be the first point under the title; null otherwise. */
  readonly remainder: { readonly line: Line; readonly words: number } | null
}

/** Lists the titles that a unit offers. */
export function titlesOf(context: Context, { sentence }: Unit): readonly TitleOption[] {
  const make = () =>
    titlesIn(context, sentence.text).map((title) => ({
      ...title,
      keywords: contentWords(title.text),
      remainder: remainderOf(context, sentence.text, title),
    }))
  const phrases = context.parse?.memory?.titles.recall(sentence.text, make) ?? make()
  const lineFrom = ({ text, spans }: Pick<TitlePhrase, 'text' | 'spans'>): Line => ({
    text,
    spans: spans.map((span) => shiftSpan(span, sentence.span[0])),
    added: [],
    kind: 'prose',
    weight: INITIAL_WEIGHT,
  })
  return phrases.flatMap(({ remainder, ...phrase }): TitleOption[] => {
    const { words, form, keywords } = phrase
    const line = lineFrom(phrase)
    if (form !== 'whole' && cutsFormula(context.article, line.spans)) return []
    const rest = remainder === null ? null : { line: lineFrom(remainder), words: remainder.words }
    return [{ line, words, form, keywords, remainder: rest }]
  })
}

type TitleParts = Omit<TitlePhrase, 'keywords' | 'remainder'>

/**
 * Returns the clause that follows a title in its sentence, or what the sentence says of the title if that is its subject;
 * null if it is neither, or too long for a point.
 */
function remainderOf(context: Context, sentence: string, title: TitleParts): Phrase | null {
  const { parse } = context
  const [start, end] = [title.spans[0]?.[0], title.spans.at(-1)?.[1]]
  if (parse === null || end === undefined || hasQuotation(sentence)) return null
  const isSubject = title.form === 'subject'
  // A clause from the middle of a sentence is often just one of several.
  if (!isSubject && (start !== 0 || !/^(?:cut|clause)$/.test(title.form))) return null
  const span = isSubject ? complementAfter(parse(sentence), end) : remainderAfter(parse(sentence), end)
  if (span === null) return null
  const { text, spans } = lineOf({ text: sentence, spans: [span], kind: 'prose', weight: 0 })
  const words = countSlideWords(context, text)
  return words < MIN_REMAINDER_WORDS || words > EASY_POINT_WORDS ? null : { text, spans, words, dependence: null }
}

/** The minimum number of words in a clause that becomes a point. */
const MIN_REMAINDER_WORDS = 4

function titlesIn(context: Context, sentence: string): readonly TitleParts[] {
  const options: TitleParts[] = []
  const versions = phrasesOf(context, sentence)
  const titleVersions = versions.filter(
    ({ text, words, dependence }) =>
      dependence === null && words >= 3 && widthOf(text) <= MAX_TITLE_WIDTH && !/^[@(（]|[!！:：…]$/u.test(text),
  )
  const preferred = titleVersions.find(({ text }) => widthOf(text) <= PREFERRED_TITLE_WIDTH) ?? titleVersions[0]
  for (const phrase of new Set([titleVersions[0], preferred]))
    if (phrase !== undefined)
      options.push({
        ...phrase,
        form: /[?？]$/u.test(phrase.text) ? 'question' : phrase === versions[0] ? 'whole' : 'cut',
      })
  const { parse } = context
  if (parse === null || isOverlong(sentence)) return options
  const tree = parse(sentence)
  const topic = topicOf(parse, sentence)
  const phrases: readonly { readonly span: Span; readonly form: TitlePhrase['form'] }[] = [
    ...(topic === null ? [] : [{ span: topic, form: 'topic' as const }]),
    ...(hasQuotation(sentence) ? [] : titlePhrasesOf(tree, MAX_TITLE_WIDTH)),
  ]
  for (const { span, form } of phrases) {
    const { text, spans } = lineOf({ text: sentence, spans: [span], kind: 'prose', weight: 0 })
    if (options.some((option) => option.text === text) || /[?!:：…(<>{}=@]/u.test(text)) continue
    const phraseTree = parse(text)
    if (dependenceOf(phraseTree, text) !== null || (form === 'clause' && !isClause(phraseTree))) continue
    options.push({ text, spans, words: countSlideWords(context, text), dependence: null, form })
  }
  return options
}

/** Whether the text parses by itself as a clause with a subject and a finite verb, or as a command. */
function isClause(tree: Tree): boolean {
  const root = rootOf(tree)
  return isFiniteClause(tree, root) || (root === 0 && tree.tokens[0]?.xpos === 'VB')
}

/** Returns the width of a title, in Latin characters: a Chinese, Japanese or Korean character is as wide as two. */
function widthOf(text: string): number {
  return text.length + (text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu)?.length ?? 0)
}
