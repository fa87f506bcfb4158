import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import type { BrowserPage } from '../../src/browser/browser-page.ts'
import { convert } from '../../src/convert.ts'
import { oneBrowser } from '../browser/one-browser.ts'

const browser = oneBrowser()

/** Lists the steps of a conversion and, among them, each use of the second page. */
async function eventsFor(sections: number): Promise<readonly string[]> {
  const events: string[] = []
  const value = Array.from({ length: sections }, (_, index) => {
    const detail = 'and again after the tide had turned and the wind had dropped'
    return `## Pier ${index}\n\n- The level at pier ${index} was read at noon, ${detail}.\n- Its gauge was cleaned at dawn, ${detail}.\n`
  }).join('\n')
  const withSecondPage = <T>(use: (page: BrowserPage) => Promise<T>) => {
    events.push('second page')
    return browser().withSecondPage(use)
  }
  const options = {
    browser: async () => ({ ...browser(), withSecondPage }),
    progress: (step: string) => void events.push(step.replace(/ .*/, '')),
  }
  await convert(new VFile({ path: 'piers.md', value }), { formats: [] }, options)
  return events
}

test('The second page for a long article is opened while it is written', { timeout: 60_000 }, async () => {
  expect((await eventsFor(300)).slice(0, 4)).toEqual(['Reading', 'Writing', 'second page', 'Fitting'])
})

test('A short article has no second page', { timeout: 60_000 }, async () => {
  expect(await eventsFor(3)).toEqual(['Reading', 'Writing', 'Fitting', 'Saving'])
})
