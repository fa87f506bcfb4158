// Fetches the images to which a web page refers.

import type { ImageFault } from '../illustrate/image-fault.ts'
import type { ImageSource } from '../illustrate/image-source.ts'
import { inlineImage } from '../illustrate/inline-image.ts'
import { isDataUrl } from '../util/data-url.ts'
import { FetchError } from './fetch-error.ts'
import { type FetchOptions, withTimeLimit } from './fetch-page.ts'
import { followRedirects } from './follow-redirects.ts'
import { FETCH_LIMITS } from './limits.ts'
import { readBody } from './read-body.ts'

/** The images of a web page, fetched on request. */
export interface WebImages extends ImageSource {
  /** The addresses of the images fetched so far, without duplicates. */
  readonly fetchedUrls: readonly URL[]
  /** The total size of the images fetched so far, in bytes. */
  readonly bytes: number
}

/** Returns a source that fetches the images of a page on request. Relative addresses are resolved against `base`. */
export function webImages(base: URL, { servers, signal, limits = FETCH_LIMITS }: FetchOptions): WebImages {
  const requests = new Map<string, Promise<Uint8Array | ImageFault>>()
  const totals = { urls: [] as URL[], bytes: 0, milliseconds: 0 }
  const fetchOne = async (url: URL): Promise<Uint8Array | ImageFault> => {
    const timeLeft = Math.min(limits.imageTime, limits.allImagesTime - totals.milliseconds)
    if (timeLeft <= 0) return NO_TIME_LEFT
    const start = performance.now()
    try {
      const timeoutError = timeLeft < limits.imageTime ? new FetchError(ALL_TOO_SLOW) : undefined
      const bytes = await withTimeLimit({ limit: timeLeft, timeoutError }, signal, async (signal) => {
        const { response } = await followRedirects(url, limits.redirects, { servers, accept: 'image/*', signal })
        try {
          return await readBody(response, limits.imageBytes, signal)
        } finally {
          response.destroy()
        }
      })
      totals.urls.push(url)
      totals.bytes += bytes.length
      return bytes
    } catch (error) {
      if (!(error instanceof FetchError)) throw error
      return fetchFault(error.message)
    } finally {
      totals.milliseconds += performance.now() - start
    }
  }
  return {
    get fetchedUrls() {
      return totals.urls
    },
    get bytes() {
      return totals.bytes
    },
    async bytesAt(address) {
      const trimmed = address.trim()
      if (isDataUrl(trimmed)) return inlineImage(trimmed)
      if (trimmed === '' || !URL.canParse(trimmed, base)) return fetchFault('Its address is not valid. Correct it.')
      const url = new URL(trimmed, base)
      url.hash = ''
      const earlier = requests.get(url.href)
      if (earlier !== undefined) return earlier
      if (requests.size >= limits.images) return TOO_MANY_IMAGES
      const request = fetchOne(url)
      requests.set(url.href, request)
      return request
    },
  }
}

/** Describes an image that could not be fetched. `remedy` also gives the cause. */
function fetchFault(remedy: string): ImageFault {
  return { ruleId: 'image-remote', fact: 'cannot be fetched', remedy }
}

const ALL_TOO_SLOW = 'Fetching all the images takes too long. Save the page with its images and use that file.'
const NO_TIME_LEFT = fetchFault(ALL_TOO_SLOW)
const TOO_MANY_IMAGES = fetchFault(
  'The page has too many images to fetch them all. Save it with its images and use that file.',
)
