import { expect, test } from 'vitest'
import { slidesOf, textsOf } from '../support/written.ts'

test('no line ends within a formula or code', async () => {
  const slides = await slidesOf(
    '# Matrices\n\n## Products\n\nSay that we have two matrices $\\mathbf{A} \\in \\mathbb{R}^{n \\times k}$ and $\\mathbf{B} \\in \\mathbb{R}^{k \\times m}$ and that all of their elements are known to us from the start. Their dot product $\\mathbf{x}^\\top \\mathbf{y}$ is a sum over the products of the elements at the same position: $\\mathbf{x}^\\top \\mathbf{y} = \\sum_{i=1}^{d} x_i y_i$.\n\nThe call `f(a, b, and, c)` opens the gate, and the tide comes in.\n',
  )
  const lines = slides.flatMap(textsOf)
  expect(lines.length).toBeGreaterThan(3)
  for (const line of lines) expect(line.split('{').length, line).toBe(line.split('}').length)
  for (const line of lines) expect(line.split('(').length, line).toBe(line.split(')').length)
})
