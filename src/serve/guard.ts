// Refuses requests that come from other websites.

import type { IncomingMessage } from 'node:http'

/** A refusal of a request, with its HTTP status and response text. */
export interface Refusal {
  readonly status: 400 | 403 | 405
  readonly reason: string
}

/** The only address that the server listens on. No other machine can reach it. */
export const LOOPBACK = '127.0.0.1'

/**
 * Returns a refusal if a request must be refused; null if it comes from one of our pages, or opens such a page.
 * Requests to a foreign host name that points to this machine (DNS rebinding) and requests from pages of other sites
 * are refused. The port may differ from ours, as it does through a tunnel (`ssh -L 9000:127.0.0.1:4321`).
 */
export function refusalOf({ method, url, headers }: IncomingMessage): Refusal | null {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, reason: 'Only GET and HEAD are supported.' }
  if (url === undefined || !url.startsWith('/')) return { status: 400, reason: 'Only paths are supported.' }
  const { host = '', origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = headers
  if (!OWN_HOST.test(host)) return { status: 403, reason: 'This server does not answer to that host name.' }
  if (origin !== undefined && origin !== `http://${host}`) return FOREIGN_SITE
  // A link on another site may lead to the deck: it opens our page, which the other site cannot read.
  const isOwn = site === undefined || site === 'same-origin' || site === 'none' || mode === 'navigate'
  return isOwn ? null : FOREIGN_SITE
}

/** The names of this machine's loopback address. */
const OWN_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i

const FOREIGN_SITE: Refusal = { status: 403, reason: 'Other sites may not read this.' }
