import { MAX_SLIDE_WORDS } from '../../model/slide-words.ts'

/**
 * The values and costs whose sum over all slides is the value of a plan. All but `maxLonePoint` are in log-odds of being
 * shown.
 */
export interface Objective {
  /** Added to the score of every point, and of every sentence that becomes a title. */
  readonly point: number
  /**
   * Added to the article's first sentence if it is more likely to be shown than not: the lead belongs on the first
   * slide.
   */
  readonly lead: number
  /** The cost of each slide. */
  readonly slide: number
  /** The values of a slide with one point, two points, and so on up to `MAX_POINTS`. */
  readonly points: readonly number[]
  /** The cost of a point that depends on a unit shown earlier on the slide, but not directly before the point. */
  readonly distance: number
  /**
   * The cost of each unit of probability that a reader does not understand a point: because it does not directly follow
   * the sentence before it (`unclear`), and because its slide has not mentioned what it refers to (`unknown`).
   */
  readonly unclear: number
  readonly unknown: number
  /** The value of a title with rank 0, and of each unit of rank (the log-odds that an editor would choose the title). */
  readonly title: number
  readonly titleRank: number
  /**
   * Added for a title taken from the text if the text does not have its own heading, because nothing better is
   * available.
   */
  readonly noHeading: number
  /**
   * Added if the title of the first slide is the whole first sentence shown, and the only heading is the article's
   * title, which the title slide already shows.
   */
  readonly firstSentence: number
  /** Added for a heading that an earlier slide already has as its title. */
  readonly repeatedHeading: number
  /** Added for each unit between a heading and a slide that repeats it: a heading repeated many times is tiresome. */
  readonly headingAge: number
  /** Added if text without its own heading has the title of the article or of the part as its title. */
  readonly inheritedHeading: { readonly article: number; readonly part: number }
  /** Added for a slide without a title. */
  readonly untitled: number
  /** Added for each unit of log-odds that an editor begins a slide with its first unit. */
  readonly start: number
  /** Added for the first unit shown of each paragraph. */
  readonly newParagraph: number
  /** The cost of a unit that scores as filler, for each unit of its log-odds above the threshold. */
  readonly filler: number
  readonly fillerThreshold: number
  /** Added for a key sentence, for each unit of its log-odds above a probability of one in five. */
  readonly key: number
  /**
   * Added for a point if its slide shows the unit directly before it, from the same paragraph; `adjacentFigures` is
   * added too if both have figures, because "It was 90 ms" needs "It is 9 ms now", and `adjacentAnswer` if the unit
   * before is a question.
   */
  readonly adjacent: number
  readonly adjacentFigures: number
  readonly adjacentAnswer: number
  /** Added for a point if its slide shows its paragraph but not the unit before it. */
  readonly gap: number
  /** Added if the rest of the title's sentence is shown as the first point. */
  readonly remainder: number
  /** The cost of each word of a point beyond `LONG_POINT_WORDS`. */
  readonly longPoint: number
  /** The maximum number of words in the only point of a slide. */
  readonly maxLonePoint: number
  /** The cost of a point that repeats words from the title or from an earlier point. */
  readonly repetition: number
}

export const OBJECTIVE: Objective = {
  points: [-2.91, -0.8, -0.8, -0.55, -0.6],
  point: -0.36,
  lead: 2.3,
  slide: 3,
  distance: 0.6,
  unclear: 2.5,
  unknown: 1.2,
  title: 2.7,
  titleRank: 2.3,
  noHeading: 0.8,
  firstSentence: 4.6,
  repeatedHeading: -0.4,
  headingAge: -0.03,
  inheritedHeading: { article: -2, part: -2.8 },
  untitled: -3,
  start: 0.19,
  newParagraph: 0.3,
  filler: 1.33,
  fillerThreshold: -0.36,
  key: 0.16,
  adjacent: 0.4,
  adjacentFigures: 0.6,
  adjacentAnswer: 0.6,
  gap: -0.3,
  remainder: 1,
  longPoint: 0.06,
  maxLonePoint: 42,
  repetition: 2,
}

/**
 * The objective for a language without a parser. Its long sentences are shown whole and offer no titles, so more slides
 * get the heading above them or the article's title. All other values are those for English.
 */
export const UNPARSED_OBJECTIVE: Objective = {
  ...OBJECTIVE,
  titleRank: 1.25,
  repeatedHeading: -0.9,
  headingAge: -0.06,
  untitled: -1,
  longPoint: 0,
  maxLonePoint: 60,
}

/** The maximum number of words on a planned slide, which leaves room for the number after a repeated title. */
export const MAX_WORDS = MAX_SLIDE_WORDS - 1
/** The maximum number of points on a slide of prose. */
export const MAX_POINTS = 5
/** A point with more words is hard to take in, so it is shown only if it says much more than others. */
export const LONG_POINT_WORDS = 42
/** The maximum number of words in a point that is easy to read. */
export const EASY_POINT_WORDS = 26
