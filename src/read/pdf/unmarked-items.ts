import type { PdfBlock } from './blocks.ts'
import { heaviest, type PdfLine } from './lines.ts'

/**
 * Turns consecutive indented paragraphs that do not end like sentences into list items, because browsers draw list
 * markers as shapes, which the text does not contain.
 */
export function withUnmarkedItems(blocks: readonly PdfBlock[], lines: readonly PdfLine[]): readonly PdfBlock[] {
  const leftEdges = leftEdgesOf(lines)
  const couldBeItem = blocks.map(({ type, lines: blockLines }) => {
    const [first] = blockLines
    if (type !== 'paragraph' || first === undefined) return false
    const left = leftEdges.get(first.page) ?? first.x
    const isIndented = blockLines.every(
      ({ x, page, size }) => page === first.page && x > left + size * MIN_INDENT && x < left + size * MAX_INDENT,
    )
    return isIndented && !/[.!?:,][)"”’\]]*$/.test(blockLines.at(-1)?.text ?? '')
  })
  return blocks.map((block, index) =>
    couldBeItem[index] && (couldBeItem[index - 1] || couldBeItem[index + 1]) ? { ...block, type: 'item' } : block,
  )
}

/** The minimum and maximum indentation of items, in multiples of the font size. */
const MIN_INDENT = 1.5
const MAX_INDENT = 8

/** Maps each page to the x-coordinate, in whole points, at which most of its text starts. */
function leftEdgesOf(lines: readonly PdfLine[]): ReadonlyMap<number, number> {
  const weighted = new Map<number, (readonly [number, number])[]>()
  for (const { page, x, text } of lines) {
    const list = weighted.get(page) ?? []
    list.push([Math.round(x), text.length])
    weighted.set(page, list)
  }
  return new Map([...weighted].map(([page, list]) => [page, heaviest(list)]))
}
