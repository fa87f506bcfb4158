/**
 * Lays out a row of gold data for headings in plain text as other people would, and adjusts the line numbers. `even`
 * has one blank line between all blocks. `wrapped` is the same, but wrapped at a width, and `tightly wrapped` also has
 * no blank lines. Code and table rows are not wrapped.
 */
export const LAYOUTS = {
  even: (row) => laidOut(row, { isEven: true, width: Number.POSITIVE_INFINITY }),
  wrapped: (row) => laidOut(row, { isEven: true, width: widthFor(row) }),
  'tightly wrapped': (row) => laidOut(row, { isEven: false, width: widthFor(row) }),
}

const WIDTHS = [56, 64, 70, 72, 76, 80, 90, 100]

function widthFor({ id }) {
  return WIDTHS[[...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1000003, 7) % WIDTHS.length]
}

function laidOut(row, { isEven, width }) {
  const lines = row.text.split('\n')
  const made = []
  const places = new Map()
  let kind
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue
    const own = row.line_kinds?.[at]
    const isSame = own === kind && TOGETHER.has(own)
    if (isEven && made.length > 0 && !isSame) made.push('')
    kind = own
    places.set(at, made.length)
    made.push(...(own === 'pre' || line.includes('\t') ? [line] : broken(line, width)))
  }
  const moved = (list) => list.flatMap((at) => places.get(at) ?? [])
  return {
    ...row,
    text: made.join('\n'),
    heading_lines: moved(row.heading_lines),
    ambiguous_lines: moved(row.ambiguous_lines),
    title_line: places.get(row.title_line) ?? 0,
  }
}

/** Kinds with several consecutive lines. */
const TOGETHER = new Set(['pre', 'li', 'td', 'th', 'dd', 'dt'])

function broken(line, width) {
  const lines = []
  let now = ''
  let columns = 0
  for (const piece of line.match(WORD) ?? [line]) {
    const own = [...piece.trimEnd()].reduce((sum, each) => sum + (WIDE.test(each) ? 2 : 1), 0)
    if (now !== '' && columns + own > width) {
      lines.push(now.trimEnd())
      now = ''
      columns = 0
    }
    now += piece
    columns += own + (piece.length - piece.trimEnd().length)
  }
  return [...lines, now.trimEnd()]
}

const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303F\uFF00-\uFFEF]/u
/**
 * A word with the space after it. Chinese and Japanese break between any two characters, but not before punctuation.
 */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}][\u3001-\u303F\uFF01-\uFF1F]*\s*|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])\S)+\s*|\s+/gu
