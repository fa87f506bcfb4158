/** The quotation mark that is open after a text, if `open` is the one open before it; null for none. */
export function openAfter(text: string, open: string | null): string | null {
  let mark = open
  for (const { 0: next, index } of text.matchAll(MARKS)) {
    // A straight mark opens a quotation where a word begins, even if an earlier mark was never closed.
    if (next === '"') mark = opensAt(text, index) ? next : null
    else if (mark === null) mark = CLOSED_BY.has(next) ? next : null
    else if (CLOSED_BY.get(mark) === next) mark = null
  }
  return mark
}

/** Whether a text begins with a mark that opens a quotation. */
export function opensQuotation(text: string): boolean {
  return CLOSED_BY.has(text[0] ?? '')
}

function opensAt(text: string, index: number): boolean {
  return /^[\s([{—–-]?$/u.test(text[index - 1] ?? '') && /\S/u.test(text[index + 1] ?? '')
}

/** The closing marks of each opening quotation mark. */
export const CLOSED_BY: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['「', '」'],
  ['『', '』'],
])

const MARKS = /["“”„«»「」『』]/gu
