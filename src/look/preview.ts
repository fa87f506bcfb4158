import { VFile } from 'vfile'
import type { Browser } from '../browser/browser.ts'
import { fit } from '../fit/fit.ts'
import { layouts } from '../layout/layouts.ts'
import type { Deck } from '../model/deck.ts'
import type { Theme } from '../model/theme.ts'
import { read } from '../read/read.ts'
import { renderSheet, SHEET_WIDTH } from '../render/sheet.ts'
import { sample } from './sample.ts'

/** What a theme looks like: every layout on one sheet. */
export interface Preview {
  readonly html: string
  readonly png: Uint8Array
  /** Says what does not fit. */
  readonly file: VFile
}

/** Fits the sample to a theme and shows all of it side by side. */
export async function preview(theme: Theme, browser: Browser): Promise<Preview> {
  const { deck, file } = await fittedSample(theme, browser)
  const html = renderSheet(deck, layouts, theme)
  const png = await browser.withPage(async (page) => {
    await page.show(html, { width: SHEET_WIDTH, height: 900 })
    return page.png()
  })
  return { html, png, file }
}

/** The sample as its slides come out in a theme, and what is to be said of it. */
export async function fittedSample(theme: Theme, browser: Browser): Promise<{ deck: Deck; file: VFile }> {
  const file = new VFile({ path: theme.name })
  // No line of the sample has a place in it.
  const article = await read(new TextEncoder().encode(`# ${sample.title}\n`), new VFile({ path: 'sample.md' }))
  const deck = await browser.withPage((page) => fit(sample, { article, layouts, theme, page }, file))
  return { deck, file }
}
