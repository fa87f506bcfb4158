/// <reference lib="dom" />
import type { Make } from './stage.ts'

/**
 * Returns a function that shows or clears a notice in the speaker's window: that no window shows the deck any more. It
 * is told whether one does. Runs in the page and closes over nothing.
 */
export function createClosedNotice(make: Make): (isShown: boolean) => void {
  const box = make('div', { class: 'stage-banner', role: 'status', lang: 'en', dir: 'ltr' })
  return (isShown) => {
    if (!isShown && !box.isConnected) document.body.append(box)
    box.textContent = isShown ? '' : 'The audience’s window is closed. Open the deck again, and press S in it.'
  }
}
