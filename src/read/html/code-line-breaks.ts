import type { Element, ElementContent } from 'hast'

/**
 * Adds line breaks to the text of a listing where the page ends lines with `br` elements, or has a block for each line.
 * The element is changed in place.
 */
export function writeCodeLineBreaks(pre: Element): void {
  endLines(pre, { isAtStart: true })
}

interface Line {
  isAtStart: boolean
}

function endLines(element: Element, line: Line): void {
  element.children = element.children.flatMap((child): readonly ElementContent[] => {
    if (child.type === 'text') {
      if (child.value !== '') line.isAtStart = child.value.endsWith('\n')
      return [child]
    }
    if (child.type !== 'element') return []
    if (child.tagName === 'br') return [newLine(line)]
    if (!LINE_BLOCKS.has(child.tagName)) {
      endLines(child, line)
      return [child]
    }
    const before = line.isAtStart ? [] : [newLine(line)]
    // A block that is empty or contains only a line break is an empty line.
    line.isAtStart = false
    endLines(child, line)
    child.tagName = 'span'
    return line.isAtStart ? [...before, child] : [...before, child, newLine(line)]
  })
}

function newLine(line: Line): ElementContent {
  line.isAtStart = true
  return { type: 'text', value: '\n' }
}

const LINE_BLOCKS: ReadonlySet<string> = new Set(['div', 'li', 'ol', 'p', 'section', 'ul'])
