import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentWords } from '../../src/grammar/content-words.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Line } from '../../src/model/draft.ts'
import { linesOf } from '../../src/model/layout.ts'
import type { Candidate } from '../../src/write/plan/candidates.ts'
import { MAX_POINTS, MAX_WORDS, OBJECTIVE } from '../../src/write/plan/objective.ts'
import { plan } from '../../src/write/plan/plan.ts'
import { type Heading, keyOf } from '../../src/write/plan/slide-titles.ts'
import type { TitleOption } from '../../src/write/titles.ts'
import { slidesOf } from '../support/written.ts'

const lineOf = (text: string): Line => ({ text, spans: [[0, text.length]], added: [], kind: 'prose', weight: 0.5 })

/** Facts about a unit; by default, it may be anywhere, is worth showing and offers no title. */
interface Sketch {
  readonly words?: number
  readonly show?: number
  readonly filler?: number
  readonly paragraph?: number
  readonly stands?: 'anywhere' | 'behind' | 'nowhere'
  readonly title?: boolean
  /** The log-odds that nobody understands it unless its slide has mentioned `about`, or the unit before it is shown. */
  readonly unknown?: { readonly odds: number; readonly about: string }
  readonly unclear?: number
  readonly keywords?: readonly string[]
  readonly hasFigure?: boolean
  readonly contrasts?: boolean
  readonly mayReferFarBack?: boolean
  readonly isItem?: boolean
}

function candidateOf(sketch: Sketch, index: number): Candidate {
  const {
    words = 10,
    show = 2,
    filler = -4,
    paragraph = 0,
    stands = 'anywhere',
    title = false,
    unclear = 0,
    unknown,
    keywords = [],
    hasFigure = false,
    contrasts = false,
    mayReferFarBack = stands === 'behind',
    isItem = false,
  } = sketch
  const line = lineOf(Array.from({ length: words }, (_, word) => `word${index}x${word}`).join(' '))
  const length = { line, words, dependence: null, keywords: [], points: [line], longest: words }
  const sentence = {
    text: line.text,
    span: [index * 1000, index * 1000 + 999],
    kind: 'prose',
    startsBlock: index === 0 || isItem,
    item: isItem ? ({ depth: 1, marker: 'bullet' } as const) : undefined,
  } as const
  const place = {
    index,
    words,
    paragraph,
    section: 0,
    indexInSection: index,
    before: 'sentence',
    after: 'sentence',
    linkedFraction: 0,
  }
  return {
    unit: { ...place, sentence, keywords: new Set(keywords), repeated: new Set(), heading: null },
    scores: { show, filler, key: -3, title: 0, starts: 0, unclear: 0 },
    unclear,
    obscurity: {
      base: -9,
      first: 0,
      followUp: -18,
      references: unknown === undefined ? [] : [{ word: unknown.about, unknown: unknown.odds }],
    },
    followUp: stands === 'nowhere' ? null : { ...length, dependence: stands === 'behind' ? 'pronoun' : null },
    standalone: stands === 'anywhere' ? length : null,
    isDependent: stands !== 'anywhere',
    hasFigure,
    isQuestion: false,
    contrasts,
    changesSubject: false,
    mayReferFarBack,
    titles: title ? [titleOf(`Title of ${index}`)] : [],
  }
}

const titleOf = (text: string): TitleOption => ({
  line: lineOf(text),
  words: 3,
  form: 'whole',
  keywords: contentWords(text),
  remainder: null,
})

const heading = (isNew = true): Heading => ({ line: lineOf('The old lock'), words: 3, isNew })

function planOf(
  candidates: readonly Candidate[],
  over: Heading | null = heading(),
  usedTitles: ReadonlySet<string> = new Set(),
) {
  return plan(candidates, {
    heading: over,
    objective: OBJECTIVE,
    usedTitles,
    ranks: { byItself: () => 0, byCoverage: () => 0 },
  })
}

const planned = (sketches: readonly Sketch[], over?: Heading | null) => planOf(sketches.map(candidateOf), over)

const sketch: fc.Arbitrary<Sketch> = fc.record({
  words: fc.integer({ min: 3, max: 60 }),
  show: fc.double({ min: -4, max: 4, noNaN: true }),
  filler: fc.double({ min: -4, max: 4, noNaN: true }),
  paragraph: fc.integer({ min: 0, max: 3 }),
  stands: fc.constantFrom('anywhere', 'behind', 'nowhere'),
  title: fc.boolean(),
})

test('an item of a list is not the title of the others', () => {
  const sketches = [{ title: true }, {}, {}]
  const titlesOf = (isItem: boolean) =>
    planned(
      sketches.map((each) => ({ ...each, isItem })),
      null,
    ).map(({ title }) => title?.text)
  expect(titlesOf(false)).toEqual(['Title of 0'])
  expect(titlesOf(true)).toEqual([undefined])
})

test('no slide exceeds its limits; units ascend, and none is on two slides', () => {
  fc.assert(
    fc.property(fc.array(sketch, { maxLength: 30 }), fc.boolean(), (sketches, isNew) => {
      const candidates = sketches.map(candidateOf)
      const slides = planOf(candidates, heading(isNew))
      let after = 0
      for (const { title, points, from, to } of slides) {
        expect(from).toBeGreaterThanOrEqual(after)
        expect(to).toBeGreaterThan(from)
        after = to
        expect(points.length).toBeGreaterThan(0)
        expect(points.length).toBeLessThanOrEqual(MAX_POINTS)
        const words = [...(title === null ? [] : [title]), ...points].flatMap(({ text }) => text.split(' '))
        expect(words.length).toBeLessThanOrEqual(MAX_WORDS)
        const shown = points.map((line) => candidates.findIndex(({ followUp }) => followUp?.line === line))
        expect(shown).toEqual(shown.toSorted((one, other) => one - other))
        expect(new Set(shown).size).toBe(shown.length)
        expect(shown.every((unit) => unit >= from && unit < to)).toBe(true)
      }
    }),
    { numRuns: 100, seed: 1 },
  )
})

describe('a plan', () => {
  test('shows what is worth it, and leaves out filler', () => {
    const [slide, ...others] = planned([{}, { show: -3, filler: 4 }, {}, {}])
    expect(slide?.points.map(({ text }) => text.split('x')[0])).toEqual(['word0', 'word2', 'word3'])
    expect(others).toEqual([])
  })

  test('puts no point that a sentence contradicts under that sentence as the title', () => {
    const firstPoint = (contrasts: boolean) => {
      const slides = planned([{}, { title: true, contrasts }, {}, {}], null)
      return slides.find(({ title }) => title !== null)?.points[0]?.text
    }
    expect(firstPoint(false)).toMatch(/^word0x/)
    expect(firstPoint(true)).toMatch(/^word2x/)
  })

  test('completes a comparison of figures with a sentence that would not be worth it by itself', () => {
    const before = { show: 1.5, hasFigure: true }
    const shownOf = (after: Sketch) => planned([{}, before, after]).flatMap(({ points }) => points).length
    expect(shownOf({ show: 0, hasFigure: true })).toBe(3)
    expect(shownOf({ show: 0, paragraph: 1, hasFigure: true })).toBe(2)
  })

  test('shows nothing where nothing is worth it', () => {
    expect(planned([{ show: -3 }, { show: -3, filler: 3 }])).toEqual([])
  })

  test('puts a dependent point directly after the sentence it depends on, and shows none without it', () => {
    const [slide] = planned([{}, { stands: 'behind' }, { stands: 'nowhere', show: 3 }])
    expect(slide?.points.map(({ text }) => text.split('x')[0])).toEqual(['word0', 'word1'])
    expect(planned([{ stands: 'behind' }, { stands: 'nowhere' }])).toEqual([])
  })

  test('makes a title of a new heading once', () => {
    const sketches = Array.from({ length: 12 }, (_, index) => ({ title: true, paragraph: index >> 2 }))
    const slides = plan(sketches.map(candidateOf), {
      heading: heading(),
      objective: OBJECTIVE,
      usedTitles: new Set(),
      ranks: { byItself: ({ form }) => (form === 'heading' ? 2 : 0), byCoverage: () => 0 },
    })
    const titles = slides.map(({ title }) => title?.text)
    expect(titles[0]).toBe('The old lock')
    expect(titles.slice(1).every((title) => title?.startsWith('Title of'))).toBe(true)
    expect(new Set(titles).size).toBe(titles.length)
  })

  test('repeats no point as its title, and takes no title twice', () => {
    const sketches = [{ title: true }, {}, {}]
    const [slide] = planned(sketches, null)
    expect(slide?.title?.text).toBe('Title of 0')
    expect(slide?.points.map(({ text }) => text.split('x')[0])).toEqual(['word1', 'word2'])
    const [other] = planOf(sketches.map(candidateOf), null, new Set([keyOf(lineOf('Title of 0'))]))
    expect(other?.title).toBeNull()
  })
})

describe('a point that depends on a sentence further up', () => {
  const shownIn = (sketches: readonly Sketch[]) =>
    planned(sketches).flatMap(({ points }) => points.map(({ text }) => text.split('x')[0]))
  const LONG = { words: 42, show: -3, filler: 3 }

  test('is shown if all sentences between depend on it too', () => {
    expect(shownIn([{}, { ...LONG, stands: 'behind' }, { stands: 'behind', show: 3 }])).toEqual(['word0', 'word2'])
  })

  test('is left out if it can refer only to the sentence before it, as "it" does', () => {
    const last: Sketch = { stands: 'behind', show: 3, mayReferFarBack: false }
    expect(shownIn([{}, { ...LONG, stands: 'behind' }, last, {}])).toEqual(['word0', 'word3'])
  })

  test('is left out if something else is named between', () => {
    expect(shownIn([{}, {}, LONG, { stands: 'behind', show: 3 }])).toEqual(['word0', 'word1'])
  })
})

describe('text without a heading of its own', () => {
  const above: Heading = { ...heading(false), above: 'article' }
  const titleOver = (own: number) =>
    plan([{ title: true }, {}, {}].map(candidateOf), {
      heading: above,
      objective: OBJECTIVE,
      usedTitles: new Set(),
      ranks: { byItself: ({ form }) => (form === 'heading-above' ? 3 : own), byCoverage: () => 0 },
    })[0]?.title?.text

  test('has a title of its own sentences where one is good', () => {
    expect(titleOver(2)).toBe('Title of 0')
  })

  test('has the title of the article where none is', () => {
    expect(titleOver(-2)).toBe('The old lock')
  })
})

test('a point that is unclear by itself is shown only right after the sentence before it', () => {
  const shownIn = (sketches: readonly Sketch[]) =>
    planned(sketches).flatMap(({ points }) => points.map(({ text }) => text.split('x')[0]))
  const left: Sketch = { show: -3, filler: 3 }
  expect(shownIn([{}, { show: 1, unclear: 1 }, {}])).toEqual(['word0', 'word1', 'word2'])
  expect(shownIn([{}, left, { show: 1, unclear: 1 }, {}])).toEqual(['word0', 'word3'])
  expect(shownIn([{}, left, { show: 1 }, {}])).toEqual(['word0', 'word2', 'word3'])
})

test('a point that refers to something is shown only where its slide has mentioned that', () => {
  const shownIn = (sketches: readonly Sketch[]) =>
    planned(sketches).flatMap(({ points }) => points.map(({ text }) => text.split('x')[0]))
  const left: Sketch = { show: -3, filler: 3 }
  const unknown = { odds: 18, about: 'gate' }
  expect(shownIn([{}, left, { show: 1, unknown }, {}])).toEqual(['word0', 'word3'])
  expect(shownIn([{}, left, { show: 1 }, {}])).toEqual(['word0', 'word2', 'word3'])
  expect(shownIn([{ keywords: ['gate'] }, left, { show: 1, unknown }, {}])).toEqual(['word0', 'word2', 'word3'])
  expect(shownIn([{}, { show: 1, unknown }, {}])).toEqual(['word0', 'word1', 'word2'])
})

test('a point of more than 42 words is never alone on a slide', () => {
  expect(planned([{ words: 45, show: 4 }])).toEqual([])
  expect(planned([{ words: 45, show: 4 }, {}])[0]?.points).toHaveLength(2)
})

test('a title is chosen for the points that are under it', () => {
  const sketches = [{ title: true }, { title: true }, {}, {}]
  const slides = plan(sketches.map(candidateOf), {
    heading: null,
    objective: OBJECTIVE,
    usedTitles: new Set(),
    ranks: { byItself: () => 0, byCoverage: (_, { pointsBefore }) => (pointsBefore > 0 ? 9 : 0) },
  })
  expect(slides[0]?.title?.text).toBe('Title of 1')
})

test('the rest of the title’s sentence is the first point below it, but never the only one', () => {
  const [first, ...others] = [{ title: true }, {}, {}].map(candidateOf)
  if (first === undefined) throw new Error('no candidate')
  const title = { ...titleOf('Title of 0'), form: 'clause' as const, remainder: { line: lineOf('Its rest'), words: 4 } }
  const pointsOf = (candidates: readonly Candidate[]) =>
    planOf([{ ...first, titles: [title] }, ...candidates], null).map(({ points }) => points.map(({ text }) => text))
  expect(pointsOf(others)[0]?.[0]).toBe('Its rest')
  expect(pointsOf([]).flat()).not.toContain('Its rest')
})

test('a title that is the subject of its sentence has what the sentence says of it as its first point', () => {
  const [first, ...others] = [{ title: true }, {}, {}].map(candidateOf)
  if (first === undefined) throw new Error('no candidate')
  const remainder = { line: lineOf('Its gates leak'), words: 3 }
  const title = { ...titleOf('The problem with the lock'), form: 'subject' as const, remainder }
  const [slide] = planOf([{ ...first, titles: [title] }, ...others], null)
  expect(slide?.points.map(({ text }) => text.split('x')[0])).toEqual(['Its gates leak', 'word1', 'word2'])
})

test('its running time grows linearly with the number of units', () => {
  const readsOf = (count: number) => {
    let reads = 0
    const candidates = Array.from({ length: count }, (_, index) => candidateOf({ title: true }, index))
    const counting = new Proxy(candidates, {
      get(target, key) {
        reads++
        return Reflect.get(target, key)
      },
    })
    planOf(counting)
    return reads
  }
  expect(readsOf(300) / readsOf(150)).toBeLessThan(2.2)
})

test('a long sentence keeps its end if the next sentence refers to it', async () => {
  const shownBefore = async (next: string) => {
    const slides = await slidesOf(
      `# The yard\n\n## Engines\n\nThe yard by the river has built engines for forty years. The crews of the yard start every engine three times before they let it go on a boat, then sit back and listen for an hour to every cough it makes. ${next} Each engine lasts for twenty years.\n`,
    )
    return slides.flatMap((slide) => linesOf(layouts, slide).map(({ text }) => text)).join('\n')
  }
  expect(await shownBefore('This is due to the tight bends of the canal.')).toMatch(/cough it makes$/)
  expect(await shownBefore('The canal has tight bends between the harbours.')).toMatch(/let it go on a boat$/)
})
