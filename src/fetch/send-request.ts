// Sends a single HTTP request.

import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { type AllowedServers, UNKNOWN_HOST } from './allowed-servers.ts'
import { FetchError } from './fetch-error.ts'

export interface RequestOptions {
  readonly servers: AllowedServers
  /** Media types, as in the `accept` header. */
  readonly accept: string
  readonly signal: AbortSignal
}

/**
 * Requests a URL once, without cookies or credentials. The connection goes to a checked IP address, and is
 * not used for any other request.
 * @throws {FetchError} or the signal's reason
 */
export async function sendRequest(url: URL, { servers, accept, signal }: RequestOptions): Promise<IncomingMessage> {
  try {
    const addresses = await rejectOnAbort(servers.addressesOf(url), signal)
    const lookup: LookupFunction = (_, { all }, done) => {
      const [first] = addresses
      if (all === true) done(null, [...addresses])
      else done(null, first?.address ?? '', first?.family)
    }
    return await new Promise((resolve, reject) => {
      const send = url.protocol === 'https:' ? requestHttps : requestHttp
      const headers = { accept, 'accept-encoding': 'gzip, deflate, br', 'user-agent': 'lectern' }
      const request = send(url, { agent: false, lookup, headers, signal })
      request.on('response', resolve)
      request.on('error', reject)
      // If a server switches protocols or closes the connection, no response ever comes.
      request.on('close', () => reject(new FetchError('The server sent no response. Try again later.')))
      request.end()
    })
  } catch (error) {
    throw fetchErrorFor(error, signal)
  }
}

/** Waits for work that cannot be cancelled, such as a lookup, but rejects as soon as the signal aborts. */
async function rejectOnAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted()
  let stop = () => {}
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/**
 * Converts an error to one that tells the user what to do. If the signal has aborted, returns the signal's reason
 * instead.
 */
export function fetchErrorFor(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason
  if (error instanceof FetchError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const row = REASONS.find(({ codes }) => codes.test(code))
  return new FetchError(
    row?.reason ?? `The connection failed (${code || String(error)}). Check the address, and try again.`,
  )
}

const REASONS: readonly { readonly codes: RegExp; readonly reason: string }[] = [
  { codes: /^(?:ENOTFOUND|EAI_)/, reason: UNKNOWN_HOST },
  { codes: /^ECONNREFUSED$/, reason: 'No server answers at this address. Check the address and its port.' },
  {
    codes: /^(?:ENETUNREACH|EHOSTUNREACH|ENETDOWN|ETIMEDOUT)$/,
    reason: 'The server cannot be reached. Check your network connection.',
  },
  {
    codes: /^(?:CERT_|ERR_TLS|DEPTH_|SELF_SIGNED|UNABLE_TO_)/,
    reason:
      "The server's certificate is not trusted. Check the address. If the certificate is your own, set NODE_EXTRA_CA_CERTS.",
  },
  { codes: /^HPE_/, reason: 'This is not a web server. Check the address.' },
  {
    codes: /^(?:ECONNRESET|EPIPE|ERR_STREAM_PREMATURE_CLOSE)$/,
    reason: 'The server closed the connection too early. Try again.',
  },
  {
    codes: /^(?:Z_|ERR_(?:_ERROR_FORMAT|BROTLI|ZSTD)|ERR__ERROR)/,
    reason: "The server's compressed response is damaged. Try again.",
  },
]
