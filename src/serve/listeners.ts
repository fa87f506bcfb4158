import type { ServerResponse } from 'node:http'
import { SAFE_HEADERS } from './headers.ts'

/** What open pages are told: each name an event of theirs, with what goes with it. */
export interface News {
  readonly name: 'hello' | 'patch' | 'reload' | 'fault'
  readonly data: unknown
}

/** The open pages. */
export interface Listeners {
  /** Keeps an answer open and tells it the news at once. False where there are too many already. */
  add(response: ServerResponse, first: News): boolean
  tell(news: News): void
  close(): void
}

/** More pages than anybody has open. */
const MOST_LISTENERS = 100

/** Milliseconds after which a page that lost us asks again. */
const RETRY = 500

/** Milliseconds. Something is said so often at least, so that a page that is gone is found out. */
const BEAT = 15_000

/** Tells pages by server-sent events. */
export function listeners(): Listeners {
  const open = new Set<ServerResponse>()
  const say = (text: string) => {
    for (const response of open) response.write(text)
  }
  const beat = setInterval(() => say(':\n\n'), BEAT).unref()
  return {
    add(response, first) {
      if (open.size >= MOST_LISTENERS) return false
      open.add(response)
      response.on('close', () => open.delete(response))
      response.writeHead(200, { ...SAFE_HEADERS, 'content-type': 'text/event-stream' })
      response.write(`retry: ${RETRY}\n${eventOf(first)}`)
      return true
    },
    tell: (news) => say(eventOf(news)),
    close() {
      clearInterval(beat)
      for (const response of open) response.end()
    },
  }
}

/** JSON has no line ends, which would end the event. */
function eventOf({ name, data }: News): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
}
