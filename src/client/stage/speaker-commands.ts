// The keyboard commands of the speaker view.

import type { MediaPlayer } from './media.ts'
import type { SpeakerWindow } from './speaker-view.ts'
import type { Command, StageDeck } from './stage.ts'
import type { Timer } from './timer.ts'

/** The parts of the speaker view that its keyboard commands control. */
export interface SpeakerTools {
  readonly deck: StageDeck
  readonly media: MediaPlayer
  readonly timer: Timer
  readonly view: SpeakerWindow
  readonly showMessage: (text: string) => void
  readonly openFinder: () => void
  readonly openHelp: () => void
  /** Called after the timer is started, stopped or reset. */
  readonly onChange: () => void
}

/**
 * Lists the keyboard commands of the speaker view, in the order in which the help dialog shows them. Runs in the page
 * and closes over nothing.
 */
export function speakerCommands({
  deck,
  media,
  timer,
  view,
  showMessage,
  openFinder,
  openHelp,
  onChange,
}: SpeakerTools): readonly Command[] {
  const withUpdate = (act: () => void) => () => {
    act()
    view.show()
    onChange()
  }
  const reset = () =>
    showMessage(timer.reset() === 'reset' ? 'The timer is at zero. Press R to undo.' : 'Reset undone.')
  /** On a black screen, reveal.js ignores the navigation keys. */
  const leaveBlack = { act: () => deck.togglePause(false), isActive: () => deck.isPaused(), isPassedOn: true }
  return [
    { keys: ['ArrowRight', ' ', 'PageDown', 'n'], description: 'Next step or slide', ...leaveBlack },
    { keys: ['ArrowLeft', 'PageUp', 'p'], description: 'Previous step or slide', ...leaveBlack },
    { keys: ['Home'], description: 'First slide' },
    { keys: ['End'], description: 'Last slide' },
    { keys: ['+', '='], description: 'Larger notes', act: () => view.resize(1) },
    { keys: ['-'], description: 'Smaller notes', act: () => view.resize(-1) },
    { keys: ['ArrowUp'], description: 'Scroll the notes up', act: () => view.scroll(-1) },
    { keys: ['ArrowDown'], description: 'Scroll the notes down', act: () => view.scroll(1) },
    {
      keys: ['t'],
      description: 'Start or stop the timer',
      act: withUpdate(() => (timer.isRunning() ? timer.pause() : timer.start())),
    },
    { keys: ['r'], description: 'Reset the timer, or undo the reset', act: withUpdate(reset) },
    { keys: ['o'], description: 'Show or hide the list of slides', act: view.toggleList },
    { keys: ['g', '/'], description: 'Go to a slide by number, or find words', act: openFinder },
    { keys: ['b', '.'], description: 'Black screen for the audience', act: () => deck.togglePause() },
    { keys: ['Enter'], description: 'Play or stop the video or sound', act: media.toggle, isActive: media.isReady },
    // Keys of the deck that do nothing here. Without this row, reveal.js or the browser would act on some of them.
    { keys: ['Escape', 'f', 's', 'F5', 'Shift+F5'], description: '', act: () => undefined },
    { keys: ['?', 'F1'], description: 'Show these shortcuts', act: openHelp },
  ]
}
