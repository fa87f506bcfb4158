import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import type { Slide } from '../../src/model/deck.ts'

const TALK = `# Cooling

## The law

A cup of coffee cools fast at first and slowly later. The rate is

$$
r = \\frac{1}{t},
$$

where the time is in minutes.

## The cups

The cups stood in one room.

| Cup | Minutes |
| --- | --- |
| Paper | 8 |
| Steel | 210 |
`

async function convertTalk() {
  return convert(new VFile({ path: 'talk.md', value: TALK }), { formats: ['html'] }, { browser: null })
}

test('a slide with only a formula or a table has time to be looked at', async () => {
  const { deck } = await convertTalk()
  const isFormula = (slide: Slide) => 'statement' in slide.slots && slide.slots.statement.kind === 'math'
  const displays = deck.slides.filter((slide) => slide.layout === 'table' || isFormula(slide))
  expect(displays).toHaveLength(2)
  for (const { note } of displays) expect(note.seconds).toBeGreaterThanOrEqual(10)
})

test('a formula inside a sentence is typeset in the notes', async () => {
  const { files } = await convertTalk()
  const html = new TextDecoder().decode(files.get('talk.html'))
  const [notes = ''] = html.match(/<aside class="notes">(?:(?!<\/aside>).)*where the time/s) ?? []
  expect(notes).toContain('class="katex-display"')
})

test('captions and footnotes take no time', async () => {
  const secondsOf = async (article: string) => {
    const { deck } = await convert(new VFile({ path: 'talk.md', value: article }), { formats: [] }, { browser: null })
    return deck.slides.reduce((sum, { note }) => sum + note.seconds, 0)
  }
  const badge =
    '![The harbour has been open on every day of this year](https://a.example/b.png) ![Gates](//a.example/c.png)'
  expect(await secondsOf(`${TALK}\n${badge}\n`)).toBe(await secondsOf(TALK))
})

test('a cue names the parts only where there are several', async () => {
  const cuesOf = async (article: string) => {
    const { deck } = await convert(new VFile({ path: 'talk.md', value: article }), { formats: [] }, { browser: null })
    return deck.slides.flatMap(({ note }) => note.cue ?? [])
  }
  const law = TALK.slice(0, TALK.indexOf('## The cups'))
  expect(await cuesOf(law)).toEqual([])
  expect(await cuesOf(TALK)).toEqual(['1/2 The law', '2/2 The cups'])
})
