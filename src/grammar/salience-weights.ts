/** Weights of two logistic regressions, by the names in `salience-features.ts`; a name without a weight has 0. */
export interface Weights {
  /** Whether a word is kept: for the word and for its sentence. */
  readonly word: Readonly<Record<string, number>>
  /** Whether two neighbours are kept side by side. */
  readonly pair: Readonly<Record<string, number>>
}

/**
 * Fitted by `test/bench/write/fit.mjs` on 505 sections of 119 papers beside the bullets that their authors put on slides
 * (SciDuet, Apache-2.0): a word counts as kept where its stem stands in the bullets. What earned nothing was left out,
 * parts of speech among it; two decimals.
 */
export const WEIGHTS: Weights = {
  word: {
    always: -0.62,
    'long section': -0.47,
    'long sentence': -0.1,
    later: 0.08,
    'nearer the end': -0.25,
    central: -0.12,
    'sentence shares with title': 0.06,
    reference: -0.18,
    formula: -0.32,
    'comes late': -0.07,
    'opens sentence': -0.26,
    frequent: 0.62,
    once: -0.27,
    spread: 2.01,
    capital: 0.13,
    capitals: 0.3,
    'digits beside a reference': -0.44,
    'single letter or digit': -1.57,
    'in heading': 0.25,
    'in title': 0.54,
    common: 0.08,
    'common and frequent': 0.73,
    article: 0.55,
    preposition: 0.6,
    and: 0.65,
    relative: -0.35,
    'first person': -0.62,
    pronoun: -0.24,
    pointing: -0.96,
  },
  pair: {
    always: -2.32,
    'lower chance': 0.48,
    'higher chance': 0.09,
    frequent: 0.4,
    'both tell': 0.58,
    'first tells': 0.13,
    'second tells': 0.12,
    'in heading': 0.53,
    'in title': 0.73,
  },
}

/**
 * Set by hand, for all words of a sentence, because sections of papers cannot tell: news, which has no headings, says
 * first what matters most; a paragraph opens with what it is about; a figure is news where the section cites nothing; a question
 * says nothing yet.
 */
export const HAND_SET = { laterWithoutHeading: -0.3, opensParagraph: 0.2, figure: 0.2, question: -0.5 } as const
