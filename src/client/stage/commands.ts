// The keyboard commands of a deck.

/// <reference lib="dom" />
import type { Pointer } from './pointer.ts'
import type { Command, StageDeck } from './stage.ts'
import type { Zoom } from './zoom.ts'

/** The parts of a page that the keyboard commands of a deck control. */
export interface StageTools {
  readonly deck: StageDeck
  readonly pointer: Pointer
  readonly zoom: Zoom
  readonly find: () => void
  readonly all: () => void
  readonly help: () => void
  readonly openSpeaker: () => void
}

/**
 * The keys of the deck, in the order in which help lists them. A presenter's remote sends Page Up and Page Down, F5 or Shift+F5
 * and Esc to start and stop, and a full stop. Runs in the page and closes over nothing.
 */
export function commands({ deck, pointer, zoom, find, all, help, openSpeaker }: StageTools): readonly Command[] {
  /** How many canvas pixels a key moves the pointer, and what share of the screen it moves an enlarged slide. */
  const [STEP, SHARE] = [24, 0.25]
  const fullScreen = () => {
    if (document.fullscreenElement === null) document.documentElement.requestFullscreen?.().catch(() => undefined)
    else void document.exitFullscreen()
  }
  /** Moves the pointer or the enlarged slide; with neither in use, jumps to the first or last slide. */
  const move = (right: number, down: number, jump: () => void) => () => {
    if (pointer.isOn()) pointer.move(right * STEP, down * STEP)
    else if (zoom.isOn()) zoom.move(right * SHARE, down * SHARE)
    else jump()
  }
  const [toFirst, toLast] = [() => deck.slide(0), () => deck.slide(deck.getTotalSlides() - 1)]
  const putAway = () => {
    if (pointer.isOn()) pointer.putAway()
    else if (zoom.isOn()) zoom.reset()
    else all()
  }
  return [
    { keys: ['ArrowRight', ' ', 'PageDown', 'n'], does: 'Next step or slide' },
    { keys: ['ArrowLeft', 'PageUp', 'p'], does: 'Previous step or slide' },
    { keys: ['Home', 'Shift+ArrowLeft'], does: 'First slide', act: move(-1, 0, toFirst) },
    { keys: ['End', 'Shift+ArrowRight'], does: 'Last slide', act: move(1, 0, toLast) },
    { keys: ['Shift+ArrowUp'], does: '', act: move(0, -1, toFirst) },
    { keys: ['Shift+ArrowDown'], does: '', act: move(0, 1, toLast) },
    { keys: ['g', '/'], does: 'Go to a slide by number, or find words', act: find },
    { keys: ['o'], does: 'All slides at once', act: all },
    { keys: ['s'], does: 'Speaker view', act: openSpeaker },
    { keys: ['f', 'F5', 'Shift+F5'], does: 'Full screen', act: fullScreen },
    { keys: ['b', '.'], does: 'Black screen', act: () => deck.togglePause() },
    { keys: ['l'], does: 'Laser pointer; Shift with the arrows moves it', act: () => pointer.take('laser') },
    {
      keys: ['d'],
      does: 'Pen; Shift with the arrows moves it, Enter sets it down and lifts it',
      act: () => pointer.take('pen'),
    },
    { keys: ['c'], does: 'Clear the drawing on this slide', act: pointer.clear },
    { keys: ['+', '='], does: 'Zoom in; Shift with the arrows moves the slide', act: () => zoom.by(1.5) },
    { keys: ['-'], does: 'Smaller', act: () => zoom.by(1 / 1.5) },
    { keys: ['0'], does: 'Whole slide', act: zoom.reset },
    { keys: ['Escape'], does: 'Put away pointer or pen; otherwise show all slides', act: putAway },
    // If the pointer is off, Enter activates the focused element.
    { keys: ['Enter'], does: '', act: pointer.press, isFor: pointer.isOn },
    { keys: ['?', 'F1'], does: 'These keys', act: help },
  ]
}
