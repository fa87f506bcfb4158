// Reads plain text.

import type { RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { pointAt } from '../../model/source-position.ts'
import { singleSpaced } from '../../util/single-spaced.ts'
import { referenceEdits } from '../character-references.ts'
import { applyEdits } from '../edit-source.ts'
import { linkMarkupEdits } from '../link-markup.ts'
import { reportUnusedLines } from '../memo-fields.ts'
import { passagesOf, phraseOf } from '../passages.ts'
import { type ArticleHead, HEAD_PARTS, type Piece } from '../piece.ts'
import type { Source } from '../source.ts'
import { blocksOf, paragraphFrom } from './blocks.ts'
import { structureOfCopiedPage } from './copied/copied-structure.ts'
import { isCopiedPage } from './copied/detect-copied-page.ts'
import { headOfUnits, type PlainHead } from './head.ts'
import { linesOf } from './lines.ts'
import { mailEdits } from './mail.ts'
import { markedHeadingEdits } from './marked-headings.ts'
import { hyphenationEdits, pageBreakEdits } from './printed-pages.ts'
import { type Structure, structureOf } from './structure.ts'
import { isRule, type PlainUnit } from './units.ts'

/** Reads plain text. The parts of the head that the front matter gives come first. */
export function readPlain(original: Source, givenHead: ArticleHead, file: VFile): readonly Piece[] {
  const source = withoutPrintedPages(withoutMailParts(withoutMarkup(original), file), file)
  const lines = linesOf(source.text)
  const structure = isCopiedPage(lines) ? structureOfCopiedPage(lines) : structureOf(lines)
  const head = headOfUnits(structure.units, structure.levels, givenHead)
  const unused = [...head.unusedUnits]
    .sort((one, other) => one - other)
    .flatMap((index) => structure.units[index] ?? [])
  const start = unused[0]?.lines[0].start
  reportUnusedLines(
    unused.map(({ text }) => text),
    start === undefined ? undefined : pointAt(source, start),
    file,
  )
  const headPieces = HEAD_PARTS.flatMap((type): Piece[] => {
    const words = givenHead[type]
    return words === undefined ? [] : [{ type, words }]
  })
  return [...headPieces, ...bodyOf({ ...structure, head, source })]
}

/** Resolves character references, reduces links to their words, and underlines headings that are marked. */
export function withoutMarkup(source: Source): Source {
  const decoded = applyEdits(source, referenceEdits(source.text))
  const linked = applyEdits(decoded, linkMarkupEdits(decoded.text))
  return applyEdits(linked, markedHeadingEdits(linked.text))
}

/** Removes what belongs to an e-mail but not to its text. A message reports lines that are left out. */
function withoutMailParts(source: Source, file: VFile): Source {
  const { edits, removed } = mailEdits(source.text)
  for (const { text, start } of removed)
    file.info(
      `Lines of this e-mail were left out of the deck, from "${text}". To mention them in the talk, write them as sentences.`,
      { place: pointAt(source, start), source: 'lectern', ruleId: 'left-out' },
    )
  return applyEdits(source, edits)
}

/**
 * Removes running heads and page numbers, which a message reports, and marks words that are divided at the end of a
 * line.
 */
function withoutPrintedPages(source: Source, file: VFile): Source {
  const edits = pageBreakEdits(source.text)
  const [first] = edits
  if (first !== undefined) {
    const removed = edits.map(({ span }) => `"${singleSpaced(source.text.slice(...span).trim())}"`)
    file.info(
      `Page numbers and running heads were left out: ${removed.join(', ')}. To keep one, write it as a sentence.`,
      { place: pointAt(source, first.span[0]), source: 'lectern', ruleId: 'left-out' },
    )
  }
  const joined = applyEdits(source, edits)
  return applyEdits(joined, hyphenationEdits(joined.text))
}

interface PlainBody extends Structure {
  readonly head: PlainHead
  readonly source: Source
}

function bodyOf({ units, levels, items, head, source }: PlainBody): Piece[] {
  const pieces: Piece[] = []
  const pendingUnits: PlainUnit[] = []
  const flush = () => {
    for (const node of blocksOf(pendingUnits.splice(0), { items, source }))
      for (const piece of blockPiece(node, source)) pieces.push(piece)
  }
  for (const [index, unit] of units.entries()) {
    const level = levels[index] ?? 0
    const part = head.parts.get(index)
    if (head.unusedUnits.has(index)) continue
    if (part === undefined && level === 0) {
      if (!isRule(unit.text)) pendingUnits.push(unit)
      continue
    }
    flush()
    const words = phraseOf(paragraphFrom(unit, part?.keyLength ?? 0, source), source)
    pieces.push(part === undefined ? { type: 'heading', level, words } : { type: part.part, words })
  }
  flush()
  return pieces
}

function blockPiece(node: RootContent, source: Source): Piece[] {
  const words = passagesOf(node, source)
  return words.length === 0 ? [] : [{ type: 'block', node, words }]
}
