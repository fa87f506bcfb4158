// The hard rules: why a sentence cannot be a point, whatever its score.

import { hasQuotation, isQuotation } from '../grammar/quotation-marks.ts'
import { isSalutation } from '../grammar/salutation.ts'
import { endsInColon } from '../util/ends-in-colon.ts'
import type { Context } from './context.ts'
import type { Unit } from './judge/units.ts'
import type { QuotationContext } from './sentence-versions.ts'

/** The facts about a unit that the rules test. */
export interface RuleInput {
  readonly text: string
  readonly words: number
  readonly kind: Unit['sentence']['kind']
  /** The type of the block after it, as in `Unit.after`. */
  readonly after: string
  /** Whether it continues a quotation that an earlier sentence opened. */
  readonly isQuoted: boolean
  /** Whether it is the title of the deck. */
  readonly isTitle: boolean
  /** The fraction of its text that is inside a link. */
  readonly linkedFraction: number
  /** Whether it depends on the sentence before it. Only `--why` asks: the plan decides it for each version of a sentence. */
  readonly isDependent: boolean
}

/** Returns the facts about a unit. `quotation` is the quotation that contains it. */
export function factsOf(
  { sentence, words, after, linkedFraction }: Unit,
  quotation: QuotationContext | undefined,
  { titleSentence }: Context,
): Omit<RuleInput, 'isDependent'> {
  const { text, kind, span } = sentence
  const isQuoted = quotation !== undefined && quotation.openBefore !== null
  return {
    text,
    kind,
    words,
    after,
    linkedFraction,
    isQuoted,
    isTitle: span[0] === titleSentence?.[0],
  }
}

/** A reason why a sentence cannot be a point on a slide. */
export interface Rule {
  readonly id: string
  readonly why: string
  /** `any` language, or a BCP 47 tag. */
  readonly language: 'any' | 'en'
  /**
   * `title-and-point`: the sentence is neither. `point`: it is never a point. `point-alone`: it is a point only after
   * the sentence before it.
   */
  readonly forbids: 'title-and-point' | 'point' | 'point-alone'
  readonly test: (input: RuleInput) => boolean
  readonly examples: {
    readonly hits: readonly (Partial<RuleInput> & { readonly text: string })[]
    readonly misses: readonly (Partial<RuleInput> & { readonly text: string })[]
  }
}

/** The minimum number of words in a point. */
const MIN_WORDS = 3

/** A sentence with more than this fraction of its text inside a link is little more than the link. */
const MAX_LINKED_FRACTION = 0.9

/** The reason why footnotes, references and credits are on no slide. */
export const FOOTNOTE: Pick<Rule, 'id' | 'why'> = { id: 'footnote', why: 'it is a footnote, a reference or a credit' }

/**
 * The hard rules of the writer, each for one concept. `--why` prints the first that keeps a sentence off the slides.
 * Everything else depends on scores.
 */
export const RULES: readonly Rule[] = [
  {
    id: 'too-short',
    why: 'it has fewer than three words',
    language: 'any',
    forbids: 'point',
    test: ({ words }) => words < MIN_WORDS,
    examples: { hits: [{ text: 'Moss' }, { text: 'Not yet.' }], misses: [{ text: 'The gates opened.' }] },
  },
  {
    id: 'salutation',
    why: 'it only greets the audience',
    language: 'any',
    forbids: 'title-and-point',
    test: ({ text }) => isSalutation(text),
    examples: {
      hits: [
        { text: 'Good evening, everyone.' },
        { text: 'Sehr geehrte Damen und Herren,' },
        { text: 'Ladies and gentlemen!' },
        { text: 'Hi Bo and all,' },
      ],
      misses: [
        { text: 'Good evening light needs no lamp.' },
        { text: 'Ladies and gentlemen: the lock is open.' },
        { text: 'Liebe ist kein Vertrag.' },
        { text: 'Hello to all who rowed last year.' },
      ],
    },
  },
  {
    id: 'direction',
    why: 'it is a stage direction in brackets',
    language: 'any',
    forbids: 'title-and-point',
    test: ({ text }) => /^\[[^[\]]*\]$/u.test(text),
    examples: {
      hits: [{ text: '[hold up the book]' }, { text: '[laughter in the hall]' }],
      misses: [{ text: '[The lock] was never shut.' }, { text: '(We counted them twice.)' }],
    },
  },
  {
    id: 'deck-title',
    why: 'it is the title of the deck',
    language: 'any',
    forbids: 'title-and-point',
    test: ({ isTitle }) => isTitle,
    examples: {
      hits: [{ text: 'Our harbour closed its old lock in the spring of 2024.', isTitle: true }],
      misses: [{ text: 'Our harbour closed its old lock in the spring of 2024.' }],
    },
  },
  {
    ...FOOTNOTE,
    language: 'any',
    forbids: 'point',
    test: ({ kind }) => kind === 'footnote',
    examples: {
      hits: [{ text: 'Measured on the tenth of May.', kind: 'footnote' }],
      misses: [{ text: 'Measured on the tenth of May.' }],
    },
  },
  {
    id: 'announces',
    why: 'it only announces what follows',
    language: 'any',
    forbids: 'point',
    test: ({ text }) => endsInColon(text),
    examples: {
      hits: [{ text: 'There are three ways to open a file:' }, { text: '有三种方法可以打开文件：' }],
      misses: [{ text: 'There are three ways: read, write and append.' }],
    },
  },
  {
    id: 'link',
    why: 'it is a link to another page',
    language: 'any',
    forbids: 'title-and-point',
    test: ({ text, kind, linkedFraction }) =>
      kind === 'prose' && linkedFraction > MAX_LINKED_FRACTION && !/[.!?。！？]\W*$/u.test(text),
    examples: {
      hits: [{ text: 'Mother arrested for leaving her child in the park', linkedFraction: 1 }],
      misses: [
        { text: 'Mother arrested for leaving her child in the park' },
        { text: 'The lock opened in 1912.', linkedFraction: 1 },
        { text: 'Read the manual of the lock', linkedFraction: 1, kind: 'item' },
      ],
    },
  },
  {
    id: 'goes-on',
    why: 'it continues in the formula or code after it',
    language: 'any',
    forbids: 'point',
    test: ({ text, after }) => (after === 'math' || after === 'code') && !/[.!?。！？]\W*$/u.test(text),
    examples: {
      hits: [{ text: 'The length of a night is described well by', after: 'math' }],
      misses: [
        { text: 'The length of a night is easy to work out.', after: 'math' },
        { text: 'The length of a night is described well by', after: 'paragraph' },
      ],
    },
  },
  {
    id: 'block-quotation',
    why: 'it is part of a block quotation, which is shown only as a quotation',
    language: 'any',
    forbids: 'title-and-point',
    test: ({ kind }) => kind === 'quotation',
    examples: {
      hits: [{ text: 'The lock held all night.', kind: 'quotation' }],
      misses: [{ text: 'The lock held all night.' }],
    },
  },
  {
    id: 'speech',
    why: 'it quotes a speaker who is named only in the sentence before',
    language: 'any',
    forbids: 'point-alone',
    test: ({ text, kind, isQuoted }) =>
      (isQuoted && !/(?:["”»」』]|[.,!?]’)\s*\p{L}.*\p{L}/u.test(text)) ||
      (kind === 'prose' && isQuotation(text) && !hasQuotation(text.slice(1, -1))),
    examples: {
      hits: [
        { text: 'We want a good deal."', isQuoted: true },
        { text: '"We want a good deal."' },
        { text: '‘We don’t want a bad deal.’' },
      ],
      misses: [{ text: 'We want a good deal," the minister said.', isQuoted: true }, { text: 'We want a good deal.' }],
    },
  },
  {
    id: 'leans',
    why: 'it depends on the sentence before it',
    language: 'en',
    forbids: 'point-alone',
    test: ({ isDependent }) => isDependent,
    examples: {
      hits: [{ text: 'It opened in 1912.' }, { text: 'This often leads to a loss of motivation.' }],
      misses: [{ text: 'The lock opened in 1912.' }, { text: 'The team said that it would wait.' }],
    },
  },
]

/** Lists the rules that apply to a unit. */
export function applicableRules(input: RuleInput, language: string): readonly Rule[] {
  return RULES.filter((rule) => (rule.language === 'any' || language.startsWith(rule.language)) && rule.test(input))
}
