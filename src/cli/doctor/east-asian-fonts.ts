import type { BrowserPage } from '../../browser/browser-page.ts'
import { undrawnLetters } from '../../client/measure/undrawn-letters.ts'
import type { Finding } from './finding.ts'

const REMEDY =
  'Install a font (Debian, Ubuntu: apt-get install fonts-noto-cjk), or name one such as @fontsource/noto-sans-sc in your theme.'

/** Checks whether the machine has fonts for scripts that do not come with Lectern. */
export async function drawsEastAsian(page: BrowserPage): Promise<Finding> {
  await page.show('<!doctype html><p lang="zh">漢あ한</p>')
  const what = 'CJK letters'
  const missing = await page.evaluate(undrawnLetters, ['漢', 'あ', '한'])
  return missing.length === 0
    ? { state: 'ok', what, fact: 'the machine has fonts for Chinese, Japanese and Korean' }
    : { state: 'note', what, fact: `no font for ${missing.join(' ')}`, remedy: REMEDY }
}
