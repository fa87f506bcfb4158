/** Limits on what is fetched from the web for one article. */
export interface FetchLimits {
  /** Maximum number of redirects from one address. */
  readonly redirects: number
  /** Maximum size of a page, decompressed, in bytes. */
  readonly pageBytes: number
  /** Maximum time for a page with all its redirects, in milliseconds. */
  readonly pageTime: number
  /** Maximum number of images. */
  readonly images: number
  /** Maximum size of one image, decompressed, in bytes. */
  readonly imageBytes: number
  /** Maximum time for one image with all its redirects, in milliseconds. */
  readonly imageTime: number
  /** Maximum time for all images together, in milliseconds. */
  readonly allImagesTime: number
}

export const FETCH_LIMITS: FetchLimits = {
  redirects: 5,
  pageBytes: 32 * 1024 * 1024,
  pageTime: 30_000,
  images: 200,
  imageBytes: 16 * 1024 * 1024,
  imageTime: 15_000,
  allImagesTime: 60_000,
}
