// Finds the marks that make parsing Markdown slow if a paragraph has too many.

/** Returns the positions in a line of the characters that a parser may try to match with others. */
export function marksIn(line: string): readonly number[] {
  return [...line.matchAll(MARKS)].map(({ index }) => index)
}

const MARKS = /[[\]*_<`~]/g

/** Whether a line cannot belong to the same paragraph as the line before it, as far as these two lines show. */
export function startsParagraph(line: string, before: string): boolean {
  if (line.trim() === '' || before.trim() === '') return true
  if (BLOCK_START.test(line) || (NUMBERED_ITEM.test(line) && NUMBERED_ITEM.test(before))) return true
  return TABLE_ROW.test(line) && TABLE_ROW.test(before)
}

/** The start of a quotation, a heading or an item of a list. */
const BLOCK_START = /^[ \t]*(?:>|#{1,6}[ \t]|[-+*][ \t]+\S|1[.)][ \t]+\S)/
const NUMBERED_ITEM = /^[ \t]*\d{1,9}[.)][ \t]/
/** The start of a row of a table. */
const TABLE_ROW = /^[ \t]*\|/

/** Whether a line begins a block of HTML, which continues to the next blank line; nothing in it counts as a mark. */
export function startsHtml(line: string): boolean {
  return HTML_BLOCK.test(line)
}

const HTML_BLOCK =
  /^ {0,3}<\/?(?:table|thead|tbody|tr|td|th|div|p|ul|ol|li|dl|dt|dd|details|summary|section|h[1-6]|center|figure)[\s/>]/i
