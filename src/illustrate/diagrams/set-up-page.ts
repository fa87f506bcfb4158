// Loads Mermaid into an empty page.

import { readFileSync } from 'node:fs'
import type { BrowserPage } from '../../browser/browser-page.ts'
import { setUpMermaid } from '../../client/diagram/set-up-mermaid.ts'
import type { Deck } from '../../model/deck.ts'
import type { Theme } from '../../model/theme.ts'
import { renderPrintPages } from '../../render/print.ts'
import { packageFile } from '../../util/package-file.ts'
import { configurationFor } from './mermaid-configuration.ts'

/**
 * Shows an empty page with the fonts of the theme, and loads Mermaid into it. The page's security policy blocks all
 * scripts, so that none in a diagram can run; Mermaid is therefore run from outside.
 */
export async function setUpPage(page: BrowserPage, { deck, theme, text }: DiagramPageOptions): Promise<void> {
  // The theme's rules for slides are left out, because one of them could change what Mermaid draws.
  const unstyled = { ...theme, css: '' }
  await page.show(renderPrintPages([], deck, unstyled, `${text}${ASCII}`), theme.canvas)
  await page.run(mermaidScript())
  await page.evaluate(setUpMermaid, configurationFor(theme))
}

/** Everything needed to set up a page for the diagrams of a deck. */
export interface DiagramPageOptions {
  readonly deck: Deck
  readonly theme: Theme
  /** All text that the diagrams may contain, so that its fonts are loaded. */
  readonly text: string
}

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('')

function mermaidScript(): string {
  return readFileSync(packageFile('mermaid/mermaid.min.js'), 'utf8')
}
