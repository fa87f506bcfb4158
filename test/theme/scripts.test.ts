import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { oneBrowser } from '../browser/one-browser.ts'

const browser = oneBrowser()

// A face that composes letters of several marks prints words that cannot be found in the PDF.
test.each([
  [
    'Arabic',
    'lectern',
    '# كيف يحفظ المد والجزر الوقت\n\n## القمر\n\n- يجذب القمر الجانب القريب بقوة أكبر\n- ثلاثة أشياء تحدد ارتفاع المد\n',
  ],
  ['Hebrew', 'chalk', '# איך הגאות שומרת על הזמן\n\n## הירח\n\n- הירח מושך חזק יותר\n- שום נמל לא הקדים\n'],
  ['Greek', 'signal', '# Πώς κρατούν τον χρόνο\n\n## Η έλξη\n\n- Η σελήνη έλκει\n- Ο ήλιος έλκει\n'],
])('a deck in %s embeds its letters, and has its words in the PDF', async (_, theme, value) => {
  const file = new VFile({ path: 'talk.md', value })
  const { files } = await convert(file, { formats: ['pdf'], theme }, { browser: browser() })
  expect(file.messages.map(String)).toEqual([])
  expect([...files.keys()]).toEqual(['talk.pdf'])
})
