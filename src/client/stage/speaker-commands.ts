// The keyboard commands of the speaker's view.

import type { Timer } from './clock.ts'
import type { SpeakerWindow } from './speaker.ts'
import type { Command, StageDeck } from './stage.ts'

/** The parts of the speaker's view that its keyboard commands control. */
export interface SpeakerTools {
  readonly deck: StageDeck
  readonly timer: Timer
  readonly view: SpeakerWindow
  readonly find: () => void
  readonly help: () => void
  /** Called when the timer is started, stopped or reset. */
  readonly changed: () => void
}

/**
 * Lists the keys of the speaker's view, in the order in which help shows them. Runs in the page and closes over
 * nothing.
 */
export function speakerCommands({ deck, timer, view, find, help, changed }: SpeakerTools): readonly Command[] {
  const then = (act: () => void) => () => {
    act()
    view.show()
    changed()
  }
  return [
    { keys: ['ArrowRight', ' ', 'PageDown', 'n'], description: 'Next step or slide' },
    { keys: ['ArrowLeft', 'PageUp', 'p'], description: 'Previous step or slide' },
    { keys: ['Home'], description: 'First slide' },
    { keys: ['End'], description: 'Last slide' },
    { keys: ['+', '='], description: 'Larger notes', act: () => view.resize(1) },
    { keys: ['-'], description: 'Smaller notes', act: () => view.resize(-1) },
    { keys: ['ArrowUp'], description: 'Notes up', act: () => view.scroll(-1) },
    { keys: ['ArrowDown'], description: 'Notes down', act: () => view.scroll(1) },
    {
      keys: ['t'],
      description: 'Start or stop the timer',
      act: then(() => (timer.isRunning() ? timer.pause() : timer.start())),
    },
    { keys: ['r'], description: 'Reset the timer', act: then(timer.reset) },
    { keys: ['o'], description: 'Show or hide the list of slides', act: view.toggleList },
    { keys: ['g', '/'], description: 'Go to a slide by number, or find words', act: find },
    { keys: ['b', '.'], description: 'Black screen for the audience', act: () => deck.togglePause() },
    { keys: ['Escape', 'f', 's', 'F5', 'Shift+F5'], description: '', act: () => undefined },
    { keys: ['?', 'F1'], description: 'These keys', act: help },
  ]
}
