import type { BlockPassage } from '../model/article.ts'
import type { Content, Line, Row } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import type { Group } from './group.ts'
import { passageLine } from './line.ts'

/** What stands on its slide as it stands in the article, and what of its group is left to say. */
export interface Verbatim {
  readonly title: Line | null
  readonly content: Content
  readonly said: readonly Sentence[]
}

/** Shows a table, a listing or a formula as it is; null where it is empty. */
export function writeVerbatim(group: Group): Verbatim | null {
  const { block, headings, lead, sentences } = group
  if (block === null || block.passages.length === 0) return null
  const heading = headings.at(-1)
  const content = contentOf(block.node, block.passages)
  const said = lead === null ? [] : [lead]
  // Notes that were merged in are said; the rows and code lines stand on the slide.
  const own = new Set(block.passages.map((passage) => passage.span[0]))
  const rest = sentences.filter((sentence) => sentence !== lead && !own.has(sentence.span[0]))
  return content === null
    ? null
    : { title: heading === undefined ? null : passageLine(heading, 'heading'), content, said: [...said, ...rest] }
}

function contentOf(node: NonNullable<Group['block']>['node'], passages: readonly BlockPassage[]): Content | null {
  if (node.type === 'table') {
    const [header, ...rows] = passages.map(rowOf)
    return header === undefined ? null : { type: 'table', header, rows, align: node.align ?? [], caption: null }
  }
  if (node.type === 'code')
    return { type: 'code', language: node.lang ?? null, lines: passages.map((passage) => passageLine(passage, 'code')) }
  const [first] = passages
  return first === undefined ? null : { type: 'statement', statement: passageLine(first, 'math'), source: null }
}

function rowOf(passage: BlockPassage): Row {
  return { line: passageLine(passage, 'row'), cells: passage.text.split('\t') }
}
