// Fetches an article from the web.

import type { AllowedServers } from './allowed-servers.ts'
import { FetchError } from './fetch-error.ts'
import { followRedirects } from './follow-redirects.ts'
import { FETCH_LIMITS, type FetchLimits } from './limits.ts'
import { ACCEPTED_KINDS, EXTENSIONS, extensionFor, parseCharset, parseMediaType } from './media-types.ts'
import { readBody } from './read-body.ts'

/** An article fetched from the web. */
export interface FetchedPage {
  readonly bytes: Uint8Array
  /** The final address, after all redirects. */
  readonly url: URL
  /** The usual extension for this kind of file, such as `.html`. */
  readonly extension: string
}

export interface FetchOptions {
  readonly servers: AllowedServers
  readonly signal: AbortSignal
  readonly limits?: FetchLimits | undefined
}

/**
 * Fetches a web page, a text file, a Word file or a PDF. Text is converted to UTF-8 if the server names another
 * encoding.
 * @throws {FetchError} or the signal's reason
 */
export async function fetchPage(
  address: URL,
  { servers, signal, limits = FETCH_LIMITS }: FetchOptions,
): Promise<FetchedPage> {
  return withTimeLimit({ limit: limits.pageTime }, signal, async (signal) => {
    const { url, response } = await followRedirects(address, limits.redirects, { servers, accept: ACCEPT, signal })
    try {
      const header = response.headers['content-type']
      const extension = extensionFor(parseMediaType(header), url)
      if (extension === null) throw new FetchError(wrongTypeMessage(parseMediaType(header)))
      const bytes = await readBody(response, limits.pageBytes, signal)
      return { bytes: BINARY_EXTENSIONS.has(extension) ? bytes : toUtf8(bytes, parseCharset(header)), url, extension }
    } finally {
      response.destroy()
    }
  })
}

const BINARY_EXTENSIONS: ReadonlySet<string> = new Set(['.docx', '.pdf'])

const ACCEPT = `${Object.keys(EXTENSIONS).join(', ')}, */*;q=0.1`

function wrongTypeMessage(type: string): string {
  const fact = /^[\w.+-]+\/[\w.+-]+$/.test(type)
    ? `It is ${type}, not ${ACCEPTED_KINDS}`
    : `The server does not state whether it is ${ACCEPTED_KINDS}`
  return `${fact}. Save it, convert it to one of these and use that file.`
}

/** Converts text to UTF-8 from the encoding that the server names, unless that is UTF-8, unknown or missing. */
function toUtf8(bytes: Uint8Array, charset: string | undefined): Uint8Array {
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
  readonly timeoutError?: FetchError | undefined
}

/**
 * Runs work, and aborts it if it takes too long.
 * @throws {FetchError} `timeoutError`, if the limit is exceeded
 */
export async function withTimeLimit<T>(
  { limit, timeoutError = tooSlowError(limit) }: TimeLimit,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const timeout = new AbortController()
  const timer = setTimeout(() => timeout.abort(timeoutError), limit)
  try {
    return await work(AbortSignal.any([signal, timeout.signal]))
  } finally {
    clearTimeout(timer)
  }
}

function tooSlowError(limit: number): FetchError {
  return new FetchError(
    `The server took more than ${limit / 1000} seconds. Try again later, or save the page in a browser and use that file.`,
  )
}
