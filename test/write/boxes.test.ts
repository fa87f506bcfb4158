import { describe, expect, test } from 'vitest'
import { claimsOf } from '../../src/write/claims.ts'
import { draftsOf, outlineOf } from '../support/written.ts'

const BEFORE =
  'Open gates run the risk of helping the mills more than the sailors. The idea of an open gate must be bounded.'
const BOX =
  'The mills of the upper river have asked for open gates since the spring. Such gates are a contentious issue among the sailors.\n\n    The wild water is a danger for small boats at night. Without rules the mills also decide about the tides.'
const AFTER = 'Every decision about a gate can be checked in the log. It begins with the design of the gate.'

async function slidesOf(box: string) {
  return (await draftsOf(`# The lock\n\n## Gates\n\n${BEFORE}\n\n${box}\n\n${AFTER}\n`)).filter(
    ({ purpose }) => purpose === 'body',
  )
}

test('a box with a title has its own slides, under its title', async () => {
  const drafts = await slidesOf(`!!! example "Example: The upper river"\n\n    ${BOX}`)
  const shown = drafts.map(({ title, content }) => [
    title?.text ?? '',
    claimsOf(content)
      .map(({ text }) => text)
      .join(' '),
  ])
  const boxes = shown.filter(([title]) => title?.startsWith('Example: The upper river'))
  expect(boxes.length).toBeGreaterThan(0)
  for (const [, points] of boxes) expect(points).not.toMatch(/Open gates|decision about a gate|Example:/)
  for (const [title, points] of shown)
    if (!title?.startsWith('Example')) expect(points).not.toMatch(/mills of the upper|wild water/)
})

test('its sentences stay in the notes, in order, and each once', async () => {
  const drafts = await slidesOf(`!!! example "Example: The upper river"\n\n    ${BOX}`)
  const starts = drafts.flatMap(({ noteSentences }) => noteSentences.map(({ span }) => span[0]))
  expect(starts).toEqual(starts.toSorted((one, other) => one - other))
  expect(drafts.flatMap(({ noteSentences }) => noteSentences.map(({ text }) => text))).toContain(
    'Example: The upper river',
  )
})

test('a list in a box is under its title too', async () => {
  const drafts = await slidesOf(
    '!!! example "Example: The upper river"\n\n    - The mills open the gates at dawn\n    - The sailors close them at noon\n    - The clerk writes both in the log',
  )
  const list = drafts.find(({ content }) => content.type === 'points' && JSON.stringify(content).includes('at dawn'))
  expect(list?.title?.text).toBe('Example: The upper river')
})

describe('the summary of hidden content is the title of its slides, and no point', () => {
  const ANSWER = 'The town keeps the upper gate. The keeper is paid by the council of the town.'

  test.each([
    ['in a web page', 'talk.html', `<details><summary>Who keeps it?</summary><p>${ANSWER}</p></details>`],
    ['in Markdown', 'talk.md', `<details>\n<summary><b>Who keeps it?</b></summary>\n\n${ANSWER}\n\n</details>`],
    ['after a blank line', 'talk.md', `<details>\n\n<summary>Who keeps it?</summary>\n\n${ANSWER}\n\n</details>`],
    ['in a heading', 'talk.md', `<details><summary><h3>Who keeps it?</h3></summary>\n${ANSWER}\n</details>`],
  ])('%s', async (_, path, hidden) => {
    const paragraph = (words: string) => (path === 'talk.md' ? `${words}\n\n` : `<p>${words}</p>`)
    const heading = (words: string) => (path === 'talk.md' ? `## ${words}\n\n` : `<h2>${words}</h2>`)
    const before = heading('Gates') + paragraph(`${BEFORE} ${AFTER}`.repeat(path === 'talk.md' ? 1 : 3))
    const drafts = await draftsOf(
      `${before}${hidden}\n\n${paragraph(AFTER)}${heading('Mills')}${paragraph(BOX.slice(0, 126))}`,
      path,
    )
    const box = drafts.filter(({ title }) => title?.text === 'Who keeps it?')
    expect(box.flatMap(({ content }) => claimsOf(content).map(({ text }) => text))).toEqual([
      'The town keeps the upper gate',
      'The keeper is paid by the council of the town',
    ])
    expect(
      drafts.flatMap(({ noteSentences }) => noteSentences).filter(({ text }) => text === 'Who keeps it?'),
    ).toHaveLength(1)
  })

  test('unless it only says what a click does', async () => {
    const { text } = (
      await outlineOf(`# The lock\n\n<details><summary>Click to expand</summary>\n\n${ANSWER}\n\n</details>\n`)
    ).article
    expect(text).toBe(`The lock\n${ANSWER}`)
  })
})
