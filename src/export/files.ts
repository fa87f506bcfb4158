import type { VFileMessage } from 'vfile-message'
import type { Browser } from '../browser/browser.ts'
import type { Article } from '../model/article.ts'
import type { Deck } from '../model/deck.ts'
import type { Layouts } from '../model/layout.ts'
import type { Sentence } from '../model/outline.ts'
import type { Format, Settings } from '../model/settings.ts'
import type { Theme } from '../model/theme.ts'
import { renderHandout } from '../render/handout.ts'
import { renderPrint } from '../render/print.ts'
import { renderDeck } from '../render/render.ts'
import { deckJson } from './deck-json.ts'
import { print } from './print.ts'

/** Everything that a file may be made from. */
export interface Finished {
  readonly deck: Deck
  readonly article: Article
  readonly sentences: readonly Sentence[]
  readonly layouts: Layouts
  readonly theme: Theme
  readonly settings: Settings
  readonly messages: readonly VFileMessage[]
}

interface Maker {
  /** What follows the article's name: `talk` + `-handout.pdf`. */
  readonly suffix: string
  readonly make: (finished: Finished) => string
  /** Whether what is made is a page that a browser has yet to print. */
  readonly isPrinted: boolean
}

const MAKERS: Readonly<Record<Format, Maker>> = {
  html: { suffix: '.html', isPrinted: false, make: ({ deck, layouts, theme }) => renderDeck(deck, layouts, theme) },
  pdf: { suffix: '.pdf', isPrinted: true, make: ({ deck, layouts, theme }) => renderPrint(deck, layouts, theme) },
  handout: {
    suffix: '-handout.pdf',
    isPrinted: true,
    make: ({ deck, layouts, theme, settings }) => renderHandout(deck, layouts, theme, settings.paper),
  },
  json: { suffix: '.json', isPrinted: false, make: deckJson },
}

/** Whether a format cannot be made without a browser. */
export function needsBrowser(format: Format): boolean {
  return MAKERS[format].isPrinted
}

/** The files asked for, by name, in the order asked. Printed ones need `browser`. */
export async function makeFiles(
  name: string,
  finished: Finished,
  browser: Browser | null,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const format of finished.settings.formats) {
    const { suffix, make, isPrinted } = MAKERS[format]
    const text = make(finished)
    if (!isPrinted) files.set(`${name}${suffix}`, new TextEncoder().encode(text))
    else if (browser !== null) files.set(`${name}${suffix}`, await browser.withPage((page) => print(page, text)))
  }
  return files
}
