import fc from 'fast-check'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { layOut } from '../../src/layout/choose-layout.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Draft } from '../../src/model/draft.ts'
import { linesOf } from '../../src/model/layout.ts'
import { withoutNumber } from '../../src/model/numbered-title.ts'
import { outline } from '../../src/outline/outline.ts'
import { read } from '../../src/read/read.ts'
import { partNames } from '../../src/write/part-names.ts'
import { write } from '../../src/write/write.ts'
import { coverageOf, inventedLines } from '../support/promises.ts'
import { slidesOf } from '../support/written.ts'

async function written(markdown: string) {
  const article = await read(Buffer.from(`# A talk\n\n${markdown}`), new VFile({ path: 'talk.md' }))
  const outlined = outline(article)
  const drafts = write(outlined, { grammar: null, name: 'talk', minutes: null })
  const deck = layOut(drafts, { article, parts: partNames(outlined), layouts })
  return { drafts, deck, article }
}

/** A sentence that gets no slide. */
const UNSHOWN = 'Follow us!'

/** The slide of each image: its address, title and caption, and its notes. */
function picturesOf(drafts: readonly Draft[]) {
  return drafts.flatMap(({ title, content, noteSentences }) =>
    content.type === 'image'
      ? [
          [
            content.picture.image.url,
            withoutNumber(title)?.text,
            content.caption?.text,
            ...noteSentences.map(({ text }) => text),
          ],
        ]
      : [],
  )
}

test('an image alone in its paragraph gets a slide', async () => {
  const { drafts } = await written(
    'Pilots read the gauge twice.\n\n![Means](a.png)\n\nOld captains know the reason well.\n',
  )
  expect(picturesOf(drafts).map(([url, title]) => [url, title])).toEqual([['a.png', 'Means']])
})

test('the heading or the sentence that announces it is its title and is said with it', async () => {
  const { drafts } = await written(`## Delays\n\n${UNSHOWN} This is the chart:\n\n![Means](a.png "A title")\n`)
  expect(picturesOf(drafts)).toEqual([['a.png', 'This is the chart', 'Means', 'Delays', UNSHOWN, 'This is the chart:']])
  const { drafts: headed } = await written('## Delays\n\n![Means](a.png)\n')
  expect(picturesOf(headed)).toEqual([['a.png', 'Delays', 'Means']])
})

test('the title of an image replaces missing alternative text', async () => {
  expect(picturesOf((await written('Words.\n\n![](a.png "A title")\n')).drafts)).toEqual([
    ['a.png', 'A title', undefined],
  ])
})

test('a caption too long for a title is below the heading of its section', async () => {
  const words = 'The gauge at the end of the quay, read by two pilots on every morning of the long winter of that year'
  const { drafts } = await written(`## Delays\n\n${UNSHOWN}\n\n![${words}](a.png)\n`)
  expect(picturesOf(drafts)).toEqual([['a.png', 'Delays', words, UNSHOWN]])
})

test.each(['image', 'Screenshot 2', 'gauge-mean-2024.png', 'mean-of-the-gauge', 'png', 'gaugemean'])(
  'words that only say that it is a picture do not count: %s',
  async (words) => {
    const { drafts } = await written(`## Delays\n\n${UNSHOWN}\n\n![${words}](a.png)\n`)
    expect(picturesOf(drafts)).toEqual([['a.png', 'Delays', undefined, UNSHOWN]])
  },
)

test('the credit of a picture is below it, and is not a title', async () => {
  const { drafts } = await written(`## Delays\n\n${UNSHOWN}\n\n![Source: Harbour Board](a.png)\n`)
  expect(picturesOf(drafts)).toEqual([['a.png', 'Delays', 'Source: Harbour Board', UNSHOWN]])
})

test('the first sentence of a description that is too long is the caption', async () => {
  const rest = 'The pilots stand around it in the long coats of the service. '.repeat(3).trim()
  const { drafts } = await written(`Words.\n\n![A gauge at the end of the quay. ${rest}](a.png)\n`)
  expect(picturesOf(drafts)[0]?.slice(0, 3)).toEqual(['a.png', 'A gauge at the end of the quay.', undefined])
})

test('a description that is too long for a caption is in the notes', async () => {
  const words = 'The gauge stands at the end of the quay, '.repeat(6)
  const { drafts } = await written(`Words.\n\n![${words}](a.png)\n`)
  expect(picturesOf(drafts)).toEqual([['a.png', undefined, undefined, words.trim()]])
})

test('several images of one paragraph follow each other, each with its own caption', async () => {
  const { drafts } = await written('## Charts\n\n![One](a.png)\n![Two](b.png)\n')
  expect(picturesOf(drafts)).toEqual([
    ['a.png', 'Charts', 'One'],
    ['b.png', 'Two', undefined],
  ])
})

test('a list or a quotation of nothing but images shows them all', async () => {
  expect(picturesOf((await written('Words.\n\n- ![One](a.png)\n- ![Two](b.png)\n')).drafts)).toHaveLength(2)
  expect(picturesOf((await written('Words.\n\n> ![One](a.png)\n')).drafts)).toHaveLength(1)
})

describe('images without a slide', () => {
  const badge = (name: string) => `[![${name}](https://a.example/${name.length}.svg)](https://a.example)`

  test.each([
    ['an image within a sentence', 'Look at ![the sign](a.png) by the door.', 'the sign'],
    ['a badge', `Words come first.\n\n${badge('build passing')}`, 'build passing'],
    ['a row of badges', `Words come first.\n\n${badge('build passing')} ${badge('npm v2')}`, 'npm v2'],
    [
      'a row of images from elsewhere',
      `Words.\n\n![Tests pass](https://a.example/a.svg) ![npm](//a.example/b.svg)`,
      'Tests pass',
    ],
  ])('%s: its words are in the notes', async (_, markdown, words) => {
    const { drafts } = await written(`${markdown}\n`)
    expect(picturesOf(drafts)).toEqual([])
    expect(drafts.flatMap(({ noteSentences }) => noteSentences.map(({ text }) => text))).toContain(words)
  })

  test('a local image that is a link gets a slide, and so does a remote one that is alone', async () => {
    const { drafts } = await written('Words.\n\n[![One](a.png)](a-large.png)\n\n![Two](https://a.example/b.png)\n')
    expect(picturesOf(drafts).map(([url]) => url)).toEqual(['a.png', 'https://a.example/b.png'])
  })
})

test('wherever images are, every word is on a slide or in a note, once and in order', async () => {
  const image = fc
    .tuple(
      fc.constantFrom('', 'Means', 'A chart of the year', 'word '.repeat(50)),
      fc.constantFrom('a.png', '//b/c.svg'),
    )
    .map(([alt, url]) => `![${alt}](${url})`)
  const linked = image.map((each) => `[${each}](https://a.example)`)
  const row = fc.array(fc.oneof(image, linked), { minLength: 1, maxLength: 4 }).map((images) => images.join(' '))
  const block = fc.oneof(
    row,
    row.map((images) => `> ${images}`),
    row.map((images) => `- An item\n\n  ${images}\n\n- Another`),
    row.map((images) => `- ${images}`),
    row.map((images) => `It stands here ${images} and there. It is read.`),
    fc.constantFrom(
      '## A heading',
      'The pilots know why it is so. These are the charts:',
      '[^1]: A footnote',
      'See.[^1]',
    ),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 10 }), async (blocks) => {
      const { deck, article } = await written(`Words.\n\n${blocks.join('\n\n')}\n`)
      expect(inventedLines(deck, article, layouts)).toEqual([])
      expect(coverageOf(deck, article, layouts)).toEqual({ lost: '', isOrdered: true })
    }),
    { numRuns: 150, seed: 1 },
  )
})

test('an image has the heading of its section, which no slide has shown', async () => {
  const { drafts } = await written(
    `## The gauge\n\n${UNSHOWN}\n\n![The lock of the town, in May](lock.png)\n\n## The lock of the town\n\nIt was built in 1912.\n`,
  )
  expect(picturesOf(drafts)[0]?.slice(0, 3)).toEqual(['lock.png', 'The gauge', 'The lock of the town, in May'])
})

test('prose above a picture that has no slide of its own gives the picture its title', async () => {
  const slides = await slidesOf(`# The lock

## Load

We look at the load of the lock because it best shows what the crews of the ships feel every day. Before the repair the load was high in every hour of the day.

![Load](before.png)

The new gates sit at about a quarter of their load.

![Load after](after.png)

Queues are now three times shorter than before, and last about an hour.

![Queues after](queues.png)
`)
  const pictures = slides.filter(({ layout }) => layout === 'image')
  expect(pictures.map((slide) => linesOf(layouts, slide).map(({ text }) => text)).slice(1)).toEqual([
    ['The new gates sit at about a quarter of their load', 'Load after'],
    ['Queues are now three times shorter than before, and last about an hour', 'Queues after'],
  ])
})

test('a sentence with a colon that is too long for a title is the caption of the picture after it', async () => {
  const lead =
    'In the week before the council repaired the gates of the lock, the load that the keeper measured at noon each day averaged over 90%'
  const slides = await slidesOf(
    `# The lock\n\n## Load\n\nThe old gates were reaching their limit. ${lead}:\n\n![Load](before.png)\n`,
  )
  const picture = slides.find(({ layout }) => layout === 'image')
  expect(picture === undefined ? [] : linesOf(layouts, picture).map(({ text }) => text)).toContain(lead)
})
