import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'

const STEPS = ['Set a well at the foot of the pier', 'Let a sensor look down into it', 'Send a reading to the office']

async function notesOf(list: string): Promise<string> {
  const value = `# The Gate\n\n## What a gauge needs\n\n${list}\n`
  const file = new VFile({ path: 'talk.md', value })
  const { files } = await convert(file, { formats: ['html'] }, { browser: null })
  const html = new TextDecoder().decode(files.get('talk.html'))
  return html.match(/<aside class="notes">.*?<\/aside>/gs)?.join('') ?? ''
}

test.each([
  [
    'a numbered list has its numbers',
    (step: string, index: number) => `${index + 1}. ${step}`,
    '<ol class="note-items" role="list">',
  ],
  [
    'a list that does not begin at 1 begins at the same number',
    (step: string, index: number) => `${index + 4}. ${step}`,
    '<ol class="note-items" role="list" start="4">',
  ],
  ['a list with bullets has no numbers', (step: string) => `- ${step}`, '<ul class="note-items" role="list">'],
])('in the notes, as on slides, %s', async (_, item, opening) => {
  const notes = await notesOf(STEPS.map(item).join('\n'))
  expect(notes).toContain(`${opening}<li>${STEPS[0]}</li><li>${STEPS[1]}</li>`)
})

const NESTED = '3. Shut the gate\n   - both leaves\n\n     of oak\n   - and the sluice\n4. Ring the bell'

test('in the notes, a nested list is nested, and a further paragraph of an item stays in it', async () => {
  expect(await notesOf(NESTED)).toContain(
    '<ol class="note-items" role="list" start="3"><li>Shut the gate<ul class="note-items" role="list"><li>both leaves<p>of oak</p></li><li>and the sluice</li></ul></li><li>Ring the bell</li></ol>',
  )
})

test('notes as Markdown have the same lists', async () => {
  const file = new VFile({ path: 'talk.md', value: `# The Gate\n\n${NESTED}\n` })
  const { files } = await convert(file, { formats: ['notes'] }, { browser: null })
  expect(new TextDecoder().decode(files.get('talk-notes.md'))).toContain(
    '3. Shut the gate\n   * both leaves\n\n     of oak\n   * and the sluice\n4. Ring the bell\n',
  )
})
