// Assembles the pieces of an article into its text and its tree of sections.

import type { Anchor, Article, Block, BlockPassage, Passage, Section } from '../model/article.ts'
import { type Mark, shiftMark } from '../model/mark.ts'
import { rangeOf } from '../model/source-position.ts'
import { lengthBeforeName } from './byline.ts'
import type { HeadPart, Piece, Words } from './piece.ts'
import { markTableCaptions } from './table-captions.ts'
import { trimHeading, trimTitle } from './trim-headings.ts'
import { sliceWords } from './words.ts'

/** Joins pieces into one text, with a line for each passage, and nests the pieces under their headings. */
export function assemble(pieces: readonly Piece[]): Pick<Article, HeadPart | 'text' | 'marks' | 'anchors' | 'root'> {
  const { pieces: placedPieces, ...assembledText } = placePieces(markTableCaptions(pieces))
  const head: Partial<Record<HeadPart, Passage>> = {}
  for (const piece of placedPieces) if (isHeadPart(piece)) head[piece.type] ??= piece.passage
  return { ...head, ...assembledText, root: nest(placedPieces) }
}

type PlacedPiece =
  | { readonly type: HeadPart; readonly passage: Passage }
  | { readonly type: 'heading'; readonly level: number; readonly passage: Passage }
  | { readonly type: 'block'; readonly block: Block }

function isHeadPart(piece: PlacedPiece): piece is Extract<PlacedPiece, { readonly type: HeadPart }> {
  return piece.type !== 'heading' && piece.type !== 'block'
}

interface AssembledText {
  readonly pieces: readonly PlacedPiece[]
  readonly text: string
  readonly marks: readonly Mark[]
  readonly anchors: readonly Anchor[]
}

function placePieces(pieces: readonly Piece[]): AssembledText {
  const lines: string[] = []
  const marks: Mark[] = []
  const anchors: Anchor[] = []
  const references = new Map<string, number>()
  let offset = 0
  const appendPassage = (words: Words): Passage => {
    const start = offset
    lines.push(words.text)
    for (const anchor of words.anchors) anchors.push({ offset: start + anchor.offset, point: anchor.point })
    for (const mark of words.marks ?? []) marks.push(shiftMark(mark, start))
    for (const { identifier, offset: at } of words.references ?? [])
      if (!references.has(identifier)) references.set(identifier, start + at)
    offset += words.text.length + 1
    return { text: words.text, span: [start, start + words.text.length], position: words.position }
  }
  const placedPieces = pieces.map((piece): PlacedPiece => {
    if (piece.type === 'heading')
      return { type: 'heading', level: piece.level, passage: appendPassage(trimHeading(piece.words)) }
    if (piece.type === 'title') return { type: 'title', passage: appendPassage(trimTitle(piece.words)) }
    if (piece.type === 'byline') {
      const { words } = piece
      return {
        type: 'byline',
        passage: appendPassage(sliceWords(words, [lengthBeforeName(words.text), words.text.length])),
      }
    }
    if (piece.type !== 'block') return { type: piece.type, passage: appendPassage(piece.words) }
    const passages = piece.words.map((words): BlockPassage => {
      const { kind, depth, marker } = words
      return { ...appendPassage(words), kind, depth, ...(marker !== undefined && { marker }) }
    })
    return { type: 'block', block: { type: 'block', node: piece.node, passages, position: piece.node.position } }
  })
  return {
    pieces: placedPieces.map((piece) => withReference(piece, references)),
    text: lines.join('\n'),
    marks,
    anchors,
  }
}

/** Adds to a footnote the offset of the first reference to it. */
function withReference(piece: PlacedPiece, references: ReadonlyMap<string, number>): PlacedPiece {
  if (piece.type !== 'block' || piece.block.node.type !== 'footnoteDefinition') return piece
  const referredAt = references.get(piece.block.node.identifier)
  return referredAt === undefined ? piece : { type: 'block', block: { ...piece.block, referredAt } }
}

interface OpenSection {
  readonly level: number
  readonly depth: number
  readonly heading: Passage | undefined
  readonly blocks: Block[]
  readonly sections: Section[]
}

/**
 * Nests pieces under their headings. A heading closes the open sections of its own and deeper levels. If the article
 * skips a level, the heading goes under the nearest higher one.
 */
function nest(pieces: readonly PlacedPiece[]): Section {
  const root: OpenSection = { level: 0, depth: 0, heading: undefined, blocks: [], sections: [] }
  const openSections: OpenSection[] = [root]
  const close = (): void => {
    const section = openSections.pop()
    if (section) openSections.at(-1)?.sections.push(closeSection(section))
  }
  for (const piece of pieces) {
    if (piece.type === 'block') openSections.at(-1)?.blocks.push(piece.block)
    if (piece.type !== 'heading') continue
    while (openSections.length > 1 && (openSections.at(-1)?.level ?? 0) >= piece.level) close()
    openSections.push({
      level: piece.level,
      depth: openSections.length,
      heading: piece.passage,
      blocks: [],
      sections: [],
    })
  }
  while (openSections.length > 1) close()
  return closeSection(root)
}

function closeSection({ depth, heading, blocks, sections }: OpenSection): Section {
  const position = rangeOf([...(heading ? [heading] : []), ...blocks, ...sections])
  return { type: 'section', depth, heading, blocks, sections, position }
}
