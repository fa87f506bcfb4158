import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { loadGrammar } from '../../src/grammar/load-grammar.ts'
import type { Draft } from '../../src/model/draft.ts'
import { outline } from '../../src/outline/outline.ts'
import { read } from '../../src/read/read.ts'
import { write } from '../../src/write/write.ts'

const grammar = loadGrammar()

async function bodiesOf(value: string): Promise<readonly Draft[]> {
  const article = await read(new TextEncoder().encode(value), new VFile({ path: 'talk.md' }))
  return write(outline(article), { grammar, name: 'talk', minutes: null }).filter(({ purpose }) => purpose === 'body')
}

describe('an interview', () => {
  const ANSWERS = [
    [
      'Why the harbour?',
      'The harbour pays a pilot twice what the mill pays. Every summer my uncle took me out to the ships.',
    ],
    ['What has changed most?', 'The boats are fewer and much larger. The lock lifts six of them a day.'],
    ['What will you miss?', 'The hour before dawn is quiet. Herons own the water then.'],
  ] as const
  const QUESTIONS = ANSWERS.map(([question]) => question)
  const text = `# The keeper\n\n${ANSWERS.map(([question, answer]) => `**${question}**\n\n${answer}`).join('\n\n')}`

  test('has every question in the notes, before its answer', async () => {
    const article = await read(new TextEncoder().encode(text), new VFile({ path: 'talk.md' }))
    const drafts = write(outline(article), { grammar, name: 'talk', minutes: null })
    const said = drafts.flatMap((draft) => draft.noteSentences.map((sentence) => sentence.text))
    expect(said.filter((sentence) => QUESTIONS.some((question) => question === sentence))).toEqual(QUESTIONS)
    expect(said.lastIndexOf(QUESTIONS[1] ?? '')).toBeGreaterThan(
      said.findIndex((sentence) => sentence.startsWith('Every summer')),
    )
  })

  test('is not made of one question in an essay', async () => {
    const essay = `# The keeper\n\n${ANSWERS[1][1]}\n\nWhy the harbour?\n\nThe crane is old.`
    expect((await bodiesOf(essay)).map(({ title }) => title?.text)).not.toContain('Why the harbour?')
  })
})
