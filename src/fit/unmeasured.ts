import type { VFile } from 'vfile'
import type { Deck } from '../model/deck.ts'

/** Returns the deck unchanged, with a warning that it was not measured; `lack` says why and what to do. */
export function unmeasured(deck: Deck, lack: string, file: VFile): Deck {
  file.message(`No slide was measured, because measuring needs a browser. ${lack}`, {
    source: 'lectern',
    ruleId: 'unmeasured',
  })
  return deck
}
