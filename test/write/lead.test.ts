import { describe, expect, test } from 'vitest'
import { endsOpen } from '../../src/write/lead.ts'
import { slidesOf, textsOf } from '../support/written.ts'

/** What the slide with this line says, its title first. */
async function slideWith(line: string, value: string) {
  return (await slidesOf(value)).map(textsOf).find((lines) => lines.includes(line))
}

const INTRODUCTION = 'The lock was built of granite in 1912 by the town. Its two gates are opened by hand every day.'
const overList = (lead: string) =>
  slideWith(
    'The sluice opens first',
    `# The lock\n\n## Work\n\n${INTRODUCTION}\n\n${lead}\n\n- The sluice opens first\n- The gates close last\n`,
  )
const overCode = (lead: string) =>
  slideWith(
    'lock --open',
    `# The lock\n\n## Work\n\n${INTRODUCTION}\n\n${lead}\n\n\`\`\`\nlock --open\nlock --wait\nlock --close\n\`\`\`\n`,
  )

describe('the title of a list or a listing is what its lead names', () => {
  test.each([
    ['Here are two rules for the keeper of the lock:', 'Two rules for the keeper of the lock'],
    ['There are also several duties of the keeper:', 'Several duties of the keeper'],
    ['For example, a day at the lock has these steps:', 'A day at the lock has these steps'],
    ['As such, a day at the lock has these steps:', 'A day at the lock has these steps'],
    ['The book of a keeper would probably look like this:', 'The book of a keeper'],
    ['These are the duties of a keeper:', 'The duties of a keeper'],
    ['The duties of a keeper are as follows:', 'The duties of a keeper'],
    ['Examples of a keeper’s duties include:', 'Examples of a keeper’s duties'],
    ['All that a keeper must have:', 'All that a keeper must have'],
    ['It is helpful to know the steps:', 'It is helpful to know the steps'],
    ['Consider the following duties of a keeper:', 'Duties of a keeper'],
    ['To open the lower gate, you can now write:', 'To open the lower gate'],
    ['Prepare the lower gate with:', 'Prepare the lower gate'],
    ['The duties of a keeper are as follows:', 'The duties of a keeper'],
    ['A day at the lock should look like this:', 'A day at the lock'],
    ['The keys of the gate are:', 'The keys of the gate'],
    ['The sluice shuts late, so a day looks like this:', 'The sluice shuts late, so a day looks like this'],
    ['The chest of a keeper contains the following:', 'The chest of a keeper'],
    ['Open the lower gate using the following commands:', 'Open the lower gate'],
    ['Go to the quay and run the following:', 'Go to the quay'],
  ])('%s', async (lead, title) => {
    expect((await overList(lead))?.[0]).toBe(title)
    expect((await overCode(lead))?.[0]).toBe(title)
  })

  test.each([
    'They do it twice:',
    'Can turn into:',
    'The keeper waits until noon, but giving:',
    'That roughly means:',
    'Here is an example:',
    'This means that:',
    'And:',
    'In that case:',
    'In particular:',
    'To sum up:',
    'Thus we see:',
    'We can compute:',
    'Check this out:',
    'What next:',
    'To fix this:',
    'In the drawing above:',
    'The steps to do so:',
    'Of the keys take at least one of the following:',
    'Let me briefly describe what is going on here:',
  ])('and none where that leans on what is not there, or names nothing: %s', async (lead) => {
    expect((await overList(lead))?.slice(0, 2)).toEqual(['Work (2/2)', 'The sluice opens first'])
    expect((await overCode(lead))?.[0]).toBe('Work (2/2)')
  })

  test.each(['Running it:', 'I wrote all of it:'])('and none over code where it names no thing: %s', async (lead) => {
    expect((await overCode(lead))?.[0]).toBe('Work (2/2)')
  })

  test.each([
    'Boats wait here because they:',
    'This year the old lock adds:',
    'Each keeper will make sure that:',
    'A keeper is paid by:',
  ])('but what waits for its items is a lead under the heading: %s', async (lead) => {
    expect((await overList(lead))?.slice(0, 2)).toEqual(['Work (2/2)', lead.slice(0, -1)])
  })

  test('but a lead stays over phrases, which say nothing without it', async () => {
    const lines = await slideWith(
      'Boats of the town',
      `# The lock\n\n## Work\n\n${INTRODUCTION}\n\nIt is open for:\n\n- boats of the town\n- ships of the board\n`,
    )
    expect(lines).toEqual(['Work (2/2)', 'It is open for', 'Boats of the town', 'Ships of the board'])
  })

  test('but a lead that turns what its items say stays with them', async () => {
    expect((await overList('They stopped doing these:'))?.[1]).toBe('They stopped doing these')
  })
})

test('a lead that stands for a title stays over every slide of its list', async () => {
  const items = [
    'boats of the town council',
    'ships of the board of trade',
    'barges of the old mill',
    'rafts of the school',
  ]
  const long = items.map((item) => `${item} with their gravel and wet sand`)
  const first = await slideWith('Boats of the town council with their gravel and wet sand', underIntroduction(long))
  const last = await slideWith('Rafts of the school with their gravel and wet sand', underIntroduction(long))
  expect(first).not.toEqual(last)
  expect([first?.slice(0, 2), last?.slice(0, 2)]).toEqual([
    ['Work (2/3)', LEAD],
    ['Work (3/3)', LEAD],
  ])
})

function underIntroduction(items: readonly string[]): string {
  return `# The lock\n\n## Work\n\n${INTRODUCTION}\n\nThe lock lifts boats of many kinds, including:\n\n${items.map((item) => `- ${item}\n`).join('')}`
}

const LEAD = 'The lock lifts boats of many kinds, including'

test('a lead keeps its tail where it would say too little without', async () => {
  const over = async (lead: string) => (await overCode(lead))?.[0]
  expect((await overList('Then we continued with:'))?.slice(0, 2)).toEqual(['Work (2/2)', 'We continued with'])
  expect(await over('From the old quay, the keepers see these:')).toBe('From the old quay, the keepers see these')
})

test('a lead that ends open ends open before what stands in brackets too', () => {
  expect(endsOpen('Some rules of the lock include (with their dates)')).toBe(true)
  expect(endsOpen('Some rules of the lock (with their dates)')).toBe(false)
  expect(endsOpen('The oldest gates of the lock have been')).toBe(true)
})
