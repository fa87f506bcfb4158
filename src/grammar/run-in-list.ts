/**
 * Finds the items of a list within a line: "1) this 2) that". Returns the indexes of their first words; an empty set if
 * the line contains no such list.
 */
export function runInItemStarts(words: readonly string[]): ReadonlySet<number> {
  const starts = new Set<number>()
  const first = FIRST_LABEL.exec(words[0] ?? '')
  if (first === null) return starts
  const [, label = '', suffix = ''] = first
  let expected = nextLabel(label)
  words.forEach((word, index) => {
    if (word !== expected + suffix || isReference(words[index - 1] ?? '')) return
    starts.add(index)
    expected = nextLabel(expected)
  })
  return starts
}

/** The number or letter of a first item, with the punctuation after it: 1. 1) 1.) a. A) */
const FIRST_LABEL = /^([1aA])(\.\)|[.)])$/

function nextLabel(label: string): string {
  return /\d/.test(label) ? String(Number(label) + 1) : String.fromCodePoint((label.codePointAt(0) ?? 0) + 1)
}

/** Whether a word makes the number after it a reference, as in "step 2" and "Section 3". */
function isReference(word: string): boolean {
  return /^(?:and|appendix|article|chapter|day|exercise|figure|level|no\.?|number|of|or|page|part|phase|point|section|stage|step|table|to|type|version|volume)$/i.test(
    word,
  )
}
