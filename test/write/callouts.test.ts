import { expect, test } from 'vitest'
import { slidesOf, textsOf } from '../support/written.ts'

const BRING = '- A gauge with its cable\n- A tide staff\n- The calibration sheet\n'

test.each(['> ', ''])('a warning is a point (quoted with "%s")', async (mark) => {
  const slides = await slidesOf(
    `# The gauge\n\n## Before you begin\n\n${mark}**Warning:** Do not lean over the quay without a harness. The water is four metres deep.\n\n${BRING}`,
  )
  expect(slides.flatMap(textsOf)).toContain('Warning: Do not lean over the quay without a harness')
})
