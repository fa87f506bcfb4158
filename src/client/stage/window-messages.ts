// Sends messages between the windows that show one deck.

/// <reference lib="dom" />
import type { SharedState } from './stage.ts'

/** A message between the windows of one deck. */
export interface BusMessage {
  /** The path of the deck's page, by which its windows recognise the message. */
  readonly lectern: string
  readonly from: 'deck' | 'speaker'
  /**
   * What the window shows; null to ask what the others show; "leaving" when its page is closed or reloaded; "present"
   * as the answer to "leaving" from the decks that are still open.
   */
  readonly shared: SharedState | null | 'leaving' | 'present'
}

/** The connection to the other windows of the deck. */
export interface Bus {
  /** Sends this window's state to the others; null asks for theirs. */
  readonly send: (shared: SharedState | null) => void
  /** Opens the speaker's window, or brings it to the front. Returns false if the browser blocks it. */
  readonly openSpeaker: (hash: string) => boolean
}

export interface BusOptions {
  readonly from: BusMessage['from']
  /** Whether a window with the deck also follows other windows with the deck, and not only the speaker's. */
  readonly followsDecks: boolean
  /** Called with each message from another window; null asks for this window's state. */
  readonly onMessage: (shared: SharedState | null) => void
  /**
   * Called in place of `onMessage` for the first message from a window that this window had opened before this window
   * was reloaded.
   */
  readonly onPeerFound: () => void
  /** Called in a speaker's window when no window shows the deck any more (false), and when one does again (true). */
  readonly onPresence: (isShown: boolean) => void
}

/**
 * Connects the windows that show this deck. Windows of a served deck share a broadcast channel. Windows of a file have
 * no channel: a deck and the windows that it opened send each other messages and accept none from anyone else. A deck
 * that is reloaded no longer knows the speaker's window; that window still knows the deck, and asks until it answers.
 * Runs in the page and closes over nothing.
 */
export function connectWindows({ from, followsDecks, onMessage, onPeerFound, onPresence }: BusOptions): Bus {
  /** The interval, in milliseconds, at which a speaker's window asks a deck that is being reloaded. */
  const ASK_EVERY = 200
  /** In milliseconds: longer than a deck takes to reload. */
  const ABSENT_AFTER = 5000
  const deckName = `${location.pathname} ${document.title}`
  const isServed = /^https?:$/.test(location.protocol)
  const channel = isServed ? new BroadcastChannel(`lectern ${location.pathname}`) : null
  const peers = new Set<Window>()
  const asking = { timer: 0 }
  const absence = { timer: 0 }
  if (!isServed && from === 'speaker' && window.opener !== null) peers.add(window.opener)

  const isBusMessage = (data: unknown): data is BusMessage =>
    typeof data === 'object' && data !== null && 'lectern' in data && data.lectern === location.pathname
  const receive = (data: unknown) => {
    if (!isBusMessage(data) || (data.from === from && !(followsDecks || from === 'speaker'))) return
    if (data.shared !== 'leaving' && data.shared !== 'present') onMessage(data.shared)
  }
  /** In a speaker's window, keeps track of whether the deck is still shown. In a deck, replies that it is. */
  const notePresence = ({ from: sender, shared }: BusMessage) => {
    if (sender !== 'deck') return
    if (from === 'deck') return shared === 'leaving' && send('present')
    clearTimeout(absence.timer)
    if (shared === 'leaving') absence.timer = window.setTimeout(() => onPresence(false), ABSENT_AFTER)
    else onPresence(true)
  }
  const send = (shared: BusMessage['shared']) => {
    const message: BusMessage = { lectern: location.pathname, from, shared }
    channel?.postMessage(message)
    // A file has no origin that could be the target.
    for (const peer of peers) peer.closed ? peers.delete(peer) : peer.postMessage(message, '*')
  }
  const stopAsking = () => {
    clearInterval(asking.timer)
    asking.timer = 0
  }
  const askUntilAnswered = () => {
    stopAsking()
    asking.timer = window.setInterval(() => send(null), ASK_EVERY)
  }
  // The timers of a hidden window may be delayed by up to a minute.
  document.addEventListener('visibilitychange', () => asking.timer !== 0 && send(null))
  /**
   * Returns the window that sent a message, if this window opened it or was opened by it; otherwise null. No other page
   * can pretend to be such a window.
   */
  const peerOf = ({ source, origin }: MessageEvent): Window | null => {
    if (origin !== window.origin || source === null || !('opener' in source)) return null
    return source === window.opener || source.opener === window ? source : null
  }
  channel?.addEventListener('message', ({ data }) => {
    if (isBusMessage(data)) notePresence(data)
    receive(data)
  })
  addEventListener('message', (event) => {
    if (isServed || !isBusMessage(event.data)) return
    // The sender has been closed and cannot be recognised. If anyone else sends this, the only effect is that this
    // window asks the deck.
    if (from === 'speaker' && event.data.shared === 'leaving') {
      notePresence(event.data)
      return askUntilAnswered()
    }
    const peer = peerOf(event)
    if (peer === null) return
    notePresence(event.data)
    stopAsking()
    const isKnown = peers.has(peer)
    peers.add(peer)
    if (isKnown) receive(event.data)
    else onPeerFound()
  })
  if (from === 'deck') addEventListener('pagehide', () => send('leaving'))
  return {
    send,
    openSpeaker(hash) {
      const opened = window.open(`${location.pathname}?speaker${hash}`, `lectern ${deckName}`, 'width=1280,height=800')
      if (opened === null) return false
      if (!isServed) peers.add(opened)
      opened.focus()
      return true
    },
  }
}
