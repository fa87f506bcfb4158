/** The worth of a plan is the sum of these over its slides. All values are log-odds of being shown. */
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
  /** The values of a slide with one point, and with two, three and four. */
  readonly points: readonly number[]
  /** The cost of a point that leans on a unit which the slide shows, but not directly before it. */
  readonly far: number
  /**
   * The cost of each unit of probability that a reader does not understand a point: because it does not directly follow
   * the sentence before it (`unclear`), and because its slide has not mentioned what it refers to (`unknown`).
   */
  readonly unclear: number
  readonly unknown: number
  /** The worth of a title with rank 0, and of each unit of rank (the log-odds that a reader accepts it). */
  readonly title: number
  readonly titleRank: number
  /**
   * Added for a title if there is no heading above the text, because nothing better than one of its phrases is
   * available.
   */
  readonly bare: number
  /**
   * Added for a heading that an earlier slide has (`again`), for the title of the article or part over text without a
   * heading (`above`), and for no title (`untitled`).
   */
  readonly again: number
  /** Added to any heading for each unit between it and the slide: a heading that is repeated many times is tiresome. */
  readonly since: number
  readonly above: { readonly article: number; readonly part: number }
  readonly untitled: number
  /**
   * Added for each unit of log-odds that an editor begins a slide there (`opens`), and for the first unit shown of a
   * paragraph (`covers`).
   */
  readonly opens: number
  readonly covers: number
  /** The cost of a unit that scores as filler, for each unit of its log-odds above the threshold. */
  readonly filler: number
  readonly fillerFrom: number
  /** Added for a key sentence, for each unit of its log-odds above a probability of one in five. */
  readonly key: number
  /** The cost of a point that repeats words from the title or from an earlier point. */
  readonly repeats: number
}

export const OBJECTIVE: Objective = {
  points: [-2.91, -0.8, -0.8, -0.55],
  point: -0.36,
  lead: 2.3,
  slide: 2.5,
  far: 0.6,
  unclear: 2.5,
  unknown: 1.2,
  title: 2.7,
  titleRank: 1.25,
  bare: 0.8,
  again: -0.9,
  since: -0.06,
  above: { article: -2, part: -2.8 },
  untitled: -3,
  opens: 0.19,
  covers: 0.3,
  filler: 1.33,
  fillerFrom: -0.36,
  key: 0.16,
  repeats: 2,
}

/**
 * For a language without a parser, whose long sentences offer no title: the heading above them, or the article's own
 * title, is used.
 */
export const UNPARSED: Objective = { ...OBJECTIVE, untitled: -1 }

/** No slide has more words than this; the number after a repeated title counts as one word. */
export const MAX_WORDS = 79
/** No slide of prose has more points than this. */
export const MAX_POINTS = 4
