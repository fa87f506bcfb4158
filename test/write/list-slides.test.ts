import { describe, expect, test } from 'vitest'
import { draftsOf } from '../support/written.ts'

interface Page {
  readonly title: string | null
  readonly lead: string | null
  readonly points: readonly (readonly [depth: number, ordinal: number | undefined, text: string])[]
  readonly said: readonly string[]
}

/** The slides of points of an article, and their notes. */
async function pagesOf(value: string): Promise<readonly Page[]> {
  return (await draftsOf(value)).flatMap(({ purpose, title, content, noteSentences }) =>
    purpose === 'body' && content.type === 'points'
      ? [
          {
            title: title?.text ?? null,
            lead: content.lead?.text ?? null,
            points: content.points.map(({ depth, ordinal, line }) => [depth, ordinal, line.text] as const),
            said: noteSentences.map(({ text }) => text),
          },
        ]
      : [],
  )
}

const listed = (items: readonly string[]) => items.map((item, index) => `${index + 1}. ${item}\n`).join('')
const under = (heading: string, list: string) => `# The lock\n\n## ${heading}\n\n${list}`
const shownIn = (pages: readonly Page[]) => pages.flatMap(({ points }) => points.map(([, , text]) => text))

const DUTIES = [
  'The keeper of the upper gate opens it at noon',
  'The keeper of the lower gate closes it at dusk',
  'The pilot reads the tide from the gauge',
  'The smith oils the hinges of both gates in May',
  'The clerk writes every boat in the log',
  'The diver looks for cracks below the water',
  'The joiner replaces the boards of the weir',
  'The crew of the dredger clears the channel',
]

describe('a list', () => {
  test('shows its items in order, on even slides with its heading and a number', async () => {
    const pages = await pagesOf(under('Duties', listed(DUTIES)))
    const shown = shownIn(pages)
    expect(shown.length).toBeGreaterThan(4)
    expect(shown).toEqual(DUTIES.filter((duty) => shown.includes(duty)))
    const sizes = pages.map(({ points }) => points.length)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(6)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
    expect(pages.map(({ title }) => title)).toEqual(
      pages.length === 1 ? ['Duties'] : pages.map((_, page) => `Duties (${page + 1}/${pages.length})`),
    )
  })

  test('is divided between items, not within their sub-items', async () => {
    const items = DUTIES.slice(0, 5).map((duty, index) => `${index + 1}. ${duty}\n`)
    const nested = items.toSpliced(3, 0, '   - one for the upper gate\n   - one for the lower gate\n').join('')
    const pages = await pagesOf(under('Duties', nested))
    expect(pages.map(({ points }) => points.map(([depth, ordinal]) => (depth === 0 ? ordinal : '-')))).toEqual([
      [1, 2, 3, '-', '-'],
      [4, 5],
    ])
  })

  test('repeats an item above the rest of its sub-items if they need several slides', async () => {
    const below = DUTIES.map((duty) => `   - ${duty}\n`).join('')
    const pages = await pagesOf(under('Duties', `1. The crew\n${below}2. The others\n`))
    expect(pages.length).toBeGreaterThan(1)
    for (const { points } of pages.slice(0, -1)) expect(points[0]?.[2]).toBe('The crew')
    expect(pages.flatMap(({ said }) => said).filter((text) => text === 'The crew')).toHaveLength(1)
  })

  test('keeps three levels, and the numbers of sub-steps', async () => {
    const steps =
      '1. Register\n   1. Bring your pass\n   2. Sign the list\n      - With your full name\n2. Report\n   1. Wait\n'
    const [page] = await pagesOf(under('Steps', steps))
    expect(page?.points).toEqual([
      [0, 1, 'Register'],
      [1, 1, 'Bring your pass'],
      [1, 2, 'Sign the list'],
      [2, undefined, 'With your full name'],
      [0, 2, 'Report'],
      [1, undefined, 'Wait'],
    ])
  })

  test('never loses or repeats an item in the notes', async () => {
    const pages = await pagesOf(under('Duties', listed(DUTIES)))
    expect(pages.flatMap(({ said }) => said).filter((text) => DUTIES.includes(text))).toEqual(DUTIES)
  })

  test('has no more words on a slide than an audience can read', async () => {
    const long = DUTIES.map((duty) => `${duty} and tells the harbour master of it before the bell rings for the crew`)
    const pages = await pagesOf(under('Duties', listed(long)))
    expect(pages.length).toBeGreaterThan(1)
    for (const { title, points } of pages)
      expect([title ?? '', ...points.map(([, , text]) => text)].join(' ').split(/\s+/).length).toBeLessThanOrEqual(80)
  })

  test('is under its heading, with the short sentence that announces it as its lead', async () => {
    const [page] = await pagesOf(under('Duties', `These are the duties at the lock:\n\n${listed(DUTIES.slice(0, 4))}`))
    expect(page?.title).toBe('Duties')
    expect(page?.lead).toBe('These are the duties at the lock:')
  })

  test('whose lead negates its items repeats the lead on every slide', async () => {
    const lead = 'If you visit the old harbour in the summer with a dog, a child or a boat of your own, you must not:'
    const items = [
      'Swim in the lock',
      'Feed the herons at the weir',
      'Open the gates by yourself',
      'Fish from the wall',
    ]
    for (const { title, lead: shown } of await pagesOf(under('Rules', `${lead}\n\n${listed([...items, ...items])}`)))
      expect(`${title} ${shown}`).toContain('must not')
  })

  test('keeps nested items under theirs, and begins no slide with one', async () => {
    const nested = DUTIES.map((duty, index) => `${index + 1}. ${duty}\n   - ${duty} again by night\n`).join('')
    const pages = await pagesOf(under('Duties', nested))
    expect(pages.map(({ points }) => points[0]?.[0])).toEqual(pages.map(() => 0))
    expect(pages.flatMap(({ points }) => points.map(([depth]) => depth))).toContain(1)
  })
})

test('"For example:" leads a list together with the sentence before it', async () => {
  const article =
    '# The lock\n\n## Boats\n\nThe lock is open to most boats.\n\nSome boats do not fit the chamber. For example:\n\n- Barges from the coal pits upstream\n- Rafts of timber from the north\n- Ferries with two decks and a bar\n'
  const page = (await pagesOf(article)).find(({ points }) => points.some(([, , text]) => text.startsWith('Barges')))
  expect([page?.title, page?.lead].join(' ')).toContain('do not fit the chamber')
  expect(page?.said.join(' ')).toContain('Some boats do not fit the chamber. For example:')
})

test.each([
  ['', 'wait; or', 'ring the bell; or'],
  ['lang: de', 'warten', 'die Glocke läuten, und'],
])('an item does not end with the conjunction before the next one (%s)', async (settings, wait, ring) => {
  const front = settings === '' ? '' : `---\n${settings}\n---\n`
  const items = ['return with a pilot', wait, ring, 'stay outside'].map((item) => `- ${item} \n`).join('')
  const shown = shownIn(await pagesOf(`${front}${under('Boats', items)}`))
  expect(shown).toHaveLength(4)
  for (const text of shown) expect(text).not.toMatch(/(?:;|,|\b(?:and|or|und|oder))$/)
})

test.each([
  ['it', 'Frutta con le vitamine a, c, e'],
  ['en', 'The two words and, or'],
])('an item may end with a word that is no conjunction (%s)', async (language, item) => {
  const items = [item, 'Verdura', 'Legumi', item].map((each) => `- ${each}\n`).join('')
  const shown = shownIn(await pagesOf(`---\nlang: ${language}\n---\n${under('Boats', items)}`))
  expect(shown.filter((text) => text === item)).toHaveLength(2)
})

test.each(['Boats that come at night must either', 'According to the keeper of the lower gate,'])(
  '%s is shown with the list that finishes it, and never without',
  async (sentence) => {
    const prose = 'The lock is open to most boats, and the keeper opens its gates by hand.'
    const pages = await pagesOf(under('Boats', `${prose} ${sentence}\n\n${listed(DUTIES.slice(0, 4))}`))
    const words = sentence.replace(',', '')
    expect(shownIn(pages)).not.toContainEqual(expect.stringContaining(words))
    const page = pages.find(({ points }) => points.length > 1)
    expect(`${page?.title} ${page?.lead}`).toContain(words)
  },
)

test.each([
  ['a German quotation', 'lang: de', 'Sie sagte: „Die Schleuse bleibt den ganzen Winter offen.“'],
  ['a sentence with the number of a note', '', 'The keeper left in the spring of last year.[1]'],
  ['a sentence with an emoji', '', 'You will love this new lock at the old harbour! 🚀'],
  ['a credit', '', 'Photo by Ada Marsh'],
  ['a date', '', 'Updated 12 May 2024'],
  ['a sentence that ends with an address', '', 'The rules are set out at https://example.org/rules'],
])('%s above a list is not its lead', async (_, settings, sentence) => {
  const front = settings === '' ? '' : `---\n${settings}\n---\n`
  const pages = await pagesOf(`${front}${under('Boats', `${sentence}\n\n${listed(DUTIES.slice(0, 4))}`)}`)
  const page = pages.find(({ points }) => points.length > 2)
  expect(page).toMatchObject({ title: expect.stringMatching(/^Boats(?: \(2\/2\))?$/), lead: null })
})

test('a sentence in a script without full stops is prose above a list', async () => {
  const pages = await pagesOf(under('เรือ', `ประตูน้ำเปิดให้เรือส่วนใหญ่ผ่าน\n\n${listed(['เรือเล็ก', 'เรือใหญ่', 'แพไม้'])}`))
  expect(pages.map(({ lead }) => lead)).not.toContainEqual(expect.stringContaining(':'))
})

describe('the lead of a list', () => {
  const items = '- Read the historical tides of the harbour\n- Look up the complaints of the pilots\n- Check the plan\n'

  test.each([
    ['that its items complete', 'Talks with the pilots should:', 'Talks with the pilots should'],
    [
      'with several clauses',
      'But the result is different if you take the same keeper, give him a gauge and allow him to:',
      'The result is different if you take the same keeper, give him a gauge and allow him to',
    ],
  ])('%s is its title if no new heading is above it', async (_, lead, title) => {
    const pages = await pagesOf(`# The lock\n\n${lead}\n\n${items}`)
    expect(pages.map((page) => page.title)).toEqual([title])
  })

  test('of one word is its title if the only heading above it is the title of the article', async () => {
    const pages = await pagesOf(`# Rules of the lock\n\nWelcome:\n\n${items}\nUnwelcome:\n\n${items}`)
    expect(pages.map((page) => page.title)).toEqual(['Welcome', 'Unwelcome'])
  })

  test('is not its title if it points at another slide, but if it points at the items', async () => {
    const titleUnder = async (lead: string) => {
      const prose = 'The keepers of the old lock have had many duties since the harbour was dug in 1840.'
      const pages = await pagesOf(under('Night', `${prose} ${prose}\n\n${lead}:\n\n${items}`))
      return pages.at(-1)?.title
    }
    expect(await titleUnder('The keeper handles these storms by doing three things')).toBe('Night (2/2)')
    expect(await titleUnder('The keeper handles a storm by doing this')).toBe(
      'The keeper handles a storm by doing this',
    )
  })

  test('of many words is shown under a new heading', async () => {
    const lead =
      'You may enter the lock by night if the bell has rung twice, the lamp at the upper gate is lit, and you:'
    const [page] = await pagesOf(under('Night', `${lead}\n\n${items}`))
    expect([page?.title, page?.lead]).toEqual(['Night', lead])
  })

  test('of three lines is the title of a single slide, but on several slides it appears once, below the heading', async () => {
    const lead =
      'The result is entirely different if you take the same keeper, give him a gauge and a bell and allow him to'
    const titlesOf = async (duties: readonly string[]) => {
      const prose = 'The keepers of the old lock have had many duties since the harbour was dug in 1840.'
      const pages = await pagesOf(
        under('Night', `${prose} ${prose}\n\n${lead}:\n\n${duties.map((duty) => `- ${duty}\n`).join('')}`),
      )
      return pages.slice(1).map(({ title, lead: shown }) => [title, shown])
    }
    expect(await titlesOf(DUTIES.slice(0, 3))).toEqual([[lead, null]])
    expect(await titlesOf(DUTIES)).toEqual([
      ['Night (2/3)', `${lead}:`],
      ['Night (3/3)', null],
    ])
  })

  test('is shown above items that make no sense without it, even if it points at another slide', async () => {
    const text = under(
      'Duties',
      'The old gate at the lock sticks in nearly every frost.\n\nWhen that happens, do you:\n\n- Push it?\n- Call the smith?\n',
    )
    const pages = await pagesOf(text)
    expect(pages.at(-1)).toMatchObject({ lead: 'When that happens, do you:' })
  })

  test('is not shown if it only points at another slide', async () => {
    const text = under(
      'Duties',
      `The keepers have many duties at the old lock in the harbour.\n\nThese include:\n\n${items}`,
    )
    expect(
      JSON.stringify(await pagesOf(text).then((pages) => pages.map(({ title, lead }) => [title, lead]))),
    ).not.toContain('These')
  })
})

describe('items of several sentences', () => {
  test('are shown whole if they are short', async () => {
    const items = '- Oil the hinges in May. The smith does it.\n- Read the gauge. The pilot needs the tide.\n'
    expect(shownIn(await pagesOf(under('Duties', items)))).toEqual([
      'Oil the hinges in May. The smith does it',
      'Read the gauge. The pilot needs the tide',
    ])
  })
})

describe('long items with bold labels', () => {
  const KEEPER =
    '* **Keeper:** A keeper opens the gates by hand. One person decides about all repairs of the lock. The town pays this person for the whole year. Small locks have a keeper, because few boats come through their gates.\n'
  const GUILD =
    '* **Guild:** In a guild, the pilots run the lock together. Repairs are decided by a vote of all pilots. The idea was born at the old weir. Only pilots can join, and no company may send anybody.\n'

  test('have their own slides, titled by the label, and never share one', async () => {
    const pages = await pagesOf(under('Models', `There are two common models of running a lock.\n\n${KEEPER}${GUILD}`))
    const titled = (label: string) => pages.filter(({ title }) => title?.startsWith(label))
    const keeper = shownIn(titled('Keeper'))
    const guild = shownIn(titled('Guild'))
    expect(keeper.length).toBeGreaterThan(1)
    expect(guild.length).toBeGreaterThan(1)
    for (const text of keeper) expect(KEEPER).toContain(text)
    for (const text of guild) expect(GUILD).toContain(text)
    expect([...keeper, ...guild].join(' ')).not.toMatch(/Keeper:|Guild:/)
    expect(shownIn(pages).filter((text) => GUILD.includes(text))).toEqual(guild)
  })

  test('keep all sentences in the notes, with prose after the list on another slide', async () => {
    const after = 'Which model is right depends on the boats that come to your lock in a year.'
    const pages = await pagesOf(under('Models', `${KEEPER}${GUILD}\n${after}\n`))
    for (const { title, said } of pages) if (title?.startsWith('Keeper')) expect(said.join(' ')).not.toContain('guild')
    const said = pages.flatMap((page) => page.said)
    expect(said.filter((text) => text.startsWith('Guild:'))).toEqual([
      'Guild: In a guild, the pilots run the lock together.',
    ])
  })
})
