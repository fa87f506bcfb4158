import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { loadGrammar } from '../../src/grammar/load-grammar.ts'
import { withoutNumber } from '../../src/model/numbered-title.ts'
import { outline } from '../../src/outline/outline.ts'
import { read } from '../../src/read/read.ts'
import { partNames } from '../../src/write/part-names.ts'
import { renumberParts } from '../../src/write/renumber-parts.ts'
import { write } from '../../src/write/write.ts'
import { LIGHT, LOCK, QUAY } from '../support/harbour.ts'
import { draftsOf } from '../support/written.ts'

test('a heading with nothing under it is not a part, and goes to the notes before the next', async () => {
  const article = await read(
    new TextEncoder().encode(
      `# The harbour\n\nIt is old.\n\n## Works\n\n### Locks\n\n## Gate\n\n${LOCK}\n\n## Quay\n\n${QUAY}\n\n## Light\n\n${LIGHT}\n`,
    ),
    new VFile({ path: 'talk.md' }),
  )
  const outlined = outline(article)
  const drafts = write(outlined, { grammar: loadGrammar(), name: 'talk', minutes: null })
  expect(partNames(outlined).map(({ text }) => text)).toEqual(['Gate', 'Quay', 'Light'])
  const agenda = drafts.find(({ purpose }) => purpose === 'agenda')?.content
  expect(agenda?.type === 'agenda' && agenda.entries.map(({ line, part }) => [line.text, part])).toEqual([
    ['Gate', 1],
    ['Quay', 2],
    ['Light', 3],
  ])
  const before = drafts.slice(
    0,
    drafts.findIndex(({ part }) => part === 1),
  )
  expect(before.flatMap(({ noteSentences }) => noteSentences.map(({ text }) => text))).toEqual(
    expect.arrayContaining(['Works', 'Locks']),
  )
})

const THANKS = 'Many thanks to all who helped with this report. Thank you!'
const NEWS = 'The harbour master can be reached by telephone on every day of the week. Thank you for your help.'
/** A part that is long enough for a slide that opens it. */
const LONG = Array.from({ length: 12 }, (_, year) => `In ${1990 + year} the ${LOCK.slice(4)} ${QUAY}`).join('\n\n')

test('a last part without slides has no slide and no place on the agenda, and its words are in the notes', async () => {
  const drafts = await draftsOf(
    `# The harbour\n\n## Gate\n\n${LONG}\n\n## Quay\n\n${LONG}\n\n## Light\n\n${LONG}\n\n## Contributors\n\n${THANKS}\n`,
  )
  const openings = [1, 2, 3, 4].map((part) => drafts.find((draft) => draft.part === part))
  expect(openings.map((draft) => withoutNumber(draft?.title ?? null)?.text)).toEqual([
    'Gate',
    'Quay',
    'Light',
    undefined,
  ])
  const agenda = drafts.find(({ purpose }) => purpose === 'agenda')?.content
  expect(agenda?.type === 'agenda' && agenda.entries.map(({ line }) => line.text)).toEqual(['Gate', 'Quay', 'Light'])
  const last = drafts.findLast(({ noteSentences }) => noteSentences.length > 0)
  expect(last?.noteSentences.map(({ text }) => text).slice(-3)).toEqual([
    'Contributors',
    'Many thanks to all who helped with this report.',
    'Thank you!',
  ])
})

test('a part whose first slide has its heading as its title needs no slide that opens it', async () => {
  const drafts = await draftsOf(`# The harbour\n\n## Gate\n\n${LONG}\n\n## Quay\n\n${LONG}\n\n## Reports\n\n${NEWS}\n`)
  const reports = drafts.filter(({ part }) => part === 3)
  expect(reports.map(({ purpose, title }) => [purpose, title?.text])).toEqual([['body', 'Reports']])
  const agenda = drafts.find(({ purpose }) => purpose === 'agenda')?.content
  expect(agenda?.type === 'agenda' && agenda.entries.map(({ line }) => line.text)).toEqual(['Gate', 'Quay', 'Reports'])
})

test.each([
  ['no number is missing where a part has no slide', '', ['Gate 1', 'Quay 2', 'Light 3', 'Appendix 4']],
  ['the numbers that the article gives its parts stay', '5. ', ['Gate 1', 'Quay 2', 'Light 3', 'Appendix 5']],
])('%s', async (_, number, expected) => {
  const references = '- Marsh, A. (2019). Locks. Nordhavn: Quay Press.\n- Quay, I. (2021). Gates. Nordhavn: Quay Press.'
  const article = await read(
    new TextEncoder().encode(
      `# The harbour\n\n## Gate\n\n${LOCK}\n\n## Quay\n\n${QUAY}\n\n## Light\n\n${LIGHT}\n\n## References\n\n${references}\n\n## ${number}Appendix\n\n${LOCK.replaceAll('lock', 'pier')}\n`,
    ),
    new VFile({ path: 'talk.md' }),
  )
  const outlined = outline(article)
  const { drafts, parts } = renumberParts(
    outlined,
    write(outlined, { grammar: loadGrammar(), name: 'talk', minutes: null }),
  )
  const agenda = drafts.find(({ purpose }) => purpose === 'agenda')?.content
  const entries = agenda?.type === 'agenda' ? agenda.entries : []
  expect(entries.map(({ line, part }) => `${line.text} ${part}`)).toEqual(expected)
  for (const { line, part } of entries) expect(parts[part - 1]?.text).toBe(line.text)
  expect(new Set(drafts.map(({ part }) => part))).toEqual(new Set([0, ...entries.map(({ part }) => part)]))
})
