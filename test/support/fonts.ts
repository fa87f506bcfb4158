import type { Browser } from '../../src/browser/browser.ts'
import { findUnsupportedCharacters } from '../../src/client/measure/unsupported-characters.ts'

/** Returns why a test of Chinese or Japanese cannot run on this machine; null if it can. */
export async function withoutHanFonts(browser: Browser): Promise<string | null> {
  const missing = await browser.withPage(async (page) => {
    await page.show('<!doctype html><html lang="ja"><p>港の水門</p></html>')
    return page.evaluate(findUnsupportedCharacters, ['港', 'の'])
  })
  return missing.length === 0 ? null : 'This machine has no font with Chinese and Japanese letters.'
}
