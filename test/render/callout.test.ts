import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'

const ARTICLE = `# The Gate

## Take care on the pier

> [!WARNING]
> The gate closes without notice and does not stop for a boat that is still inside.

The keeper rings the bell twice before the gate moves: once for the boats, once for the people on the pier.

> [!TIP]
> Wear a vest at night, and wait for the green light before you step on the gate.

**Nobody** else is on the pier at night.
`

test('callouts of every kind are on slides and in notes, with labels that say what they are for', async () => {
  const { files } = await convert(
    new VFile({ path: 'talk.md', value: ARTICLE }),
    { formats: ['html'] },
    { browser: null },
  )
  const html = new TextDecoder().decode(files.get('talk.html'))
  const onSlide = html.match(/<p class="point-text">.*?<\/p>/g) ?? []
  for (const [kind, label, words] of [
    ['warning', 'Warning:', 'The gate closes'],
    ['tip', 'Tip:', 'Wear a vest'],
  ]) {
    const marked = `<strong class="callout" data-callout="${kind}">${label}</strong> ${words}`
    expect(onSlide.filter((point) => point.includes(marked))).toHaveLength(1)
    expect(html.split(marked)).toHaveLength(3)
  }
  expect(html).toContain('<strong>Nobody</strong>')
})
