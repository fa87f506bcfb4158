import { expect, test } from 'vitest'
import { slidesOf, textsOf } from '../support/written.ts'

const GATES = 'The gates of the lock are opened by hand every day, and nobody in the town remembers a day without it.'
const WEIRS = 'The weirs of the river were built later, and their boards are lifted out one by one before a flood.'
const LIST = '- the quay on the north bank\n- the office of the harbour\n- the door of the town hall'

test('a list repeated in several sections is shown once, and said every time', async () => {
  const text = `# Notices\n\n## Gates\n\n${GATES}\n\nPosted on:\n\n${LIST}\n\n## Weirs\n\n${WEIRS}\n\nPosted on:\n\n${LIST}\n`
  const slides = await slidesOf(text)
  const isOnSlide = slides.map((slide) => textsOf(slide).some((line) => /quay on the north bank/i.test(line)))
  const isInNote = slides.map(({ note }) => note.sentences.filter(({ text: own }) => /north bank/.test(own)).length)
  expect(isOnSlide.filter(Boolean)).toHaveLength(1)
  expect(isInNote.reduce((sum, count) => sum + count, 0)).toBe(2)
})
