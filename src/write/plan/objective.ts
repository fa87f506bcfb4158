/** The worth of a plan is the sum of these over its slides. All values are log-odds of being shown. */
export interface Objective {
  /** Added to the score of every point, and of every sentence that becomes a title. */
  readonly point: number
  /** Added to the article's first sentence, if it is more likely shown than not: the lead belongs on the first slide. */
  readonly lead: number
  /** The cost of each slide. */
  readonly slide: number
  /** A slide of one point, of two, three and four. */
  readonly points: readonly number[]
  /** For a point that leans on a unit which the slide shows, but not right before it. */
  readonly far: number
  /** The worth of a title with rank 0, and of each unit of rank (the log-odds that a reader accepts it). */
  readonly title: number
  readonly titleRank: number
  /** Added for a title where no heading stands over the text: nothing better than one of its phrases is to be had there. */
  readonly bare: number
  /** For a heading that an earlier slide has, and for no title at all. */
  readonly again: number
  readonly untitled: number
  /** For each unit of log-odds that an editor begins a slide there, and for the first unit shown of a paragraph. */
  readonly opens: number
  readonly covers: number
  /** For a unit that scores as filler: each unit of log-odds above the threshold. */
  readonly filler: number
  readonly fillerFrom: number
  /** For a key sentence: its log-odds above a probability of one in five. */
  readonly key: number
  /** For a point that repeats words of the title or of an earlier point. */
  readonly repeats: number
}

export const OBJECTIVE: Objective = {
  points: [-2.91, -0.8, -0.8, -0.55],
  point: -0.36,
  lead: 1.5,
  slide: 2.1,
  far: 0.13,
  title: 2.7,
  titleRank: 1.25,
  bare: 0.8,
  again: -2.4,
  untitled: -3,
  opens: 0.19,
  covers: 0.3,
  filler: 1.33,
  fillerFrom: -0.36,
  key: 0.16,
  repeats: 2,
}

/** No slide has more words; the number after a repeated title counts as one more. */
export const MOST_WORDS = 79
/** No slide of prose has more points. */
export const MOST_POINTS = 4
