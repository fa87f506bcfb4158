// Splits an mdast block into passages.

import type { Image, ListItem, Nodes, Parents, TableRow } from 'mdast'
import type {} from 'mdast-util-math'
import type { Position } from 'unist'
import type { Anchor, ItemMarker, PassageKind } from '../model/article.ts'
import { imageTextOf } from '../model/image-text.ts'
import { type Mark, type Style, shiftMark, taskMark } from '../model/mark.ts'
import { captionReferencesOf } from './caption-references.ts'
import { codeLines } from './code-lines.ts'
import { externalAddress } from './external-link.ts'
import type { BlockWords, FootnoteReference, Words } from './piece.ts'
import type { Source } from './source.ts'
import { sourceOffsets } from './source-offsets.ts'
import { divideAtSpeaker } from './speaker-line.ts'
import { type SourceRun, wordsOf } from './words.ts'

/** Lists the passages of a block, one for each paragraph, item, row, code line, formula and image, in reading order. */
export function passagesOf(block: Nodes, source: Source): readonly BlockWords[] {
  return passagesIn(block, { source, kind: 'prose', depth: 0 }).filter(
    ({ text, kind }) => text.trim() !== '' || kind === 'code',
  )
}

/** Reads the words of a heading or other phrasing content. Images in it are ignored. */
export function phraseOf(node: Nodes, source: Source): Words {
  return { ...wordsOf(runsOf(node, source), source), position: node.position }
}

interface PassageContext {
  readonly source: Source
  readonly kind: PassageKind
  readonly depth: number
}

function passagesIn(node: Nodes, context: PassageContext): readonly BlockWords[] {
  const { source, kind, depth } = context
  switch (node.type) {
    case 'list':
      return node.children.flatMap((item, index) =>
        itemPassages(item, node.ordered === true ? (node.start ?? 1) + index : 'bullet', context),
      )
    case 'blockquote':
      return node.children
        .flatMap((child): readonly Nodes[] => (child.type === 'paragraph' ? divideAtSpeaker(child, source) : [child]))
        .flatMap((child) => passagesIn(child, { ...context, kind: 'quotation' }))
    case 'footnoteDefinition':
      return passagesInChildren(node, { ...context, kind: 'footnote' })
    case 'code':
      return codeLines(node, source).map((words) => ({ ...words, kind: 'code', depth }))
    case 'math':
      return [{ ...valueWords(withoutComments(node.value), node.position, source), kind: 'math', depth }]
    case 'table':
      return node.children.map((row) => ({ ...rowWords(row, source), kind: 'row', depth }))
    case 'image':
      return [caption(node, context)]
    case 'paragraph':
    case 'heading': {
      const ownKind = node.type === 'paragraph' && node.data?.isTableCaption ? 'caption' : kind
      const images = imagesIn(node).map((image) => caption(image, context))
      return [{ ...phraseOf(node, source), kind: ownKind, depth }, ...images]
    }
    default:
      return 'children' in node ? passagesInChildren(node, context) : []
  }
}

function itemPassages(item: ListItem, marker: ItemMarker, context: PassageContext): readonly BlockWords[] {
  const depth = context.depth + 1
  const found = passagesInChildren(item, { ...context, kind: 'item', depth })
  const passages = typeof item.checked === 'boolean' ? withTaskMark(found, item.checked) : found
  const first = passages.findIndex((passage) => passage.depth === depth && passage.kind === 'item')
  return passages.map((passage, index) =>
    passage.marker !== undefined || passage.kind !== 'item'
      ? passage
      : { ...passage, marker: index === first ? marker : null },
  )
}

function passagesInChildren(node: Parents, context: PassageContext): readonly BlockWords[] {
  return node.children.flatMap((child) => passagesIn(child, context))
}

/** Adds the mark of a task, done or not, to the words of a list item. */
function withTaskMark([first, ...others]: readonly BlockWords[], isDone: boolean): readonly BlockWords[] {
  if (first === undefined || first.text === '') return others
  return [{ ...first, marks: [taskMark(first.text, isDone), ...(first.marks ?? [])] }, ...others]
}

/**
 * Removes TeX comments, which end with the line and would swallow the rest of the formula once its lines are joined.
 */
function withoutComments(tex: string): string {
  return tex.replace(/(?<!\\)%[^\n]*/g, '')
}

function valueWords(value: string, position: Position | undefined, source: Source): Words {
  return { ...wordsOf([runOf(value, position, source)], source), position }
}

function rowWords(row: TableRow, source: Source): Words {
  const cells = row.children.map((cell) => phraseOf(cell, source))
  const anchors: Anchor[] = []
  const marks: Mark[] = []
  const references: FootnoteReference[] = []
  let start = 0
  for (const cell of cells) {
    for (const anchor of cell.anchors) anchors.push({ ...anchor, offset: start + anchor.offset })
    for (const mark of cell.marks ?? []) marks.push(shiftMark(mark, start))
    for (const { identifier, offset } of cell.references ?? []) references.push({ identifier, offset: start + offset })
    start += cell.text.length + 1
  }
  return { text: cells.map((cell) => cell.text).join('\t'), anchors, marks, references, position: row.position }
}

function caption(image: Image, { source, depth }: PassageContext): BlockWords {
  const words = valueWords(imageTextOf(image), image.position, source)
  const references = captionReferencesOf(image).map((identifier) => ({ identifier, offset: words.text.length }))
  return { ...words, ...(references.length > 0 && { references }), kind: 'caption', depth }
}

/** Lists all images in a node, in order; for an image, the image itself. */
export function imagesIn(node: Nodes): readonly Image[] {
  if (node.type === 'image') return [node]
  return 'children' in node ? node.children.flatMap((child) => imagesIn(child)) : []
}

function runsOf(node: Nodes, source: Source, outerStyles: readonly Style[] = []): readonly SourceRun[] {
  if (node.type === 'break') return [{ value: ' ', offsets: [] }]
  if (node.type === 'footnoteReference') return [{ value: '', offsets: [], reference: node.identifier }]
  const style = styleOf(node)
  const styles = style ? [...outerStyles, style] : outerStyles
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'inlineMath') {
    const run = runOf(node.value, node.position, source)
    return node.type === 'inlineMath' ? formulaRuns(run, styles, outerStyles) : [{ ...run, styles }]
  }
  return 'children' in node ? node.children.flatMap((child) => runsOf(child, source, styles)) : []
}

/**
 * Separates a formula from the punctuation of its sentence, which many authors put before the closing dollar sign. A
 * line can then drop its full stop and keep the whole formula.
 */
function formulaRuns(
  { value, offsets }: SourceRun,
  styles: readonly Style[],
  outerStyles: readonly Style[],
): readonly SourceRun[] {
  const [end = '', space = ''] = SENTENCE_PUNCTUATION.exec(value) ?? []
  const from = value.length - end.length
  const slice = (start: number, stop?: number) => ({
    value: value.slice(start, stop),
    offsets: Array.from(offsets).slice(start, stop),
  })
  if (end === '' || from === 0) return [{ value, offsets, styles }]
  return [
    { ...slice(0, from), styles },
    { ...slice(from + space.length), styles: outerStyles },
  ]
}

/**
 * Excludes TeX commands that end in punctuation: `\,` and `\right.`. The first group is space before the punctuation.
 */
const SENTENCE_PUNCTUATION =
  /(?<![\s\\.,;:!?]|\\(?:left|right|middle|[bB]igg?[lrm]?))((?:\\[,;:! ]|~|\s)*)[.,;:!?]+\s*$/

function styleOf(node: Nodes): Style | undefined {
  switch (node.type) {
    case 'strong':
    case 'emphasis':
    case 'delete':
    case 'inlineCode':
      return { type: node.type }
    case 'inlineMath':
      return { type: 'inlineMath', formula: null }
    case 'link': {
      const url = externalAddress(node.url)
      return url === undefined ? undefined : { type: 'link', url }
    }
    default:
      return undefined
  }
}

function runOf(value: string, position: Position | undefined, source: Source): SourceRun {
  const start = position?.start.offset ?? 0
  return { value, offsets: sourceOffsets(value, source.text, [start, position?.end.offset ?? start]) }
}
