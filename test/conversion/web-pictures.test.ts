import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { deckFileFor } from '../../src/conversion/make-deck-file.ts'
import { convert } from '../../src/convert.ts'
import type { ImageSource } from '../../src/illustrate/image-source.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import { linesOf } from '../../src/model/layout.ts'
import { png } from '../illustrate/images.ts'

const TEXT = `# The lock

## The gates

The north gate opens at dawn, and the keeper writes down each ship that passes.

![The north gate](https://example.org/gate.png)

The south gate opens at noon, because the water is low until then.

![The south gate](https://example.org/south.png)

## The gauge

![The gauge](https://example.org/gauge.png)
`

async function made(images?: ImageSource) {
  const file = new VFile({ path: 'lock.md', value: TEXT })
  const { deck, files } = await convert(file, { formats: ['json'] }, { browser: null, images })
  const [json = new Uint8Array()] = files.values()
  return {
    shown: deck.slides.map(({ layout }) => layout),
    coverage: JSON.parse(new TextDecoder().decode(json)).coverage,
    told: file.messages
      .filter(({ ruleId }) => /^image/.test(ruleId ?? ''))
      .map(({ line, reason }) => ({ line, reason })),
  }
}

test('a web picture that cannot be fetched leaves no empty frame, unless its part has nothing else', async () => {
  const { shown, coverage, told } = await made()
  expect(shown.filter((layout) => layout === 'image')).toHaveLength(1)
  expect(coverage).toMatchObject({ nowhere: 0 })
  expect(told).toEqual([
    {
      line: 7,
      reason:
        '2 images have no slide; the first, "https://example.org/gate.png", is not a file beside the article, and nothing is fetched. ' +
        "Save it in the article's folder and use the name of that file.",
    },
    { line: 15, reason: expect.stringContaining('gauge.png') },
  ])
  const deck = await deckFileFor(new VFile({ path: 'lock.md', value: TEXT }))
  expect(deck.match(/!\[.*\]\(.*\)/g)).toEqual(['![The gauge](https://example.org/gauge.png)'])
})

test('web pictures that can be fetched are shown', async () => {
  const bytes = png(400, 300)
  const { shown, told } = await made({ bytesAt: async () => bytes })
  expect(shown.filter((layout) => layout === 'image')).toHaveLength(3)
  expect(told).toEqual([])
})

test('each picture is read once', async () => {
  const asked: string[] = []
  const bytesAt = async (address: string) => {
    asked.push(address)
    return png(400, 300)
  }
  await made({ bytesAt })
  expect(asked.toSorted()).toEqual(['gate', 'gauge', 'south'].map((name) => `https://example.org/${name}.png`))
})

test('a picture that is not in the folder has no slide, and its words stay in the notes', async () => {
  const text = '# The lock\n\n## The gates\n\nThe north gate opens at dawn.\n\n![A gate of oak](nosuch-gate.png)\n'
  const file = new VFile({ path: 'lock.md', value: text })
  const { deck } = await convert(file, { formats: ['json'] }, { browser: null })
  expect(deck.slides.map(({ layout }) => layout)).not.toContain('image')
  expect(
    file.messages.filter(({ ruleId }) => ruleId?.startsWith('image')).map(({ line, reason }) => [line, reason]),
  ).toEqual([[7, expect.stringContaining('so it has no slide')]])
})

const MISSING = `# The lock

## The gates

The north gate opens at dawn and closes at dusk, every day of the year.

- The south gate was rebuilt in oak in the spring of 2019

  ![South gate](nosuch-south.png)
- The north gate was rebuilt in steel in the spring of 2021

  ![North gate](nosuch-north.png)
- The middle gate will be rebuilt in the spring of next year

  ![Middle gate](nosuch-middle.png)

<figure>
<img src="nosuch-gate.png" alt="The gate">
<figcaption>The gate in May. The two grey boxes in the middle are the motors. The sluices are below the motors.</figcaption>
</figure>

The council pays for the gates from the dues of the ships that pass through the lock.
`

async function slidesOf(text: string, images?: ImageSource) {
  const file = new VFile({ path: 'lock.md', value: text })
  const { deck } = await convert(file, { formats: [] }, { browser: null, images })
  return deck.slides.map((slide) => ({
    layout: slide.layout,
    lines: linesOf(layouts, slide).map((line) => line.text),
    note: slide.note.sentences.map((sentence) => sentence.text).join(' '),
  }))
}

test('missing pictures neither count as slides nor divide their list, and their captions go to the notes only', async () => {
  const slides = await slidesOf(MISSING)
  const shown = slides.flatMap(({ lines }) => lines).join('\n')
  expect(shown.match(/\(\d\/\d\)/g)).toEqual(['(1/2)', '(2/2)'])
  expect(shown).not.toMatch(/grey boxes|South gate$/m)
  const list = slides.find(({ lines }) => lines.some((line) => line.includes('south gate')))
  expect(list?.lines.join('\n')).toMatch(/oak.*steel.*next year/s)
  expect(slides.map(({ note }) => note).join('\n')).toContain('The two grey boxes in the middle are the motors.')
})

test('the caption of a figure stays with its picture', async () => {
  const slides = await slidesOf(MISSING, { bytesAt: async () => png(400, 300) })
  const shown = slides.filter(({ lines }) => lines.some((line) => line.startsWith('The gate in May')))
  expect(shown.map(({ layout }) => layout)).toEqual(['image'])
  expect(slides.flatMap(({ lines }) => lines).filter((line) => line.startsWith('The two grey boxes'))).toEqual([])
})

test('a table does not take the caption of a missing picture below it', async () => {
  const table = '| Gate | Built |\n| --- | --- |\n| South | 2019 |\n| North | 2021 |'
  const slides = await slidesOf(`# The lock\n\n## The gates\n\n${table}\n\n![The gate in May](nosuch-gate.png)\n`)
  expect(slides.flatMap(({ lines }) => lines)).not.toContain('The gate in May')
  expect(slides.map(({ note }) => note).join('\n')).toContain('The gate in May')
})
