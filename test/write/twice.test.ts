import { expect, test } from 'vitest'
import { draftsOf as drafts } from '../support/written.ts'

test('a listing repeated right away is shown once, and said in the notes', async () => {
  const code = '```\nopen gate\nwait\nclose gate\n```'
  const all = await drafts(
    `# The harbour\n\nPilots open the gate so?\n\n${code}\n\n${code}\n\nThen they ring the bell.\n`,
  )
  const listings = all.filter(({ content }) => content.type === 'code')
  expect(listings).toHaveLength(1)
  expect(listings[0]?.said.map(({ text }) => text).slice(0, 3)).toEqual(['open gate', 'wait', 'close gate'])
})

test('a listing that another slide has shown is only said', async () => {
  const code = '```\nopen gate\nwait\nclose gate\n```'
  const all = await drafts(
    `# The harbour\n\n## The lock\n\nPilots open the gate by hand. Two keepers help them in every storm.\n\n${code}\n\n## The quay\n\nThe quay has a gate of oak. Fishermen close it before the tide turns.\n\n${code}\n`,
  )
  expect(all.filter(({ content }) => content.type === 'code')).toHaveLength(1)
  expect(all.flatMap(({ said }) => said).filter(({ text }) => text === 'open gate')).toHaveLength(1)
})

test('and so is the heading that only its slide had', async () => {
  const code = '```\nopen gate\nwait\nclose gate\n```'
  const all = await drafts(`# The harbour\n\n## The lock\n\n${code}\n\n## The quay\n\n${code}\n`)
  expect(all.filter(({ content }) => content.type === 'code')).toHaveLength(1)
  expect(all.flatMap(({ said }) => said).filter(({ text }) => text === 'The quay')).toHaveLength(1)
})

test('a heading that is said already is not said again', async () => {
  const list = '- The gate opens at noon every day\n- The lock is full in an hour\n'
  const all = await drafts(`# The harbour\n\n## New\n\n${list}\n# New\n\nr\n\n${list}`)
  const said = all.flatMap((draft) => draft.said.map(({ span: [start] }) => start))
  expect(said).toEqual([...new Set(said)])
})

test('identical answers are shown under each question', async () => {
  const slides = await drafts(
    '# Survey\n\n## Is the gate open?\n\n- It is open all day in summer\n- Boats wait outside in winter\n\n## Is the lock full?\n\n- It is open all day in summer\n- Boats wait outside in winter\n',
  )
  expect(slides.filter(({ content }) => content.type === 'points')).toHaveLength(2)
})
