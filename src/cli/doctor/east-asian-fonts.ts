import type { BrowserPage } from '../../browser/browser-page.ts'
import { findUnsupportedCharacters } from '../../client/measure/unsupported-characters.ts'
import { fontRemedy } from '../../model/font-remedy.ts'
import type { Finding } from './finding.ts'

/** Checks whether the machine has fonts for Chinese, Japanese and Korean, which do not come with Lectern. */
export async function checkEastAsianFonts(page: BrowserPage): Promise<Finding> {
  await page.show('<!doctype html><p lang="zh">漢あ한</p>')
  const subject = 'CJK fonts'
  const missing = await page.evaluate(findUnsupportedCharacters, ['漢', 'あ', '한'])
  return missing.length === 0
    ? { state: 'ok', subject, fact: 'the machine has fonts for Chinese, Japanese and Korean' }
    : {
        state: 'note',
        subject,
        fact: `no font has the characters ${missing.join(' ')}`,
        remedy: fontRemedy('fonts-noto-cjk', 'noto-sans-sc'),
      }
}
