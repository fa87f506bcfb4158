// The keyboard commands of a deck.

/// <reference lib="dom" />
import type { MediaPlayer } from './media.ts'
import type { Pointer } from './pointer.ts'
import type { Command, StageDeck } from './stage.ts'
import type { Zoom } from './zoom.ts'

/** The parts of the page that the keyboard commands of a deck control. */
export interface StageTools {
  readonly deck: StageDeck
  readonly media: MediaPlayer
  readonly pointer: Pointer
  readonly zoom: Zoom
  readonly openFinder: () => void
  readonly openOverview: () => void
  readonly openHelp: () => void
  readonly openSpeaker: () => void
}

/**
 * Lists the keyboard commands of the deck, in the order in which the help dialog shows them. They include the keys that
 * presentation remotes send: Page Up and Page Down, F5 or Shift+F5 to start, Esc to stop, and a full stop for a black
 * screen. Runs in the page and closes over nothing.
 */
export function deckCommands({
  deck,
  media,
  pointer,
  zoom,
  openFinder,
  openOverview,
  openHelp,
  openSpeaker,
}: StageTools): readonly Command[] {
  /** How far an arrow key moves the pointer, in canvas pixels, and an enlarged slide, as a fraction of the screen. */
  const [POINTER_STEP, SLIDE_STEP] = [24, 0.25]
  const toggleFullScreen = () => {
    if (document.fullscreenElement === null) document.documentElement.requestFullscreen?.().catch(() => undefined)
    else void document.exitFullscreen()
  }
  /** Moves the pointer or the enlarged slide; with neither in use, jumps to the first or last slide. */
  const move = (right: number, down: number, jump: () => void) => () => {
    if (pointer.isOn()) pointer.move(right * POINTER_STEP, down * POINTER_STEP)
    else if (zoom.isOn()) zoom.move(right * SLIDE_STEP, down * SLIDE_STEP)
    else jump()
  }
  const [toFirst, toLast] = [() => deck.slide(0), () => deck.slide(deck.getTotalSlides() - 1)]
  const onEscape = () => {
    if (pointer.isOn()) pointer.putAway()
    else if (zoom.isOn()) zoom.reset()
    else openOverview()
  }
  /** On a black screen, reveal.js ignores the navigation keys. */
  const leaveBlack = { act: () => deck.togglePause(false), isActive: () => deck.isPaused(), isPassedOn: true }
  return [
    { keys: ['ArrowRight', 'ArrowDown', ' ', 'PageDown', 'n'], description: 'Next step or slide', ...leaveBlack },
    { keys: ['ArrowLeft', 'ArrowUp', 'PageUp', 'p'], description: 'Previous step or slide', ...leaveBlack },
    { keys: ['Home', 'Shift+ArrowLeft'], description: 'First slide', act: move(-1, 0, toFirst) },
    { keys: ['End', 'Shift+ArrowRight'], description: 'Last slide', act: move(1, 0, toLast) },
    { keys: ['Shift+ArrowUp'], description: '', act: move(0, -1, toFirst) },
    { keys: ['Shift+ArrowDown'], description: '', act: move(0, 1, toLast) },
    { keys: ['g', '/'], description: 'Go to a slide by number, or find words', act: openFinder },
    { keys: ['o'], description: 'Show all slides', act: openOverview },
    { keys: ['s'], description: 'Speaker view', act: openSpeaker },
    { keys: ['f', 'F5', 'Shift+F5'], description: 'Full screen', act: toggleFullScreen },
    { keys: ['b', '.'], description: 'Black screen', act: () => deck.togglePause() },
    { keys: ['l'], description: 'Laser pointer; Shift with the arrows moves it', act: () => pointer.toggle('laser') },
    {
      keys: ['d'],
      description: 'Pen; Shift with the arrows moves it, Enter puts it down or lifts it',
      act: () => pointer.toggle('pen'),
    },
    { keys: ['c'], description: 'Clear the drawing on this slide', act: pointer.clear },
    { keys: ['+', '='], description: 'Zoom in; Shift with the arrows moves the slide', act: () => zoom.by(1.5) },
    { keys: ['-'], description: 'Zoom out', act: () => zoom.by(1 / 1.5) },
    { keys: ['0'], description: 'Show the whole slide', act: zoom.reset },
    { keys: ['Escape'], description: 'Put away the pointer or pen; otherwise show all slides', act: onEscape },
    // Otherwise, Enter activates the focused element.
    { keys: ['Enter'], description: '', act: pointer.press, isActive: pointer.isOn },
    { keys: ['Enter'], description: 'Play or stop the video or sound', act: media.toggle, isActive: media.isReady },
    { keys: ['?', 'F1'], description: 'Show these shortcuts', act: openHelp },
  ]
}
