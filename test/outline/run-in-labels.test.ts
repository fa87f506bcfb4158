import { expect, test } from 'vitest'
import { allSentences } from '../../src/outline/outline.ts'
import { outlineOf } from '../support/written.ts'

async function sentencesOf(markdown: string): Promise<readonly string[]> {
  return allSentences(await outlineOf(`# The lock\n\n${markdown}\n`)).map(({ text }) => text)
}

test.each([
  '**Safety.** Never lean over the gate. It is wet.',
  '**Safety**. Never lean over the gate. It is wet.',
  '*Safety.* Never lean over the gate. It is wet.',
  '- **Safety.** Never lean over the gate. It is wet.',
])('a label with a full stop belongs to the sentence after it: %s', async (markdown) => {
  expect(await sentencesOf(markdown)).toEqual(['Safety. Never lean over the gate.', 'It is wet.'])
})

test.each([
  ['a marked sentence', '**Never lean over the gate.** It is wet.', ['Never lean over the gate.', 'It is wet.']],
  ['a question', '**Is it safe?** It is wet.', ['Is it safe?', 'It is wet.']],
  ['words that are not marked', 'Safety. It is wet.', ['Safety.', 'It is wet.']],
  ['words of which one is marked', 'On **safety.** It is wet.', ['On safety.', 'It is wet.']],
  ['a label alone', '**Safety.**', ['Safety.']],
])('%s is a separate sentence', async (_, markdown, sentences) => {
  expect(await sentencesOf(markdown)).toEqual(sentences)
})
