import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { beforeAll, expect, test } from 'vitest'
import { deckFileFor } from '../../src/conversion/make-deck-file.ts'
import { convert } from '../../src/convert.ts'
import { reportEdits } from '../../src/deck-file/report-edits.ts'
import { layouts } from '../../src/layout/layout-table.ts'

const ARTICLE = 'slides/tide-clock/tide-clock.md'

let text = ''

beforeAll(async () => {
  text = await deckFileFor(new VFile({ path: ARTICLE, value: readFileSync(ARTICLE) }))
})

interface Data {
  readonly slides: readonly {
    readonly id: string
    readonly layout: string
    readonly part: string | null
    readonly title: string | null
    readonly lines: readonly { readonly text: string; readonly spans: readonly unknown[]; readonly origin?: string }[]
    readonly note: { readonly text: string; readonly spans: readonly unknown[]; readonly author?: readonly string[] }
  }[]
  readonly article: { readonly text: string }
  readonly coverage: Readonly<Record<string, number>>
}

/** Builds an edited deck file. Returns its data, its page, and the messages of a check, each with its line. */
async function build(value: string) {
  const file = new VFile({ path: 'slides/tide-clock/talk.deck.md', value })
  const made = await convert(file, { formats: ['json', 'html'] }, { browser: null })
  const { deckFile } = made
  if (deckFile !== null) reportEdits({ ...made, deckFile }, layouts, file)
  const read = (name: string) => new TextDecoder().decode(made.files.get(name))
  const page = read('talk.html')
  const data: Data = JSON.parse(read('talk.json'))
  const lines = value.split('\n')
  const messages = file.messages
    .filter(({ ruleId }) => ruleId !== 'unmeasured')
    .map(({ ruleId, reason, line }) => ({ rule: ruleId, reason, at: lines[(line ?? 0) - 1] }))
  return {
    data,
    html: page.slice(page.indexOf('class="slides"'), page.indexOf('<script', page.indexOf('class="slides"'))),
    messages,
  }
}

/** Replaces something that the text must contain. */
function edit(from: string | RegExp, to: string | ((found: string) => string)): string {
  const changed = typeof to === 'string' ? text.replace(from, to) : text.replace(from, to)
  expect(changed).not.toBe(text)
  return changed
}

/** Matches a slide of the file, from its rule to that of the next. */
const slidePattern = (id: string) => new RegExp(`---\\n<!-- slide: ${id}\\b[\\s\\S]*?(?=\\n---\\n)`)

/** Finds the first slide with these words in its lines or note. `before` is the id of the slide before it. */
function slideWith(words: string): { readonly comment: string; readonly id: string; readonly before: string } {
  expect(text).toContain(words)
  const comments = [...text.slice(0, text.indexOf(words)).matchAll(/<!-- slide: ([\w-]+).* -->/g)]
  const [comment = '', id = ''] = comments.at(-1) ?? []
  return { comment, id, before: comments.at(-2)?.[1] ?? '' }
}

const PIPE = 'The pipe matters more than the sensor'
const WIND = 'The rest was wind.'

test('a line that the author typed is marked and has no spans, and unknown figures and names in it are reported there', async () => {
  const { data, html, messages } = await build(
    edit('- A servo for the hand', '- Kotwica sells a motor of **9,999** steps'),
  )
  const line = data.slides.flatMap(({ lines }) => lines).find((each) => each.text.startsWith('Kotwica'))
  expect(line).toMatchObject({ text: 'Kotwica sells a motor of 9,999 steps', spans: [], origin: 'author' })
  expect(data.article.text).not.toContain('Kotwica')
  expect(html).toContain('<strong>9,999</strong>')
  expect(messages).toEqual([
    {
      rule: 'not-in-article',
      reason: expect.stringContaining('"9,999"'),
      at: '- Kotwica sells a motor of **9,999** steps',
    },
  ])
})

test('code and formulas that the author typed are not searched for names', async () => {
  const { messages } = await build(
    edit(
      slidePattern(slideWith(PIPE).id),
      (slide) =>
        `${slide}\n---\n\n## Code\n\n\`\`\`py\nKotwica.open(9999)\n\`\`\`\n\n---\n\n## Sum\n\n$$\nX_9 = 9999\n$$\n`,
    ),
  )
  expect(messages.map(({ rule }) => rule)).not.toContain('not-in-article')
})

test.each([
  ['of a point', '- It is a problem that was hard in 1872', '1872', '12.42'],
  ['of a number slide', '92%', '92', '71'],
  [
    'of a note',
    'Fitting means finding the sizes for which the sum comes closest to what you have measured. It is a problem that was hard in 1872',
    '1872',
    '1873',
  ],
])('a line whose figure differs from its notes is reported: the figure %s was edited', async (_, words, old, other) => {
  const { messages } = await build(edit(words, words.replace(old, other)))
  expect(messages.filter(({ rule }) => rule !== 'left-out-by-author')).toEqual([
    {
      rule: 'differs-from-notes',
      reason: expect.stringMatching(new RegExp(`"(?:${old}|${other})".*"(?:${old}|${other})": "`)),
      at: expect.anything(),
    },
  ])
})

test('a listing that is not closed ends before the notes of its slide, and is reported', async () => {
  const { id, before } = slideWith(PIPE)
  const broken = edit(slidePattern(before), (slide) => slide.replace(/\n\n:::notes/, '\n\n```py\nprint()\n\n:::notes'))
  const { data, messages } = await build(broken)
  const [original, changed] = [(await build(text)).data, data].map(({ slides }) =>
    slides.filter((slide) => slide.layout !== 'code'),
  )
  expect(changed?.map((slide) => [slide.id, slide.note.text])).toEqual(
    original?.map((slide) => [slide.id, slide.note.text]),
  )
  expect(data.slides.find(({ layout, lines }) => layout === 'code' && lines.at(-1)?.text === 'print()')).toBeDefined()
  expect(data.slides.map((slide) => slide.id)).toContain(id)
  expect(messages.map(({ rule, at }) => [rule, at])).toContainEqual(['open-listing', '```py'])
})

test('an author who is renamed in the front matter is renamed on the first and last slide', async () => {
  const [, author = ''] = /^author: (.+)$/m.exec(text) ?? []
  const { data, messages } = await build(edit(/^author: .+$/m, 'author: Odile Marchetti'))
  const lines = [data.slides[0], data.slides.at(-1)].flatMap((slide) => slide?.lines.map((line) => line.text))
  expect(lines.filter((line) => line === 'Odile Marchetti').length).toBeGreaterThan(0)
  expect(lines).not.toContain(author)
  expect(messages).toEqual([])
})

test('a deleted slide counts as left out by the author, and its prose is reported', async () => {
  const { id: pipe } = slideWith(PIPE)
  const { data, messages } = await build(edit(slidePattern(pipe), ''))
  expect(data.slides.map(({ id }) => id)).not.toContain(pipe)
  expect(data.coverage).toMatchObject({ nowhere: 0, byAuthor: 2 })
  expect(messages).toEqual([
    {
      rule: 'left-out-by-author',
      reason: expect.stringMatching(new RegExp(`removed the slide "${pipe}".*2 sentences.*"${PIPE}\\."`)),
      at: undefined,
    },
  ])
})

test('a sentence removed from a note is reported at its slide', async () => {
  const { data, messages } = await build(edit(` ${WIND}`, ''))
  expect(data.coverage).toMatchObject({ nowhere: 0, byAuthor: 1 })
  expect(messages).toEqual([
    { rule: 'left-out-by-author', reason: expect.stringContaining(`"${WIND}"`), at: slideWith(WIND).comment },
  ])
})

test('a hidden slide is not exported, and its note joins that of the slide before', async () => {
  const { comment, id: hidden, before } = slideWith(WIND)
  const { data, html, messages } = await build(edit(comment, comment.replace(' -->', ', hidden -->')))
  expect(messages).toEqual([])
  expect(data.slides.map(({ id }) => id)).not.toContain(hidden)
  expect(data.slides.find(({ id }) => id === before)?.note.text).toContain(WIND)
  expect(html).not.toContain(`id="${hidden}"`)
  expect(data.coverage).toMatchObject({ nowhere: 0, byAuthor: 0 })
})

test('slides are in the order of the file and belong to the part that they are in', async () => {
  const { id: pipe } = slideWith(PIPE)
  const next = slideWith(WIND)
  const [moved = ''] = slidePattern(pipe).exec(text) ?? []
  const without = text.replace(`${moved}\n`, '')
  const { data, messages } = await build(
    without.replace(`---\n${next.comment}`, () => `${moved}\n---\n${next.comment}`),
  )
  const at = data.slides.findIndex(({ id }) => id === pipe)
  expect(data.slides[at - 1]?.id).toBe(next.before)
  expect(data.slides[at]).toMatchObject({ part: 'Then fit', note: { spans: [expect.anything(), expect.anything()] } })
  expect(data.coverage).toMatchObject({ nowhere: 0, byAuthor: 0 })
  expect(messages).toEqual([])
})

test('a line and a sentence moved to another slide keep their spans', async () => {
  const line = '- A servo for the hand\n'
  const sentence = ` ${WIND}`
  const { data, messages } = await build(
    edit(line, '')
      .replace(`## ${PIPE}\n\n`, (title) => `${title}${line}\n`)
      .replace(sentence, '')
      .replace('tenth as wide as the pipe.\n', `tenth as wide as the pipe.${sentence}\n`),
  )
  const pipe = data.slides.find(({ id }) => id === slideWith(PIPE).id)
  expect(pipe?.lines.find((each) => each.text === 'A servo for the hand')?.spans).toHaveLength(1)
  expect(pipe?.note.text).toMatch(/as the pipe\. The rest was wind\.$/)
  expect(pipe?.note.author).toBeUndefined()
  expect(data.coverage).toMatchObject({ nowhere: 0, byAuthor: 0 })
  expect(messages).toEqual([])
})

test('slides and parts can be added, and text typed into notes is kept', async () => {
  const added = `---

# A part of mine

---

## Which sensor?

- An **ultrasonic** one
  - or a float

---

:::quote

> Water finds its level.

— A saying

:::

---
<!-- background: "#10352d", steps: true -->

## A measured day

1. Sunrise
2. Noon

:::notes

Say this slowly. Then wait.

:::

`
  const { data, html, messages } = await build(edit(/(?=\n<!-- lectern)/, () => `\n${added}`))
  const at = data.slides.findIndex(({ title }) => title === 'A part of mine')
  const [part, points, quote, day] = data.slides.slice(at, at + 4)
  expect(part).toMatchObject({ layout: 'part', part: 'A part of mine', id: 'a-part-of-mine' })
  expect(points).toMatchObject({ layout: 'points', part: 'A part of mine', id: 'which-sensor' })
  expect(points?.lines.map((line) => line.text)).toEqual(['Which sensor?', 'An ultrasonic one', 'or a float'])
  expect(quote?.lines.map((line) => line.text)).toEqual(['Water finds its level.', 'A saying'])
  expect(day?.note).toMatchObject({
    text: 'Say this slowly. Then wait.',
    spans: [],
    author: ['Say this slowly.', 'Then wait.'],
  })
  expect(html).toMatch(/<section id="a-measured-day"[\s\S]*?class="[^"]*fragment/)
  expect(html.match(/class="[^"]*\bfragment\b/g)).toHaveLength(2)
  expect(messages).toEqual([])
})

test('a layout can be chosen, and images and tables added', async () => {
  const { data, messages } = await build(
    edit('<!-- slide: what-you-need,', '<!-- slide: what-you-need, layout: takeaways,').replace(
      /(?<=## The pipe matters .*\n\n).*\n/,
      '![A pipe](nosuch.png)\n\nThe pipe, seen from the quay\n',
    ),
  )
  expect(data.slides.find(({ id }) => id === 'what-you-need')?.layout).toBe('takeaways')
  const pipe = data.slides.find(({ id }) => id === slideWith(PIPE).id)
  expect(pipe).toMatchObject({
    layout: 'image',
    lines: [{}, { text: 'The pipe, seen from the quay', origin: 'author' }],
  })
  expect(messages).toEqual([
    { rule: expect.any(String), reason: expect.stringContaining('nosuch.png'), at: '![A pipe](nosuch.png)' },
  ])
})

test('a mistake in a comment is reported at its slide, and the rest of the comment counts', async () => {
  const { comment, id } = slideWith(WIND)
  const wrong = comment.replace(' -->', ', hiden, background: url(x) -->')
  const { data, messages } = await build(edit(comment, wrong))
  expect(data.slides.map(({ id }) => id)).toContain(id)
  expect(messages.map(({ rule, at }) => [rule, at])).toEqual([
    ['slide-options', wrong],
    ['background', wrong],
  ])
})

test('a layout that does not exist is reported at its slide, with the nearest name, and the slide stays as it was', async () => {
  const { comment, id: slideId } = slideWith(WIND)
  const wrong = comment.replace(' -->', ', layout: statment -->')
  const { data, messages } = await build(edit(comment, wrong))
  const plain = await build(text)
  expect(messages).toEqual([{ rule: 'slide-options', reason: expect.stringContaining('"statement"'), at: wrong }])
  const layoutOf = ({ slides }: typeof data) => slides.find(({ id }) => id === slideId)?.layout
  expect(layoutOf(data)).toBe(layoutOf(plain.data))
})

test('a form that needs a slide of its own gets one, with a message', async () => {
  const { data, messages } = await build(
    edit('- A servo for the hand\n\n', '- A servo for the hand\n\n:::number\n\n42\n\nsteps\n\n:::\n\n'),
  )
  const at = data.slides.findIndex(({ id }) => id === 'what-you-need')
  expect(data.slides.slice(at, at + 2).map(({ layout }) => layout)).toEqual(['points', 'number'])
  expect(messages.map(({ rule }) => rule)).toContain('mixed-slide')
})

test('without the comment at its end, or with a damaged one, all lines are the author’s', async () => {
  const bare = await build(text.replace(/<!-- lectern:base[\s\S]*$/, ''))
  expect(bare.data.slides.flatMap(({ lines }) => lines).filter(({ origin }) => origin !== 'author')).toEqual([])
  expect(bare.data.coverage).toMatchObject({ sentences: 0, nowhere: 0, byAuthor: 0 })
  expect(bare.messages).toMatchObject([
    { rule: 'deck-base', reason: expect.stringContaining('"lectern outline tide-clock.md --update talk.deck.md"') },
  ])
  const damaged = await build(edit(/(lectern:base.*\n.{20})./, '$1!!'))
  expect(damaged.data.slides).toEqual(bare.data.slides)
  expect(damaged.messages.map(({ rule }) => rule)).toEqual(['deck-base'])
})

test('settings that are gone from the top of a deck file are named', async () => {
  const { messages } = await build(text.replace(/^---[\s\S]*?\n---\n/, ''))
  expect(messages).toMatchObject([
    { rule: 'deck-settings', reason: expect.stringMatching(/are missing: article, .*lang/) },
  ])
})

test('a second slide with the name of an earlier one is reported', async () => {
  const { comment, id } = slideWith(PIPE)
  const { messages } = await build(edit(/\n<!-- lectern:base/, `\n---\n${comment}\n\n## Again\n\n- Once more\n$&`))
  expect(messages).toMatchObject([{ rule: 'slide-options', reason: expect.stringContaining(`"${id}"`), at: comment }])
})

test('nothing in a deck file runs or loads', async () => {
  const hostile = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[press](javascript:alert(1))',
    '<iframe src="https://evil.example"></iframe>',
    '![x](https://evil.example/x.png)',
    '<!-- <script>alert(1)</script> -->',
  ]
  const { html } = await build(edit('- A servo for the hand\n', hostile.map((line) => `- A hand ${line}\n`).join('')))
  expect(html).not.toMatch(/alert\(1\)(?![^<]*<\/)|javascript:|evil\.example|<iframe|onerror/)
})
