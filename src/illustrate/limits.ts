/**
 * How many of an article's images go into its deck. Any image beyond these limits leaves an empty frame, with a
 * message.
 */
export const LIMITS = {
  /** Bytes of one image: a photograph from a good camera. */
  bytes: 16 * 1024 * 1024,
  /**
   * Bytes of all images together, including images that were read and then rejected: a deck is one file, and a browser must hold
   * it.
   */
  allBytes: 64 * 1024 * 1024,
  /** Pixels of one image: the largest that phones take. A browser needs four bytes for each, more than once. */
  pixels: 50_000_000,
  /** Pixels of all images together: printing fifty million takes about a second. */
  allPixels: 400_000_000,
  /** Bytes of an SVG, which is drawn and not just decoded. */
  drawingBytes: 4 * 1024 * 1024,
  /** Elements of an SVG: a plot with every point of its data. */
  elements: 100_000,
  /** Elements of an SVG drawn again because others refer to them; twenty thousand take about a second. */
  copies: 20_000,
  /** Nesting depth of an SVG: deeper ones make XML parsers give up. */
  nesting: 250,
} as const
