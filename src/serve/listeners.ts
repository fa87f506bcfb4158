// Sends server-sent events to the open pages of a deck.

import type { ServerResponse } from 'node:http'
import { SAFE_HEADERS } from './headers.ts'

/** A server-sent event for open pages, with its data. */
export interface ServerEvent {
  readonly name: 'hello' | 'patch' | 'reload' | 'fault'
  readonly data: unknown
}

/** The open pages, which listen for events. */
export interface Listeners {
  /** Keeps a response open and sends it the first event. Returns false if there are too many already. */
  add(response: ServerResponse, first: ServerEvent): boolean
  send(event: ServerEvent): void
  close(): void
}

/** The maximum number of open pages: more than anybody needs. */
const MAX_LISTENERS = 100

/** Milliseconds after which a page that has lost the connection tries again. */
const RETRY_DELAY = 500

/** Milliseconds between heartbeats, which detect that a page was closed. */
const HEARTBEAT_INTERVAL = 15_000

/** Makes an empty set of open pages. */
export function listeners(): Listeners {
  const open = new Set<ServerResponse>()
  const broadcast = (text: string) => {
    for (const response of open) response.write(text)
  }
  const heartbeat = setInterval(() => broadcast(':\n\n'), HEARTBEAT_INTERVAL).unref()
  return {
    add(response, first) {
      if (open.size >= MAX_LISTENERS) return false
      open.add(response)
      response.on('close', () => open.delete(response))
      response.writeHead(200, { ...SAFE_HEADERS, 'content-type': 'text/event-stream' })
      response.write(`retry: ${RETRY_DELAY}\n${eventOf(first)}`)
      return true
    },
    send: (event) => broadcast(eventOf(event)),
    close() {
      clearInterval(heartbeat)
      for (const response of open) response.end()
    },
  }
}

/** Writes an event. Its JSON has no line breaks, which would end the event. */
function eventOf({ name, data }: ServerEvent): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
}
