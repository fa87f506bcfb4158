import { expect, test } from 'vitest'
import { slidesOf, textsOf } from '../support/written.ts'

const BRING = '- A gauge with its cable\n- A tide staff\n- The calibration sheet\n'

test.each(['> ', ''])('the sentences of a warning are one point (quoted with "%s")', async (mark) => {
  const slides = await slidesOf(
    `# The gauge\n\n## Before you begin\n\n${mark}**Warning:** Do not lean over the quay without a harness. The water is four metres deep.\n\n${BRING}`,
  )
  expect(slides.flatMap(textsOf)).toContain(
    'Warning: Do not lean over the quay without a harness. The water is four metres deep',
  )
})

test('a paragraph after a warning is a point of its own', async () => {
  const slides = await slidesOf(
    `# The gauge\n\n## Before you begin\n\n**Warning:** Do not lean over the quay without a harness.\n\nThe water at the quay is four metres deep at low tide.\n\n${BRING}`,
  )
  const texts = slides.flatMap(textsOf)
  expect(texts.some((text) => text.includes('harness') && text.includes('deep'))).toBe(false)
})
