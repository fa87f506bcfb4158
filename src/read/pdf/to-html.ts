// Converts the text of a PDF to HTML.

import { isByline, isName } from '../byline.ts'
import { isDate } from '../dates.ts'
import { hyphenatedIn } from '../hyphenation.ts'
import { blocksOf, ITEM_MARKER, lineMetricsOf, NOTE_MARK, type PdfBlock } from './blocks.ts'
import { bodySizeOf, stylesOf } from './headings.ts'
import { joinCodeLines } from './join-code-lines.ts'
import { joinLines } from './join-lines.ts'
import { linesOf } from './lines.ts'
import type { PdfText } from './pdf-text.ts'
import { withoutFurniture } from './remove-furniture.ts'
import { segmentsOf } from './tables.ts'
import { withUnmarkedItems } from './unmarked-items.ts'

/** Writes the text of a PDF as HTML: headings, paragraphs, items, listings, tables and footnotes. */
export function toHtml(text: PdfText): string {
  const allLines = text.pages.flatMap(linesOf)
  const lines = withoutFurniture(allLines, text.pages, bodySizeOf(allLines))
  const hyphenated = hyphenatedIn(lines)
  const styles = { ...stylesOf(lines, text), ...lineMetricsOf(lines) }
  const segmentBlocks = segmentsOf(lines).flatMap((segment): readonly PdfBlock[] =>
    segment.type === 'table' ? [{ ...segment, level: 0, lines: [] }] : blocksOf(segment.lines, styles),
  )
  const blocks = withUnmarkedItems(withCreditsAsParagraphs(inReadingOrder(segmentBlocks)), lines)
  const notes = blocks.filter(({ type }) => type === 'note')
  const htmlOf = ({ type, level, lines, rows = [] }: PdfBlock) => {
    if (type === 'table') return tableOf(rows)
    if (type === 'code') return `<pre>${escapeHtml(joinCodeLines(lines))}</pre>`
    const words = escapeHtml(joinLines(lines, hyphenated))
    if (type === 'heading') return `<h${level}>${words}</h${level}>`
    return type === 'item' ? `<li>${words.replace(ITEM_MARKER, '')}</li>` : `<p>${words}</p>`
  }
  const rest = blocks.filter(({ type }) => type !== 'note')
  const body = rest.map((block, index) => {
    const listTag = listTagOf(block)
    const opening = listTag !== null && listTag !== listTagOf(rest[index - 1]) ? `<${listTag}>` : ''
    const closing = listTag !== null && listTag !== listTagOf(rest[index + 1]) ? `</${listTag}>` : ''
    return `${opening}${htmlOf(block)}${closing}`
  })
  const foot = notes.map(
    ({ lines }, index) =>
      `<li id="fn${index + 1}">${escapeHtml(joinLines(lines, hyphenated).replace(NOTE_MARK, ''))}</li>`,
  )
  return `<body>${body.join('\n')}${foot.length === 0 ? '' : `<ol>${foot.join('\n')}</ol>`}</body>`
}

/** Writes a table. The first row is taken as the header, since tables usually have one. */
function tableOf([header = [], ...rows]: readonly (readonly string[])[]): string {
  const rowOf = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`
  return `<table><thead>${rowOf(header, 'th')}</thead><tbody>${rows.map((row) => rowOf(row, 'td')).join('')}</tbody></table>`
}

/** Turns headings under the title that are names, dates or e-mail addresses into paragraphs. */
function withCreditsAsParagraphs(blocks: readonly PdfBlock[]): readonly PdfBlock[] {
  const body = blocks
    .flatMap(({ type, lines }) => (type === 'paragraph' ? lines.map(({ text }) => text) : []))
    .join('\n')
  return blocks.map((block, index) => {
    const isUnderTitle = index > 0 && index <= HEAD_BLOCKS && block.type === 'heading' && block.lines[0]?.page === 0
    const isCredit = block.lines.every(
      ({ text }) => isName(text, body) || isByline(text) || isDate(text) || /\S@\S| at \S+\.\w+$/.test(text),
    )
    return isUnderTitle && isCredit ? { ...block, type: 'paragraph', level: 0 } : block
  })
}

/** The number of blocks after the first that may belong to the head. */
const HEAD_BLOCKS = 6

function listTagOf(block: PdfBlock | undefined): 'ul' | 'ol' | null {
  if (block?.type !== 'item') return null
  return /^\(?[\da-z]/.test(block.lines[0]?.text ?? '') ? 'ol' : 'ul'
}

/** Puts footnotes after the paragraph that they interrupt, if the paragraph continues on the next page. */
function inReadingOrder(blocks: readonly PdfBlock[]): readonly PdfBlock[] {
  const ordered: PdfBlock[] = []
  let openIndex = -1
  for (const block of blocks) {
    const above = ordered[openIndex]
    const last = above?.lines.at(-1)
    const isInterrupted = openIndex < ordered.length - 1 && block.type === 'paragraph' && above?.type === 'paragraph'
    const isUnfinished =
      last !== undefined && !/[.!?:][)"”’\]]*\d{0,3}$/.test(last.text) && last.size === block.lines[0]?.size
    if (above && isInterrupted && isUnfinished)
      ordered[openIndex] = { ...above, lines: [...above.lines, ...block.lines] }
    else ordered.push(block)
    if (block.type !== 'note' && !(isInterrupted && isUnfinished)) openIndex = ordered.length - 1
  }
  return ordered
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`)
}
