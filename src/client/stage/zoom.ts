// Enlarges part of a slide on screen.

/// <reference lib="dom" />
import type { Stage } from './stage.ts'

export interface Zoom {
  readonly by: (factor: number) => void
  readonly move: (right: number, down: number) => void
  readonly reset: () => void
  readonly isOn: () => boolean
}

/**
 * Lets the user enlarge the slide: around its centre with the keyboard, or around the point clicked with Alt held. Runs
 * in the page and closes over nothing.
 */
export function createZoom({ deck }: Stage): Zoom {
  const MAX_SCALE = 8
  const view = { scale: 1, x: 0.5, y: 0.5 }
  const wrapper = deck.getRevealElement()
  if (wrapper === null) throw new Error('There is no deck in this page.')
  const clamp = (value: number) => Math.min(1, Math.max(0, value))
  const show = () => {
    // The origin stays still and everything else grows away from it, so no edge of the slide comes into view.
    wrapper.style.transformOrigin = `${view.x * 100}% ${view.y * 100}%`
    wrapper.style.transform = view.scale === 1 ? '' : `scale(${view.scale})`
  }
  const set = (scale: number, x = view.x, y = view.y) => {
    Object.assign(view, { scale: Math.min(MAX_SCALE, Math.max(1, scale)), x: clamp(x), y: clamp(y) })
    if (view.scale < 1.01) Object.assign(view, { scale: 1, x: 0.5, y: 0.5 })
    show()
  }
  wrapper.addEventListener(
    'click',
    (event) => {
      if (!event.altKey) return
      event.preventDefault()
      event.stopPropagation()
      set(view.scale === 1 ? 2.5 : 1, event.clientX / innerWidth, event.clientY / innerHeight)
    },
    { capture: true },
  )
  deck.on('slidechanged', () => set(1))
  return {
    by: (factor) => set(view.scale * factor),
    move: (right, down) => set(view.scale, view.x + right / view.scale, view.y + down / view.scale),
    reset: () => set(1),
    isOn: () => view.scale > 1,
  }
}
