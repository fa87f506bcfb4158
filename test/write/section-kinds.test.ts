import { expect, test } from 'vitest'
import type { Draft, Line } from '../../src/model/draft.ts'
import { LIGHT, LOCK, QUAY } from '../support/harbour.ts'
import { draftsOf } from '../support/written.ts'

const pointsOf = ({ content }: Draft): readonly Line[] =>
  content.type === 'points' ? content.points.map(({ line }) => line) : []

test('a list of the sections that follow is left to the agenda and goes to the notes', async () => {
  const drafts = await draftsOf(
    `# The harbour\n\n- [The lock](#l)\n- [The quay](#q)\n- [The light](#li)\n\n## The lock\n\n${LOCK}\n\n## The quay\n\n${QUAY}\n\n## The light\n\n${LIGHT}\n`,
  )
  expect(drafts.filter(({ part, purpose }) => part === 0 && purpose === 'body')).toEqual([])
  expect(drafts.flatMap(({ noteSentences }) => noteSentences).filter(({ text }) => text === 'The lock')).toHaveLength(1)
  expect(drafts.some(({ purpose }) => purpose === 'agenda')).toBe(true)
})

test('a list of nothing but links within the page goes to the notes, whatever they say', async () => {
  const list = '- [How it lifts](#lift)\n  - [And why](#why)\n- [Who works there](#work)\n'
  const drafts = await draftsOf(`# The harbour\n\n## The lock\n\n${list}\n${LOCK}\n\n## The quay\n\n${QUAY}\n`)
  expect(drafts.flatMap(pointsOf).map(({ text }) => text)).not.toContain('How it lifts')
  expect(drafts.flatMap(({ noteSentences }) => noteSentences).map(({ text }) => text)).toContain('How it lifts')
  const others = await draftsOf(
    `# The harbour\n\n## The lock\n\n${list.replace(')', '): soon')}\n${LOCK}\n\n## The quay\n\n${QUAY}\n`,
  )
  expect(others.flatMap(pointsOf).map(({ text }) => text)).toContain('Who works there')
})

test('a list of the pages of a book, under a heading that says so, goes to the notes', async () => {
  const list =
    '1. First steps\n   - [How it lifts](lift.md)\n   - [Why](why.md)\n   - [Who](who.md)\n   - [When](when.md)\n'
  const under = (heading: string) => `# The harbour\n\n## ${heading}\n\n${list}\n## The lock\n\n${LOCK}\n`
  const shown = async (heading: string) => (await draftsOf(under(heading))).flatMap(pointsOf).map(({ text }) => text)
  expect(await shown('Table of Contents')).not.toContain('How it lifts')
  expect(await shown('Work')).toContain('How it lifts')
})

test('a section that only lists contents is not a part of the talk', async () => {
  const drafts = await draftsOf(
    `# The harbour\n\n## Contents\n\n- [The lock](#l)\n- [The quay](#q)\n\n## The lock\n\n${LOCK}\n\n## The quay\n\n${QUAY}\n\n## The light\n\n${LIGHT}\n`,
  )
  const agenda = drafts.flatMap(({ content }) => (content.type === 'agenda' ? content.entries : []))
  expect(agenda.map(({ line }) => line.text)).toEqual(['The lock', 'The quay', 'The light'])
  expect(drafts.flatMap(({ noteSentences }) => noteSentences).map(({ text }) => text)).toContain('Contents')
})

test('the agenda does not name a part of which nothing is shown', async () => {
  const drafts = await draftsOf(
    `# The harbour\n\n## The lock\n\n${LOCK}\n\n## The quay\n\n${QUAY}\n\n## The light\n\n${LIGHT}\n\n## Thanks\n\nThe drawings are by Ann Bell.\n`,
  )
  const agenda = drafts.flatMap(({ content }) => (content.type === 'agenda' ? content.entries : []))
  expect(agenda.map(({ line }) => line.text)).toEqual(['The lock', 'The quay', 'The light'])
})

test('a list of other things stays', async () => {
  const drafts = await draftsOf(
    `# The harbour\n\n- Oars and rope\n- The quay at dawn\n- Salt\n\n## The lock\n\n${LOCK}\n\n## The quay\n\n${QUAY}\n\n## The light\n\n${LIGHT}\n`,
  )
  expect(drafts.flatMap(pointsOf).map(({ text }) => text)).toContain('Oars and rope')
})

test('the parts of a countdown keep their numbers, all of them', async () => {
  const drafts = await draftsOf(
    `# Three sights\n\n## 3) The lock\n\n${LOCK}\n\n## 2) The quay\n\n${QUAY}\n\n## 1) The light\n\n${LIGHT}\n`,
  )
  const agenda = drafts.find(({ purpose }) => purpose === 'agenda')
  expect(agenda?.content.type === 'agenda' && agenda.content.entries.map(({ line }) => line.text)).toEqual([
    '3) The lock',
    '2) The quay',
    '1) The light',
  ])
})

test('a heading whose first words show nothing is above what follows them', async () => {
  const drafts = await draftsOf(
    `# The harbour\n\n## The lock\n\n(See the map on the wall.)\n\n1. Close the gates\n2. Open the sluice\n3. Wait for the bell\n`,
  )
  const slide = drafts.find((draft) => pointsOf(draft).some(({ text }) => text === 'Open the sluice'))
  expect(slide?.title?.text).toBe('The lock')
})

test('no slide begins by saying its title again', async () => {
  const drafts = await draftsOf(`# The harbour\n\n${LOCK}\n\n${QUAY}\n\n${LIGHT}\n`)
  const echoes = drafts.filter((draft) => {
    const [first] = pointsOf(draft)
    return draft.title?.kind === 'prose' && /^the /i.test(draft.title.text) && first?.text.startsWith(draft.title.text)
  })
  expect(echoes).toEqual([])
})

test('an agenda that needs two slides is divided evenly', async () => {
  const names = ['lock', 'quay', 'light', 'school', 'market', 'dredger', 'ferry', 'yard', 'mill', 'pier']
  const parts = names.map(
    (name) =>
      `## The ${name}\n\nThe old ${name} of the town must close in May after engineers found cracks in its walls. The repair costs four million pounds and takes six months.`,
  )
  const drafts = await draftsOf(`# The harbour\n\n${parts.join('\n\n')}\n`)
  const pages = drafts.flatMap(({ content }) => (content.type === 'agenda' ? [content.entries.length] : []))
  expect(pages).toEqual([5, 5])
})

test('a paragraph that is one of the headings is left to the slide under it', async () => {
  const drafts = await draftsOf(
    `# The harbour\n\nThe lock at dawn\n\nThe quay at noon\n\n## The lock at dawn\n\n${LOCK}\n\n## The quay at noon\n\n${QUAY}\n`,
  )
  expect(drafts.filter(({ part, purpose }) => part === 0 && purpose === 'body')).toEqual([])
})

test('a name in quotation marks is not cut at its colon', async () => {
  const drafts = await draftsOf(
    `# Three songs\n\n## “The lock: a song of ropes” for voice\n\n${LOCK}\n\n## “The quay at noon”\n\n${QUAY}\n\n## “The light”\n\n${LIGHT}\n`,
  )
  const agenda = drafts.find(({ purpose }) => purpose === 'agenda')
  expect(agenda?.content.type === 'agenda' && agenda.content.entries[0]?.line.text).toBe(
    '“The lock: a song of ropes” for voice',
  )
})
