/** The worth of a plan is the sum of these over its slides. All values are log-odds of being shown. */
export interface Objective {
  /** Added to the score of every point, and of every sentence that becomes a title. */
  readonly point: number
  /** The cost of each slide. */
  readonly slide: number
  /** A slide of one point, of two, three and four. */
  readonly points: readonly number[]
  /** For each word beyond the easy length of a point, and beyond the easy number of words on a slide. */
  readonly longPoint: number
  readonly fullSlide: number
  /** For a point that leans on a unit which the slide shows, but not right before it. */
  readonly far: number
  /** The worth of a title with rank 0, and of each unit of rank (the log-odds that an editor would choose it). */
  readonly title: number
  readonly titleRank: number
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
  points: [-1.8, -0.01, 0.12, -0.28],
  point: -0.33,
  slide: 1.69,
  longPoint: 0.03,
  fullSlide: 0.01,
  far: 0.07,
  title: 2.2,
  titleRank: 0.8,
  again: -1.17,
  untitled: -1.79,
  opens: 0.2,
  covers: 0.07,
  filler: 0.88,
  fillerFrom: -0.61,
  key: 0.19,
  repeats: 1.2,
}

/** A slide with more words is full. */
export const EASY_WORDS = 60
/** No slide has more words; the number after a repeated title counts as one more. */
export const MOST_WORDS = 79
/** No slide of prose has more points. */
export const MOST_POINTS = 4
