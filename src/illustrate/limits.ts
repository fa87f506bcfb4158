/** How much of the images that an article names goes into its deck. What goes beyond leaves an empty frame, with a message. */
export const LIMITS = {
  /** Bytes of one image: a photograph as a good camera saves it. */
  bytes: 16 * 1024 * 1024,
  /** Bytes of all images together, and of those that were read in vain: a deck is one file, and a browser must hold it. */
  allBytes: 64 * 1024 * 1024,
  /** Pixels of one image: the largest that telephones take. A browser needs four bytes for each, and more than once. */
  pixels: 50_000_000,
  /** Pixels of all images together: printing takes about a second for fifty million. */
  allPixels: 400_000_000,
  /** Bytes of an SVG, which is drawn and not only decoded. */
  drawingBytes: 4 * 1024 * 1024,
  /** Elements of an SVG: a plot with every point of its data. */
  elements: 100_000,
  /** Elements of an SVG that are drawn once more because others refer to them; twenty thousand take about a second. */
  copies: 20_000,
  /** Elements inside each other in an SVG: where parsers of XML give up. */
  nesting: 250,
} as const
