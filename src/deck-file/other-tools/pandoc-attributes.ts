// Removes the attributes that Pandoc allows after inline text, such as `[deep]{.red}`.

import type { Edit } from '../../read/edit-source.ts'
import { withoutFormulas } from './deck-lines.ts'

/**
 * Removes the attributes after pictures, links, spans, code and formulas, and the brackets of spans. `wordsAndFormulas`
 * is the text with its listings and code spans blanked out.
 */
export function attributeEdits(text: string, wordsAndFormulas: string): readonly Edit[] {
  const words = withoutFormulas(wordsAndFormulas)
  return [...words.matchAll(/\{[^{}\n]*\}/g)].flatMap(({ index, 0: attributes }): readonly Edit[] => {
    const end = index + attributes.length
    const before = text.charAt(index - 1)
    if (before === '`') return codeAttributes(text, index, attributes)
    if (before === ')') return [{ span: [index, end], replacement: '' }]
    if (before === ']') {
      const opening = openingBracket(words, index - 1)
      const isSpan = opening >= 0 && !/[!\]]/.test(words.charAt(opening - 1))
      return isSpan
        ? [
            { span: [opening, opening + 1], replacement: '' },
            { span: [index - 1, end], replacement: '' },
          ]
        : [{ span: [index, end], replacement: '' }]
    }
    const [space = ''] = /[ \t]+$/.exec(words.slice(Math.max(0, index - MAX_SPACES), index)) ?? []
    const isAtEnd = /^[ \t]*(?:\n|$)/.test(words.slice(end, end + MAX_SPACES))
    const isAfterWords = space !== '' && /\S/.test(text.charAt(index - space.length - 1))
    return isAtEnd && isAfterWords && /^\{[.#][\w-]/.test(attributes)
      ? [{ span: [index - space.length, end], replacement: '' }]
      : []
  })
}

const MAX_SPACES = 100

/** Removes the attributes of a code span. Raw HTML loses its marks, and raw text for other formats is left out. */
function codeAttributes(text: string, index: number, attributes: string): readonly Edit[] {
  const end = index + attributes.length
  const [, format] = /^\{=(\w+)\}$/.exec(attributes) ?? []
  if (format === undefined) return /^\{[.#]/.test(attributes) ? [{ span: [index, end], replacement: '' }] : []
  const [mark = ''] = /`+$/.exec(text.slice(Math.max(0, index - MAX_SPACES), index)) ?? []
  const opening = text.lastIndexOf(mark, index - mark.length - 1)
  const content = text.slice(opening + mark.length, index - mark.length)
  if (opening < 0 || content.includes('\n')) return []
  return [{ span: [opening, end], replacement: format === 'html' ? content.trim() : '' }]
}

/** Returns the offset of the bracket that is closed at `closing`, in the same paragraph; -1 if there is none. */
function openingBracket(words: string, closing: number): number {
  let depth = 0
  for (let index = closing; index >= 0 && closing - index < MAX_SPAN_LENGTH; index--) {
    const character = words.charAt(index)
    if (character === '\n' && /\n[ \t]*$/.test(words.slice(Math.max(0, index - MAX_SPACES), index))) return -1
    if (character === ']') depth += 1
    if (character === '[') depth -= 1
    if (depth === 0) return index
  }
  return -1
}

/** The maximum length of a span. Longer text in brackets stays as it is, so that hostile text takes linear time. */
const MAX_SPAN_LENGTH = 2000
