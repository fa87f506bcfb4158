// Makes the preview of a theme, for `lectern theme preview`.

import type { VFile } from 'vfile'
import type { Browser } from '../browser/browser.ts'
import { layouts } from '../layout/layout-table.ts'
import type { Theme } from '../model/theme.ts'
import { renderLayoutSheet, SHEET_WIDTH } from '../render/layout-sheet.ts'
import { fitSample } from './fit-sample.ts'

/** A preview of a theme: every layout on one sheet. */
export interface Preview {
  readonly html: string
  readonly png: Uint8Array
  /** Contains the messages about slides that are too full. */
  readonly file: VFile
}

/** The height of the page, in CSS px, until the height of the sheet is known. */
const INITIAL_HEIGHT = 900

/** Fits the sample to a theme and shows all its slides side by side. Messages name the theme by `path`. */
export async function makePreview(theme: Theme, browser: Browser, path: string = theme.name): Promise<Preview> {
  const { deck, file } = await fitSample(theme, browser, path)
  const html = renderLayoutSheet(deck, layouts, theme)
  const png = await browser.withPage(async (page) => {
    await page.show(html, { width: SHEET_WIDTH, height: INITIAL_HEIGHT })
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    return page.screenshot({ width: SHEET_WIDTH, height, top: 0, scale: 1 })
  })
  return { html, png, file }
}
