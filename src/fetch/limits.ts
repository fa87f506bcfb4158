/** Limits on what is fetched from the web for one article. */
export interface FetchLimits {
  /** Redirects that are followed from one address. */
  readonly redirects: number
  /** Bytes of a page, decompressed. */
  readonly pageBytes: number
  /** Milliseconds for a page with all its redirects. */
  readonly pageTime: number
  /** Images that are requested. */
  readonly images: number
  /** Bytes of one image, decompressed. */
  readonly imageBytes: number
  /** Milliseconds for one image with all its redirects. */
  readonly imageTime: number
  /** Milliseconds for all images together. */
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
