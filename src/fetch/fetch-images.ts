// Fetches the images that a web page names.

import { decodeDataUrl } from '../illustrate/data-url.ts'
import type { ImageFault } from '../illustrate/image-fault.ts'
import type { ImageSource } from '../illustrate/image-source.ts'
import { bodyOf } from './body.ts'
import { CannotFetch } from './cannot-fetch.ts'
import { type FetchOptions, withinFetchTime } from './fetch-page.ts'
import { follow } from './follow.ts'
import { FETCH_LIMITS } from './limits.ts'

/** The images of a web page, fetched on request. */
export interface WebImages extends ImageSource {
  /** The addresses of the images fetched so far, each once. */
  readonly fetched: readonly URL[]
  /** The total number of bytes of these images. */
  readonly bytes: number
}

/** Returns a source that fetches the images of a page. Their addresses are relative to `base`. */
export function fetchImages(base: URL, { servers, signal, limits = FETCH_LIMITS }: FetchOptions): WebImages {
  const known = new Map<string, Promise<Uint8Array | ImageFault>>()
  const totals = { urls: [] as URL[], bytes: 0, milliseconds: 0 }
  const look = async (url: URL): Promise<Uint8Array | ImageFault> => {
    const left = Math.min(limits.imageTime, limits.allImagesTime - totals.milliseconds)
    if (left <= 0) return TOO_SLOW
    const start = performance.now()
    try {
      const late = left < limits.imageTime ? new CannotFetch(ALL_TOO_SLOW) : undefined
      const bytes = await withinFetchTime({ limit: left, late }, signal, async (signal) => {
        const { answer } = await follow(url, limits.redirects, { servers, accept: 'image/*', signal })
        try {
          return await bodyOf(answer, limits.imageBytes, signal)
        } finally {
          answer.destroy()
        }
      })
      totals.urls.push(url)
      totals.bytes += bytes.length
      return bytes
    } catch (error) {
      if (!(error instanceof CannotFetch)) throw error
      return imageFault(error.message)
    } finally {
      totals.milliseconds += performance.now() - start
    }
  }
  return {
    get fetched() {
      return totals.urls
    },
    get bytes() {
      return totals.bytes
    },
    async bytesAt(address) {
      const trimmed = address.trim()
      if (/^data:/i.test(trimmed)) return decodeDataUrl(trimmed)
      if (trimmed === '' || !URL.canParse(trimmed, base)) return imageFault('Its address cannot be read. Correct it.')
      const url = new URL(trimmed, base)
      url.hash = ''
      const again = known.get(url.href)
      if (again !== undefined) return again
      if (known.size >= limits.images) return TOO_MANY
      const found = look(url)
      known.set(url.href, found)
      return found
    },
  }
}

/** Makes the fault of an image that could not be fetched. `reason` is a fact and a remedy. */
function imageFault(reason: string): ImageFault {
  return { ruleId: 'image-remote', fact: 'cannot be fetched', remedy: reason }
}

const ALL_TOO_SLOW = 'All images together take too long. Save the page with its images and use that file.'
const TOO_SLOW = imageFault(ALL_TOO_SLOW)
const TOO_MANY = imageFault('The page has more images than are fetched. Save it with its images and use that file.')
