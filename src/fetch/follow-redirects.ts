// Requests an address and follows its redirects.

import type { IncomingMessage } from 'node:http'
import { STATUS_CODES } from 'node:http'
import { FetchError } from './fetch-error.ts'
import { type RequestOptions, sendRequest } from './send-request.ts'

/** A response, and the address from which it came, after all redirects. */
export interface FinalResponse {
  readonly url: URL
  readonly response: IncomingMessage
}

/**
 * Requests an address and follows redirects. Each target is checked like the first address.
 * @throws {FetchError} or the signal's reason
 */
export async function followRedirects(
  start: URL,
  maxRedirects: number,
  options: RequestOptions,
): Promise<FinalResponse> {
  let url = start
  for (let redirects = 0; redirects <= maxRedirects; redirects++) {
    refuseUnsafeUrl(url)
    const response = await sendRequest(url, options)
    const status = response.statusCode ?? 0
    if (status === 200) return { url, response }
    response.destroy()
    if (!REDIRECT_STATUSES.has(status))
      throw new FetchError(`The server answered ${statusName(status)}. ${REMEDIES[status] ?? 'Check the address.'}`)
    url = redirectTarget(url, response.headers.location)
  }
  throw new FetchError(
    `The server redirects more than ${maxRedirects} times. Open the page in a browser, save it and use that file.`,
  )
}

const REDIRECT_STATUSES: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

function statusName(status: number): string {
  return `${status} ${STATUS_CODES[status] ?? ''}`.trim()
}

const SAVE_REMEDY = 'Open the page in a browser, save it as HTML and use that file.'

const REMEDIES: Readonly<Record<number, string>> = {
  401: SAVE_REMEDY,
  402: SAVE_REMEDY,
  403: SAVE_REMEDY,
  429: SAVE_REMEDY,
  451: SAVE_REMEDY,
}

function redirectTarget(from: URL, location: string | undefined): URL {
  if (location === undefined || !URL.canParse(location, from))
    throw new FetchError('The server redirects to an invalid address. Check the address.')
  const url = new URL(location, from)
  if (from.protocol === 'https:' && url.protocol === 'http:')
    throw new FetchError(`The server redirects to ${url.host} without encryption. ${SAVE_REMEDY}`)
  return url
}

/**
 * Refuses an address that is not on the web, or that contains a user name or password.
 * @throws {FetchError}
 */
export function refuseUnsafeUrl({ protocol, username, password }: URL): void {
  if (protocol !== 'http:' && protocol !== 'https:')
    throw new FetchError(
      `Only http and https addresses are fetched, not ${protocol.slice(0, -1)}. Save the file and use that.`,
    )
  if (username !== '' || password !== '')
    throw new FetchError(`The address contains a user name or password, which is not sent. ${SAVE_REMEDY}`)
}
