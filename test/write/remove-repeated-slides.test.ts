import { expect, test } from 'vitest'
import { draftsOf as drafts, slidesOf, textsOf } from '../support/written.ts'

test('a listing repeated immediately is shown once, and is in the notes', async () => {
  const code = '```\nopen gate\nwait\nclose gate\n```'
  const all = await drafts(
    `# The harbour\n\nPilots open the gate so?\n\n${code}\n\n${code}\n\nThen they ring the bell.\n`,
  )
  const listings = all.filter(({ content }) => content.type === 'code')
  expect(listings).toHaveLength(1)
  expect(listings[0]?.noteSentences.map(({ text }) => text).slice(0, 3)).toEqual(['open gate', 'wait', 'close gate'])
})

test('a listing that another slide has shown is in the notes only', async () => {
  const code = '```\nopen gate\nwait\nclose gate\n```'
  const all = await drafts(
    `# The harbour\n\n## The lock\n\nPilots open the gate by hand. Two keepers help them in every storm.\n\n${code}\n\n## The quay\n\nThe quay has a gate of oak. Fishermen close it before the tide turns.\n\n${code}\n`,
  )
  expect(all.filter(({ content }) => content.type === 'code')).toHaveLength(1)
  expect(all.flatMap(({ noteSentences }) => noteSentences).filter(({ text }) => text === 'open gate')).toHaveLength(1)
})

test('the heading that only its slide had is in the notes too', async () => {
  const code = '```\nopen gate\nwait\nclose gate\n```'
  const all = await drafts(`# The harbour\n\n## The lock\n\n${code}\n\n## The quay\n\n${code}\n`)
  expect(all.filter(({ content }) => content.type === 'code')).toHaveLength(1)
  expect(all.flatMap(({ noteSentences }) => noteSentences).filter(({ text }) => text === 'The quay')).toHaveLength(1)
})

test('a heading is not in the notes twice', async () => {
  const list = '- The gate opens at noon every day\n- The lock is full in an hour\n'
  const all = await drafts(`# The harbour\n\n## New\n\n${list}\n# New\n\nr\n\n${list}`)
  const said = all.flatMap((draft) => draft.noteSentences.map(({ span: [start] }) => start))
  expect(said).toEqual([...new Set(said)])
})

test('identical answers are shown under each question', async () => {
  const slides = await drafts(
    '# Survey\n\n## Is the gate open?\n\n- It is open all day in summer\n- Boats wait outside in winter\n\n## Is the lock full?\n\n- It is open all day in summer\n- Boats wait outside in winter\n',
  )
  expect(slides.filter(({ content }) => content.type === 'points')).toHaveLength(2)
})

const GATES = 'The gates of the lock are opened by hand every day, and nobody in the town remembers a day without it.'
const WEIRS = 'The weirs of the river were built later, and their boards are lifted out one by one before a flood.'
const LIST = '- the quay on the north bank\n- the office of the harbour\n- the door of the town hall'

test('a list repeated in several sections is shown once, and is in the notes every time', async () => {
  const text = `# Notices\n\n## Gates\n\n${GATES}\n\nPosted on:\n\n${LIST}\n\n## Weirs\n\n${WEIRS}\n\nPosted on:\n\n${LIST}\n`
  const slides = await slidesOf(text)
  const isOnSlide = slides.map((slide) => textsOf(slide).some((line) => /quay on the north bank/i.test(line)))
  const isInNote = slides.map(({ note }) => note.sentences.filter(({ text: own }) => /north bank/.test(own)).length)
  expect(isOnSlide.filter(Boolean)).toHaveLength(1)
  expect(isInNote.reduce((sum, count) => sum + count, 0)).toBe(2)
})
