import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'

const ARTICLE = `# The Gate

## What is left to do

- [x] *Drain* the chamber
- [ ] Mend the wall
`

test('tasks keep their boxes on slides, in notes, in JSON and in Markdown', async () => {
  const file = new VFile({ path: 'talk.md', value: ARTICLE })
  const { files } = await convert(file, { formats: ['html', 'notes', 'json'] }, { browser: null })
  const textOf = (name: string) => new TextDecoder().decode(files.get(name))
  const box = (isDone: boolean) =>
    `<span class="task-box${isDone ? ' done' : ''}" role="img" aria-label="${isDone ? '☑' : '☐'}"></span>`
  // The last words of a point have an element of their own.
  const html = textOf('talk.html').replace(/<span class="last-words">(.*?)<\/span>/g, '$1')
  expect(html.split(`${box(true)}<em>Drain</em> the chamber`)).toHaveLength(3)
  expect(html.split(`${box(false)}Mend `)).toHaveLength(3)
  expect(textOf('talk-notes.md')).toContain('☑ *Drain* the chamber')
  const lines = JSON.parse(textOf('talk.json')).slides.flatMap(({ lines }: { lines: object[] }) => lines)
  expect(lines.filter((line: { checked?: boolean }) => line.checked !== undefined)).toMatchObject([
    { text: 'Drain the chamber', checked: true },
    { text: 'Mend the wall', checked: false },
  ])
})
