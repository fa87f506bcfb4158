import type { Words } from './piece.ts'

/** The words of a heading without the link "[edit]" that a wiki sets behind it, and without a colon at its end. */
export function headingWords(words: Words): Words {
  const length = words.text.replace(EDIT, '').replace(COLON, '').length
  if (length === 0 || length === words.text.length) return words
  const marks = words.marks?.map(({ style, span: [start, end] }) => ({
    style,
    span: [start, Math.min(end, length)] as const,
  }))
  return {
    ...words,
    text: words.text.slice(0, length),
    ...(marks && { marks: marks.filter(({ span: [start, end] }) => start < end) }),
  }
}

const EDIT = /\s*\[\s*(?:edit(?: source)?|bearbeiten|modifier|editar)(?:\s*\|[^\][]{1,40})?\s*\]\s*$/i
const COLON = /\s*[:：]$/u
