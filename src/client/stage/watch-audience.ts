// Tells the speaker when no other window shows the deck any more.

/// <reference lib="dom" />
import type { Make } from './stage.ts'

/**
 * Calls `ask` regularly, and shows a line in the speaker view while the audience's window, once heard of, does not
 * answer. Returns a function to call whenever it is heard of. Runs in the page and closes over nothing.
 */
export function watchAudience(make: Make, ask: () => void): () => void {
  /** In milliseconds. */
  const INTERVAL = 500
  /** So many questions without an answer mean that the window is gone. Loading a large deck takes a few of them. */
  const PATIENCE = 6
  const banner = make('div', { class: 'stage-banner', role: 'status', lang: 'en', dir: 'ltr' })
  document.body.append(banner)
  const state = { unanswered: 0, hasAudience: false }
  const show = () => {
    const isGone = state.hasAudience && state.unanswered > PATIENCE
    const text = isGone ? 'No window shows the deck to the audience. Open the deck again and press S there.' : ''
    if (banner.textContent !== text) banner.replaceChildren(...(text === '' ? [] : [make('p', {}, [text])]))
  }
  setInterval(() => {
    state.unanswered += 1
    show()
    ask()
  }, INTERVAL)
  return () => {
    state.hasAudience = true
    state.unanswered = 0
    show()
  }
}
