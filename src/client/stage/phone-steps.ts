// Shows the steps of slides on a phone, where slides are stacked.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { StageDeck } from './stage.ts'

/**
 * Shows all steps while slides are stacked, where reveal.js would leave an empty screen for each step. Must be called
 * before reveal.js starts, so that it learns of a new width first. Runs in the page and closes over nothing.
 */
export function showStepsOnPhones(deck: StageDeck, maxWidth: number): void {
  const rename = (name: string, newName: string) => {
    const steps = [...document.querySelectorAll(`.${name}`)]
    for (const step of steps) step.classList.replace(name, newName)
    return steps.length > 0
  }
  const showAll = () => {
    if (innerWidth <= maxWidth) rename('fragment', 'shown-fragment')
    // Waits until reveal.js knows the new width too; before then, it would restore the slides as they are now.
    else setTimeout(() => rename('shown-fragment', 'fragment') && deck.sync())
  }
  showAll()
  addEventListener('resize', showAll)
}
