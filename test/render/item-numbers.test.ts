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
    'numbered ones their numbers',
    (step: string, index: number) => `${index + 1}. ${step}`,
    '<ol class="note-items" role="list">',
  ],
  [
    'ones that begin later theirs',
    (step: string, index: number) => `${index + 4}. ${step}`,
    '<ol class="note-items" role="list" start="4">',
  ],
  ['others none', (step: string) => `- ${step}`, '<ul class="note-items" role="list">'],
])('lists keep in the notes what they have on slides: %s', async (_, item, opening) => {
  const notes = await notesOf(STEPS.map(item).join('\n'))
  expect(notes).toContain(`${opening}<li>${STEPS[0]}</li><li>${STEPS[1]}</li>`)
})
