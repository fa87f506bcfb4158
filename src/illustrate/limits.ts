/**
 * The limits of an article's images. An image that exceeds them leaves an empty frame, with a message.
 */
export const LIMITS = {
  /** Bytes of one image: enough for a photograph from a good camera. */
  bytes: 16 * 1024 * 1024,
  /**
   * Bytes of all images together, including images that were read and then rejected: a deck is one file, which a
   * browser must hold.
   */
  allBytes: 64 * 1024 * 1024,
  /** Pixels of one image: as many as most phones take. A browser needs four bytes for each, and more than one copy. */
  pixels: 50_000_000,
  /** Pixels of all images together: printing fifty million takes about a second. */
  allPixels: 400_000_000,
  /** Bytes of an SVG, which is drawn and not just decoded. */
  drawingBytes: 4 * 1024 * 1024,
  /** Elements of an SVG: enough for a plot with every point of its data. */
  elements: 100_000,
  /** Elements of an SVG that are drawn again because others refer to them; this many take about a second. */
  copies: 20_000,
  /** Nesting depth of an SVG: XML parsers give up on deeper nesting. */
  nesting: 250,
} as const
