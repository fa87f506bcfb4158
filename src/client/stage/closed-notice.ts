/// <reference lib="dom" />
import type { Make } from './stage.ts'

/**
 * Returns a function for the speaker's window that shows a notice if no window shows the deck any more, and clears the
 * notice if one does. Runs in the page and closes over nothing.
 */
export function createClosedNotice(make: Make): (isShown: boolean) => void {
  const box = make('div', { class: 'stage-banner', role: 'status', lang: 'en', dir: 'ltr' })
  return (isShown) => {
    if (!isShown && !box.isConnected) document.body.append(box)
    box.textContent = isShown ? '' : 'The audience’s window is closed. Open the deck again, and press S in it.'
  }
}
