import type { IncomingMessage } from 'node:http'

/** Why a request gets no answer but this. */
export interface Refusal {
  readonly status: 400 | 403 | 405
  readonly reason: string
}

/** The one address that we listen at: no other machine reaches it. */
export const LOOPBACK = '127.0.0.1'

/**
 * Whether a request is one that a page of ours, or somebody who opens one, would make. A name that a stranger has made to
 * point at this machine is not ours (DNS rebinding), and neither is what another site's page asks for. The port may be another
 * than ours: that of a tunnel (`ssh -L 9000:127.0.0.1:4321`).
 */
export function refusalOf({ method, url, headers }: IncomingMessage): Refusal | null {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, reason: 'Only GET and HEAD are understood.' }
  if (url === undefined || !url.startsWith('/')) return { status: 400, reason: 'Only paths are understood.' }
  const { host = '', origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = headers
  if (!OWN_HOST.test(host)) return { status: 403, reason: 'This host is not served here.' }
  if (origin !== undefined && origin !== `http://${host}`) return FOREIGN
  // A link that leads here may be followed from anywhere; only then does a page of ours fill the window.
  const isOwn = site === undefined || site === 'same-origin' || site === 'none' || mode === 'navigate'
  return isOwn ? null : FOREIGN
}

/** The names of this machine's own loopback. */
const OWN_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i

const FOREIGN: Refusal = { status: 403, reason: 'Another site may not read this.' }
