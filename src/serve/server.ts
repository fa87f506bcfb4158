// The HTTP server for the files of a deck and the events sent to its open pages.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { DECK_PAGE, EVENTS_PATH, type Site } from '../model/served-site.ts'
import { refusalOf } from './guard.ts'
import { mediaTypeOf, SAFE_HEADERS } from './headers.ts'

/** The data that responses are made from. */
export interface ServerData {
  /** The current site. */
  readonly site: () => Site
  /** Keeps a response open for events; returns false if too many are open already. */
  readonly keepOpen: (response: ServerResponse) => boolean
}

/** In milliseconds. A browser on this machine sends its request at once; slower clients are dropped. */
const REQUEST_TIMEOUT = 5_000

/** A browser's own headers take about a tenth of this. */
const MAX_HEADER_BYTES = 8_192

/** The maximum number of connections: many more than pages need, and few enough that files can still be opened. */
const MAX_CONNECTIONS = 800

/** The maximum number of connections that have not sent a request. */
const MAX_IDLE_CONNECTIONS = 400

/** Makes a server for the site and its events. It is not listening yet. */
export function createSiteServer(data: ServerData): Server {
  const server = createServer(
    {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: REQUEST_TIMEOUT,
      requestTimeout: REQUEST_TIMEOUT,
      keepAliveTimeout: REQUEST_TIMEOUT,
      connectionsCheckingInterval: REQUEST_TIMEOUT / 5,
    },
    (request, response) => respond(request, response, data),
  )
  server.maxConnections = MAX_CONNECTIONS
  limitIdleConnections(server)
  server.on('clientError', (_, socket) => {
    // A browser keeps spare connections open, and would take a response on one as the response to its next request.
    if (isIdle(socket)) socket.destroy()
    else if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
    else socket.destroy()
  })
  return server
}

function isIdle(socket: Duplex): boolean {
  return !(socket instanceof Socket) || socket.bytesRead === 0
}

/** Closes the oldest idle connection when there are too many, so that they cannot block the server. */
function limitIdleConnections(server: Server): void {
  const idle = new Set<Socket>()
  server.on('connection', (socket) => {
    socket.once('close', () => idle.delete(socket))
    const [oldest] = idle.add(socket)
    if (idle.size > MAX_IDLE_CONNECTIONS) oldest?.destroy()
  })
  server.on('request', ({ socket }) => idle.delete(socket))
}

function respond(request: IncomingMessage, response: ServerResponse, { site, keepOpen }: ServerData): void {
  const refusal = refusalOf(request)
  const path = (request.url ?? '').split(/[?#]/, 1)[0]?.slice(1) ?? ''
  const name = path === '' ? DECK_PAGE : path
  const text = site().get(name)
  const isHead = request.method === 'HEAD'
  if (refusal !== null) refuse(response, refusal.status, refusal.reason)
  else if (path === EVENTS_PATH) {
    if (isHead || !keepOpen(response)) refuse(response, 503, 'Too many pages are open.')
  } else if (text === undefined) refuse(response, 404, 'There is nothing at this address.')
  else {
    const length = Buffer.byteLength(text)
    response.writeHead(200, { ...SAFE_HEADERS, 'content-type': mediaTypeOf(name), 'content-length': length })
    response.end(isHead ? undefined : text)
  }
}

/** Refuses a request without waiting for its body. */
function refuse(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, { ...SAFE_HEADERS, 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
  response.end(`${reason}\n`)
}
