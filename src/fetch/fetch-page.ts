import type { AllowedServers } from './allowed-servers.ts'
import { bodyOf } from './body.ts'
import { CannotFetch } from './cannot-fetch.ts'
import { follow } from './follow.ts'
import { charsetIn, extensionFor, KIND_NAMES, KINDS, mediaType } from './kinds.ts'
import { FETCH_LIMITS, type FetchLimits } from './limits.ts'

/** An article fetched from the web. */
export interface FetchedPage {
  readonly bytes: Uint8Array
  /** Its final address, after all redirects. */
  readonly url: URL
  /** The extension for its kind of file, such as `.html`. */
  readonly extension: string
}

export interface FetchOptions {
  readonly servers: AllowedServers
  readonly signal: AbortSignal
  readonly limits?: FetchLimits | undefined
}

/**
 * Fetches a web page, a text file, a Word file or a PDF. Text is converted to UTF-8 if the server names another encoding.
 * @throws {CannotFetch} or the signal's reason
 */
export async function fetchPage(
  address: URL,
  { servers, signal, limits = FETCH_LIMITS }: FetchOptions,
): Promise<FetchedPage> {
  return withinFetchTime({ limit: limits.pageTime }, signal, async (signal) => {
    const { url, answer } = await follow(address, limits.redirects, { servers, accept: ACCEPT, signal })
    try {
      const header = answer.headers['content-type']
      const extension = extensionFor(mediaType(header), url)
      if (extension === null) throw new CannotFetch(wrongType(mediaType(header)))
      const bytes = await bodyOf(answer, limits.pageBytes, signal)
      return { bytes: BINARY.has(extension) ? bytes : asUtf8(bytes, charsetIn(header)), url, extension }
    } finally {
      answer.destroy()
    }
  })
}

const BINARY: ReadonlySet<string> = new Set(['.docx', '.pdf'])

const ACCEPT = `${Object.keys(KINDS).join(', ')}, */*;q=0.1`

function wrongType(type: string): string {
  const what = /^[\w.+-]+\/[\w.+-]+$/.test(type) ? `Its type is ${type}` : 'It does not state its type'
  return `${what}, and not ${KIND_NAMES}. Save it, turn it into an article and use that file.`
}

/**
 * Converts a text to UTF-8 from the encoding that the server names; left alone if that is UTF-8, unknown or missing.
 */
function asUtf8(bytes: Uint8Array, charset: string | undefined): Uint8Array {
  try {
    const decoder = new TextDecoder(charset)
    return decoder.encoding === 'utf-8' ? bytes : new TextEncoder().encode(decoder.decode(bytes))
  } catch {
    return bytes
  }
}

/** A time limit in milliseconds, and the error to throw when it is exceeded. */
export interface TimeLimit {
  readonly limit: number
  readonly late?: CannotFetch | undefined
}

/**
 * Stops work when its time is up.
 * @throws {CannotFetch} in that case
 */
export async function withinFetchTime<T>(
  { limit, late = tooSlow(limit) }: TimeLimit,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(late), limit)
  try {
    return await work(AbortSignal.any([signal, stop.signal]))
  } finally {
    clearTimeout(timer)
  }
}

function tooSlow(limit: number): CannotFetch {
  return new CannotFetch(
    `The server took more than ${limit / 1000} seconds. Try again later, or save the page in a browser and use that file.`,
  )
}
