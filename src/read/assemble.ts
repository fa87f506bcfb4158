// Assembles the pieces of an article into its text and its tree of sections.

import type { Position } from 'unist'
import type { Anchor, Article, Block, BlockPassage, Passage, Section } from '../model/article.ts'
import { type Mark, shiftMark } from '../model/mark.ts'
import { headingWords, titleWords } from './heading-words.ts'
import type { HeadPart, Piece, Words } from './piece.ts'

/** Joins pieces into one text, a line for each passage, and nests them under their headings. */
export function assemble(pieces: readonly Piece[]): Pick<Article, HeadPart | 'text' | 'marks' | 'anchors' | 'root'> {
  const { placed, ...texts } = place(pieces)
  const head: Partial<Record<HeadPart, Passage>> = {}
  for (const piece of placed) if (isHead(piece)) head[piece.type] ??= piece.passage
  return { ...head, ...texts, root: nest(placed) }
}

type PlacedPiece =
  | { readonly type: HeadPart; readonly passage: Passage }
  | { readonly type: 'heading'; readonly level: number; readonly passage: Passage }
  | { readonly type: 'block'; readonly block: Block }

function isHead(piece: PlacedPiece): piece is Extract<PlacedPiece, { readonly type: HeadPart }> {
  return piece.type !== 'heading' && piece.type !== 'block'
}

interface AssembledText {
  readonly placed: readonly PlacedPiece[]
  readonly text: string
  readonly marks: readonly Mark[]
  readonly anchors: readonly Anchor[]
}

function place(pieces: readonly Piece[]): AssembledText {
  const lines: string[] = []
  const marks: Mark[] = []
  const anchors: Anchor[] = []
  let offset = 0
  const passageOf = (words: Words): Passage => {
    const start = offset
    lines.push(words.text)
    for (const anchor of words.anchors) anchors.push({ offset: start + anchor.offset, point: anchor.point })
    for (const mark of words.marks ?? []) marks.push(shiftMark(mark, start))
    offset += words.text.length + 1
    return { text: words.text, span: [start, start + words.text.length], position: words.position }
  }
  const placed = pieces.map((piece): PlacedPiece => {
    if (piece.type === 'heading')
      return { type: 'heading', level: piece.level, passage: passageOf(headingWords(piece.words)) }
    if (piece.type === 'title') return { type: 'title', passage: passageOf(titleWords(piece.words)) }
    if (piece.type !== 'block') return { type: piece.type, passage: passageOf(piece.words) }
    const passages = piece.words.map((words): BlockPassage => {
      return { ...passageOf(words), kind: words.kind, depth: words.depth }
    })
    return { type: 'block', block: { type: 'block', node: piece.node, passages, position: piece.node.position } }
  })
  return { placed, text: lines.join('\n'), marks, anchors }
}

interface OpenSection {
  readonly level: number
  readonly depth: number
  readonly heading: Passage | undefined
  readonly blocks: Block[]
  readonly sections: Section[]
}

/**
 * Nests pieces under their headings. A heading closes the open sections of its own and deeper levels. If the level
 * above it was skipped, it goes under the nearest higher one.
 */
function nest(placed: readonly PlacedPiece[]): Section {
  const root: OpenSection = { level: 0, depth: 0, heading: undefined, blocks: [], sections: [] }
  const open: OpenSection[] = [root]
  const close = (): void => {
    const section = open.pop()
    if (section) open.at(-1)?.sections.push(closeSection(section))
  }
  for (const piece of placed) {
    if (piece.type === 'block') open.at(-1)?.blocks.push(piece.block)
    if (piece.type !== 'heading') continue
    while (open.length > 1 && (open.at(-1)?.level ?? 0) >= piece.level) close()
    open.push({ level: piece.level, depth: open.length, heading: piece.passage, blocks: [], sections: [] })
  }
  while (open.length > 1) close()
  return closeSection(root)
}

function closeSection({ depth, heading, blocks, sections }: OpenSection): Section {
  const parts = [heading, ...blocks, ...sections].map((part) => part?.position)
  const position = rangeOf(parts.filter((part) => part !== undefined))
  return { type: 'section', depth, heading, blocks, sections, position }
}

/** Returns the range from the start of the first position to the end of the last. */
function rangeOf(positions: readonly Position[]): Position | undefined {
  const [first] = positions
  const last = positions.at(-1)
  return first && last ? { start: first.start, end: last.end } : undefined
}
