/** What a plan is worth: the sum of these over its slides. All values are in log-odds of being shown. */
export interface Objective {
  /** Added to the score of every point and of every sentence that becomes a title. */
  readonly point: number
  /** What each slide costs. */
  readonly slide: number
  /** A slide of one point, of two, three and four. */
  readonly points: readonly number[]
  /** Each word above the easy length of a point, and above the easy number on a slide. */
  readonly longPoint: number
  readonly fullSlide: number
  /** A point that leans on a unit which the slide shows, but not right before it. */
  readonly far: number
  /** What a title is worth whose rank is 0, and each unit of rank, which is the log-odds that an editor would choose it. */
  readonly title: number
  readonly titleRank: number
  /** A heading that a slide before bears already, and no title at all. */
  readonly again: number
  readonly untitled: number
  /** Each unit of log-odds that an editor begins a slide there, and the first unit shown of a paragraph. */
  readonly opens: number
  readonly covers: number
  /** A unit that scores as filler: each unit of log-odds above the threshold. */
  readonly filler: number
  readonly fillerFrom: number
  /** A key sentence, by its log-odds above an even chance of one in five. */
  readonly key: number
  /** What repeats words of the title or of a point before it. */
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

/** A slide of more words is full. */
export const EASY_WORDS = 60
/** No slide has more words; the number of a title that comes again is one more. */
export const MOST_WORDS = 79
/** No slide of prose has more points. */
export const MOST_POINTS = 4
