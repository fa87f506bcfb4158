import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { loadGrammar } from '../../src/grammar/load.ts'
import type { Draft } from '../../src/model/draft.ts'
import { outline } from '../../src/outline/outline.ts'
import { read } from '../../src/read/read.ts'
import { write } from '../../src/write/write.ts'

const grammar = loadGrammar()

async function draftsOf(text: string, language: 'en' | 'de' = 'en'): Promise<Draft[]> {
  const article = await read(new TextEncoder().encode(text), new VFile({ path: 'talk.md' }))
  return write(outline(article), { grammar: language === 'en' ? grammar : null, name: 'talk', minutes: null })
}

/** Titles of sentences and points of the slides that show prose, slide by slide. */
async function shownIn(text: string, language: 'en' | 'de' = 'en'): Promise<string[][]> {
  const drafts = await draftsOf(text, language)
  return drafts.flatMap(({ purpose, title, content }) => {
    if (purpose !== 'body') return []
    const head = title === null || title.kind === 'heading' ? [] : [title.text]
    if (content.type === 'statement') return [[...head, content.statement.text]]
    if (content.type === 'number') return [[...head, content.label.text]]
    return content.type === 'points' ? [[...head, ...content.points.map(({ line }) => line.text)]] : []
  })
}

const FERRIES = `# The ferries

## What changed

The harbour ferries run every hour now. People had asked for that in many letters to the papers and at meetings in the town
hall. The number of ferry passengers rose by 38% in a single year. A few of the old signs at the far end of the pier were
painted over by volunteers in spring. The city paid 4.2 million euros for two new ferries. Somebody left a bicycle with a
basket of apples at the gate, and nobody came back for it.
`

test('the figures that carry the news are shown', async () => {
  const shown = (await shownIn(FERRIES)).flat().join('\n')
  expect(shown).toContain('38%')
  expect(shown).toContain('4.2 million euros')
})

test('points stand in the order of the article', async () => {
  const text = FERRIES.replace(/\s+/g, ' ')
  for (const slide of await shownIn(FERRIES)) {
    const places = slide.map((line) => text.indexOf(line))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(places.every((place) => place >= 0)).toBe(true)
  }
})

test('what one slide has said is not said again on another', async () => {
  const once = 'The harbour bridge will close for repairs in August.'
  const shown = await shownIn(
    `# Repairs\n\n## The bridge\n\n${once} Engineers found cracks in two of its piers.\n\n## The summer\n\n` +
      `In August, the harbour bridge will close for repairs. Buses will take the tunnel until the autumn. Cyclists can use a ferry free of charge.\n`,
  )
  expect(shown.flat().filter((line) => /bridge will close/.test(line))).toHaveLength(1)
  expect(shown.flat().join('\n')).toContain('Buses will take the tunnel')
})

test('two points say two things', async () => {
  const [slide = []] = await shownIn(
    '# Trees\n\n## Streets\n\nStreet trees cool the city in summer. In summer the street trees keep the city cool. ' +
      'Their roots hold back the rain of a heavy storm. Every tree costs the city 90 euros a year.\n',
  )
  expect(slide.filter((line) => /cool/.test(line))).toHaveLength(1)
  expect(slide.length).toBeGreaterThan(1)
})

test('two short points are liked better than one that fills the slide', async () => {
  const long =
    'The museum, having closed its doors in the winter of that year because the roof of the older wing had begun to let in ' +
    'water over the paintings of the museum, opened the museum again when the museum roof was mended'
  const shown = await shownIn(
    `# The museum\n\n## The roof\n\nThe museum lost a third of its visitors. ${long}. The new museum roof cost two million euros.\n`,
  )
  expect(shown.flat()).toContain('The museum lost a third of its visitors')
  expect(shown.flat()).toContain('The new museum roof cost two million euros')
})

describe('a line that leans on another stands only behind it', () => {
  test.each([
    ['an alternative', 'Otherwise, the harbour council rejected the harbour plan in a vote of the council.'],
    ['an example', 'For example, the harbour council rejected the harbour plan in a vote of the council.'],
    ['a pronoun', 'They rejected the harbour plan in a vote of the harbour council.'],
  ])('%s', async (_, leaning) => {
    // Too long for any slide: whatever leans on it has nothing to stand behind.
    const before = `Nobody who had read what the engineers, ${'and the lawyers of the town, '.repeat(9)} had written was glad.`
    const shown = await shownIn(
      `# The harbour\n\n## The plan\n\n${before} ${leaning} The harbour keeps its old cranes. The harbour plan cost 3 million euros.\n`,
    )
    expect(shown.flat().join('\n')).not.toContain('in a vote of the')
    expect(shown.flat().join('\n')).toContain('3 million euros')
  })
})

test.each(['However', 'As a result', 'Moreover'])('behind nothing, "%s" goes and its statement stays', async (word) => {
  const before = `Nobody who had read what the engineers, ${'and the lawyers of the town, '.repeat(9)} had written was glad.`
  const shown = await shownIn(
    `# The harbour\n\n## The plan\n\n${before} ${word}, the harbour council rejected the harbour plan. The harbour plan cost 3 million euros.\n`,
  )
  expect(shown.flat()).toContain('The harbour council rejected the harbour plan')
})

test('a remark in brackets and a question make no slide of their own where there is more to say', async () => {
  const shown = await shownIn(
    '# The night bus\n\n## The line\n\nWho rides a night bus? The night bus carries nurses and bakers to work. ' +
      '(The night bus is red.) The night bus runs every 20 minutes. Its drivers work in three shifts.\n',
  )
  const lines = shown.flat()
  expect(lines.filter((line) => /^\(|\?$/.test(line))).toEqual([])
  expect(lines.length).toBeGreaterThan(1)
})

test.each([1, 4, 12])(
  'a paragraph of %i times six sentences shows at most forty words in five points',
  async (times) => {
    const facts = [
      'The river rose',
      'The mill stopped',
      'A dam broke',
      'The road closed',
      'Trains waited',
      'Schools shut',
    ]
    const text = Array.from({ length: times }, (_, day) =>
      facts.map((fact) => `${fact} on day ${day + 1}.`).join(' '),
    ).join(' ')
    for (const slide of await shownIn(`# Flood\n\n## Days\n\n${text}\n`)) {
      expect(slide.length).toBeLessThanOrEqual(6)
      expect(slide.join(' ').split(/\s+/).length).toBeLessThanOrEqual(40)
    }
  },
)

test('without a grammar whole sentences are chosen, the same way', async () => {
  const shown = await shownIn(
    '# Die Fähren\n\n## Der Hafen\n\nDie Fähren im Hafen fahren jetzt jede Stunde. Im letzten Jahr stieg die Zahl der ' +
      'Fahrgäste um 38 %. Irgendwer hat ein Fahrrad vergessen. Die Stadt kaufte zwei neue Fähren für den Hafen. ' +
      'Wer fährt nachts mit den Fähren?\n',
    'de',
  )
  const lines = shown.flat().join('\n')
  expect(lines).toContain('38 %')
  expect(lines).toContain('Die Fähren im Hafen fahren jetzt jede Stunde')
  expect(lines).not.toContain('?')
})
