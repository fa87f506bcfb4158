// Sends server-sent events to the open pages of a deck.

import type { ServerResponse } from 'node:http'
import { SAFE_HEADERS } from './headers.ts'

/** A server-sent event for open pages, with its data. */
export interface ServerEvent {
  readonly name: 'hello' | 'patch' | 'reload' | 'fault'
  readonly data: unknown
}

/** The connections to the open pages of a deck: responses that are kept open. */
export interface PageConnections {
  /** Keeps a response open and sends it a first event. Returns false if too many are open already. */
  add(response: ServerResponse, firstEvent: ServerEvent): boolean
  /** Sends an event to all open pages. */
  send(event: ServerEvent): void
  close(): void
}

/** The maximum number of open pages: more than anybody needs. */
const MAX_PAGES = 100

/** Milliseconds after which a page that has lost the connection tries again. */
const RETRY_DELAY = 500

/** Milliseconds between heartbeats, which detect that a page was closed. */
const HEARTBEAT_INTERVAL = 15_000

/** Makes a set of connections, which is initially empty. */
export function pageConnections(): PageConnections {
  const open = new Set<ServerResponse>()
  const broadcast = (text: string) => {
    for (const response of open) response.write(text)
  }
  const heartbeat = setInterval(() => broadcast(':\n\n'), HEARTBEAT_INTERVAL).unref()
  return {
    add(response, firstEvent) {
      if (open.size >= MAX_PAGES) return false
      open.add(response)
      response.on('close', () => open.delete(response))
      response.writeHead(200, { ...SAFE_HEADERS, 'content-type': 'text/event-stream' })
      response.write(`retry: ${RETRY_DELAY}\n${formatEvent(firstEvent)}`)
      return true
    },
    send: (event) => broadcast(formatEvent(event)),
    close() {
      clearInterval(heartbeat)
      for (const response of open) response.end()
    },
  }
}

/** Formats an event for the wire. Its JSON has no line breaks, which would end the event. */
function formatEvent({ name, data }: ServerEvent): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
}
