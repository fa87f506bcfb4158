import { expect, test } from 'vitest'
import { adjusted } from '../../../src/export/pptx/font-families.ts'
import { unmeasuredParagraph } from '../../../src/export/pptx/unmeasured-text.ts'
import { loadTheme } from '../../../src/theme/load-theme.ts'

const { faces } = loadTheme('lectern')

/** The size of words that the look sets in Newsreader, or in what stands in for it. */
function sizeOf(text: string): number | undefined {
  const [run] = unmeasuredParagraph(text, { size: 50, colour: '#000000', isRtl: false }).runs
  return run && adjusted({ ...run, families: ['Newsreader', 'Source Serif 4', 'serif'] }, faces).size
}

test('words in a family that is adjusted in size have the size that they have on our slides', () => {
  expect(sizeOf('Соберите информацию')).toBeCloseTo(46, 5)
  expect(sizeOf('Gather what is known')).toBe(50)
})
