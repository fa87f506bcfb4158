import type { Words } from './piece.ts'

/** The words of a heading without the link "[edit]" that a wiki sets behind it. */
export function headingWords(words: Words): Words {
  const length = words.text.search(EDIT)
  if (length <= 0) return words
  const marks = words.marks?.filter(({ span: [, end] }) => end <= length)
  return { ...words, text: words.text.slice(0, length), ...(marks && { marks }) }
}

const EDIT = /\s*\[\s*(?:edit(?: source)?|bearbeiten|modifier|editar)(?:\s*\|[^\][]{1,40})?\s*\]\s*$/i
