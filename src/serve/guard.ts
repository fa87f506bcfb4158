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
 * point at this machine is not ours (DNS rebinding), and neither is what another site's page asks for.
 */
export function refusalOf({ method, url, headers }: IncomingMessage, port: number): Refusal | null {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, reason: 'Only GET and HEAD are understood.' }
  if (url === undefined || !url.startsWith('/')) return { status: 400, reason: 'Only paths are understood.' }
  const hosts = [LOOPBACK, 'localhost'].map((name) => `${name}:${port}`)
  if (!hosts.includes(headers.host ?? '')) return { status: 403, reason: 'This host is not served here.' }
  const { origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = headers
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) return FOREIGN
  // A link that leads here may be followed from anywhere; only then does a page of ours fill the window.
  const isOwn = site === undefined || site === 'same-origin' || site === 'none' || mode === 'navigate'
  return isOwn ? null : FOREIGN
}

const FOREIGN: Refusal = { status: 403, reason: 'Another site may not read this.' }
