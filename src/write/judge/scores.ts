/** The scores of a unit for each purpose, as log-odds: 0 means an even chance. */
export interface Scores {
  /** The log-odds that an editor shows it. */
  readonly show: number
  /** The log-odds that it never belongs on a slide: credits, appeals to the reader, scene-setting. */
  readonly filler: number
  /** The log-odds that it is one of the three sentences that carry the article's message. */
  readonly key: number
  /** The log-odds that an editor makes it the title of a slide. */
  readonly title: number
  /** The log-odds that an editor begins a slide with it. */
  readonly starts: number
  /** The log-odds that a reader does not understand it without the sentence before it. */
  readonly unclear: number
}

/** Converts log-odds to a probability, from 0 to 1, rounded to thousandths. */
export function probabilityOf(logOdds: number): number {
  return Math.round(1000 / (1 + Math.exp(-logOdds))) / 1000
}
