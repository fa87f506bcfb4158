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

/** The keys of the speaker's view, in the order in which help lists them. Runs in the page and closes over nothing. */
export function speakerCommands({ deck, timer, view, find, help, changed }: SpeakerTools): readonly Command[] {
  const then = (act: () => void) => () => {
    act()
    view.show()
    changed()
  }
  return [
    { keys: ['ArrowRight', ' ', 'PageDown', 'n'], does: 'Next step or slide' },
    { keys: ['ArrowLeft', 'PageUp', 'p'], does: 'Previous step or slide' },
    { keys: ['Home'], does: 'First slide' },
    { keys: ['End'], does: 'Last slide' },
    { keys: ['+', '='], does: 'Larger notes', act: () => view.resize(1) },
    { keys: ['-'], does: 'Smaller notes', act: () => view.resize(-1) },
    { keys: ['ArrowUp'], does: 'Notes up', act: () => view.scroll(-1) },
    { keys: ['ArrowDown'], does: 'Notes down', act: () => view.scroll(1) },
    {
      keys: ['t'],
      does: 'Start or stop the timer',
      act: then(() => (timer.isRunning() ? timer.pause() : timer.start())),
    },
    { keys: ['r'], does: 'Reset the timer', act: then(timer.reset) },
    { keys: ['o'], does: 'Show or hide the list of slides', act: view.toggleList },
    { keys: ['g', '/'], does: 'Go to a slide by number, or find words', act: find },
    { keys: ['b', '.'], does: 'Black screen for the audience', act: () => deck.togglePause() },
    { keys: ['Escape', 'f', 's', 'F5', 'Shift+F5'], does: '', act: () => undefined },
    { keys: ['?', 'F1'], does: 'These keys', act: help },
  ]
}
