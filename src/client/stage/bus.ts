/// <reference lib="dom" />
import type { Shared } from './stage.ts'

/** What windows of one deck say to each other. */
export interface Said {
  /** Of this deck, from a window that shows it in this way. */
  readonly lectern: string
  readonly from: 'deck' | 'speaker'
  /** What it shows; null where it asks what the others show. */
  readonly shared: Shared | null
}

export interface Bus {
  readonly say: (shared: Shared | null) => void
  /** Opens the speaker's window, or brings it to the front. False where the browser does not allow it. */
  readonly openSpeaker: (place: string) => boolean
}

export interface Joining {
  readonly from: Said['from']
  /** Whether one deck follows another. */
  readonly follows: boolean
  readonly heard: (shared: Shared | null) => void
}

/**
 * Joins the windows that show this deck. Those of a server share a channel of their own origin. Those of a file have none: a deck
 * and the windows that it has opened send each other messages, and none is taken from any other window. Runs in the page and
 * closes over nothing.
 */
export function bus({ from, follows, heard }: Joining): Bus {
  const deck = `${location.pathname} ${document.title}`
  const isServed = /^https?:$/.test(location.protocol)
  const channel = isServed ? new BroadcastChannel(`lectern ${location.pathname}`) : null
  const peers = new Set<Window>()
  if (!isServed && from === 'speaker' && window.opener !== null) peers.add(window.opener)

  const isSaid = (data: unknown): data is Said =>
    typeof data === 'object' && data !== null && 'lectern' in data && data.lectern === location.pathname
  const take = (data: unknown) => {
    if (!isSaid(data) || (data.from === from && !(follows || from === 'speaker'))) return
    heard(data.shared)
  }
  /** A window that this one has opened, or that has opened this one: which, no page can pretend. */
  const peerOf = ({ source, origin }: MessageEvent): Window | null => {
    if (isServed || origin !== window.origin || source === null || !('opener' in source)) return null
    return source === window.opener || source.opener === window ? source : null
  }
  channel?.addEventListener('message', ({ data }) => take(data))
  addEventListener('message', (event) => {
    const peer = peerOf(event)
    if (peer === null) return
    peers.add(peer)
    take(event.data)
  })
  return {
    say(shared) {
      const said: Said = { lectern: location.pathname, from, shared }
      channel?.postMessage(said)
      // The origin of a file has no name that could be given.
      for (const peer of peers) peer.closed ? peers.delete(peer) : peer.postMessage(said, '*')
    },
    openSpeaker(place) {
      const opened = window.open(`${location.pathname}?speaker${place}`, `lectern ${deck}`, 'width=1280,height=800')
      if (opened === null) return false
      if (!isServed) peers.add(opened)
      opened.focus()
      return true
    },
  }
}
