import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import { reportRemarks } from '../../src/layout/report-remarks.ts'
import { allSentences } from '../../src/outline/outline.ts'
import { deckOf, note, point, slide } from '../render/decks.ts'
import { outlineOf } from '../support/written.ts'

/** Lists the remarks on a Markdown article, each as `line rule`. */
async function remarksOn(markdown: string): Promise<readonly string[]> {
  const file = new VFile({ path: 'talk.md', value: Buffer.from(markdown) })
  const conversion = await convert(file, { formats: [] }, { browser: null })
  reportRemarks(conversion, layouts, file)
  return file.messages
    .filter(({ ruleId }) => ruleId !== 'unmeasured')
    .map(({ line, ruleId }) => `${line ?? '-'} ${ruleId}`)
}

const LONG =
  'The wall of the old harbour at the mouth of the river has stood against every storm from the west since the masons of the town built it in the spring of 1872.'

test('reports a line too long to read while somebody speaks', async () => {
  expect(await remarksOn(`# T\n\n## One\n\n${LONG}\n`)).toContain('5 long-line')
})

test('reports a slide that opens with a dangling pronoun, a repeated point and a crowded slide', async () => {
  const file = new VFile({ path: 'talk.md', value: Buffer.from('# T\n\nThe gauge stands at the quay.\n') })
  const { article } = await convert(file, { formats: [] }, { browser: null })
  const pointsOf = (...texts: readonly string[]) =>
    slide('points', { title: null, lead: null, points: texts.map((text) => point(text)) })
  const crowd = Array.from(
    { length: 8 },
    (_, index) => `Every station ${index} has a gauge that two people read at noon`,
  )
  const deck = deckOf([
    pointsOf('It holds the water back'),
    pointsOf('Gauges are read'),
    pointsOf('Gauges are read'),
    pointsOf(...crowd),
  ])
  const remarkFile = new VFile({ path: 'talk.md' })
  reportRemarks({ deck, article }, layouts, remarkFile)
  expect(remarkFile.messages.map(({ ruleId }) => ruleId)).toEqual([
    'dangling-reference',
    'repeated-point',
    'crowded-slide',
  ])
})

test('reports a part that takes longer than the talk allows', async () => {
  const part = (noun: string) =>
    `## The ${noun}\n\n${`Every ${noun} stands at its quay and is read at noon. `.repeat(40)}\n\n`
  const article = `# T\n\n${part('gauge')}${part('crane')}`
  expect((await remarksOn(article)).filter((remark) => remark.includes('part-length'))).toEqual([])
  const short = await remarksOn(`---\nminutes: 2\n---\n\n${article}`)
  expect(short).toContain('7 part-length')
})

test('reports a part that no slide shows', async () => {
  expect(
    await remarksOn('# T\n\n## Empty\n\n## Full\n\nThe gauge stands at the quay.\n\n## Last\n\nIt is old.\n'),
  ).toContain('3 empty-part')
})

/** Lists the remarks on a Markdown article, each as `line:column rule`. */
async function placesOn(markdown: string): Promise<readonly string[]> {
  const file = new VFile({ path: 'talk.md', value: Buffer.from(markdown) })
  const conversion = await convert(file, { formats: [] }, { browser: null })
  reportRemarks(conversion, layouts, file)
  return file.messages.map(({ line, column, ruleId }) => `${line}:${column} ${ruleId}`)
}

test('every remark has the place of its words', async () => {
  const long = `# T\n\n## One\n\nThe gauge stands. ${LONG.replace('The wall', '*The wall*')}\n`
  expect(await placesOn(long)).toContain('5:20 long-line')
  const empty = '# T\n\n##  Full\n\nThe gauge stands at the quay.\n\n##   Empty\n\n## Last\n\nThe quay is old.\n'
  expect(await placesOn(empty)).toContain('7:6 empty-part')
  const lists = '- It holds the water back\n- The quay is old\n\n---\n\n- The quay is old\n- The gauge is new\n'
  expect(await placesOn(`---\nlectern: deck/1\n---\n\n${lists}`)).toEqual([
    expect.stringContaining('unmeasured'),
    '5:3 dangling-reference',
    '10:3 repeated-point',
  ])
})

test('reports a dangling reference in German, French and Spanish', async () => {
  for (const [language, sentence] of [
    ['de', 'Er hält das Wasser vom Kai zurück.'],
    ['fr', 'Elle retient l’eau loin du quai.'],
    ['es', 'Ella retiene el agua lejos del muelle.'],
  ])
    expect(await placesOn(`---\nlectern: deck/1\nlang: ${language}\n---\n\n- ${sentence}\n`)).toContain(
      '6:3 dangling-reference',
    )
})

test('says of a list in the notes only that its slide does not show it', async () => {
  const article = `# T\n\n${Array.from({ length: 8 }, (_, at) => `- Quay ${at} is read at noon\n`).join('')}`
  const outlined = await outlineOf(article)
  const said = { ...note(), sentences: allSentences(outlined) }
  const shown = slide('points', { title: null, lead: null, points: [point('Nobody reads a gauge')] }, { note: said })
  const file = new VFile({ path: 'talk.md' })
  reportRemarks({ deck: deckOf([shown]), article: outlined.article }, layouts, file)
  expect(file.messages.map(({ reason }) => reason)).toEqual([
    '8 items of a list are in the notes of slide 1 but not on the slide. Keep the few that you would read out.',
  ])
})

test('has no remarks on a good article', async () => {
  const article = `# The Harbour Gauge

## How the tide is read

The moon and the sun pull at the sea, so the water at the quay rises and falls twice a day. The gauge measures its height every six minutes.

## Who built the quay

The masons of the town built the quay in 1872. Storms took a third of its stones.
`
  expect(await remarksOn(article)).toEqual([])
})
