/// <reference lib="dom" />
import type { Make } from './stage.ts'

/**
 * Returns a function that shows a short message over the slide and announces it to screen readers. Runs in the page and
 * closes over nothing.
 */
export function createToast(make: Make): (text: string) => void {
  /** In milliseconds: long enough to read a line. */
  const DURATION = 2500
  const box = make('div', { class: 'stage-toast', role: 'status', lang: 'en', dir: 'ltr' })
  document.body.append(box)
  const timer = { id: 0 }
  return (text) => {
    box.textContent = text
    clearTimeout(timer.id)
    timer.id = window.setTimeout(() => {
      box.textContent = ''
    }, DURATION)
  }
}
