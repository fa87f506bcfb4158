// Reads plain text.

import type { RootContent } from 'mdast'
import { referenceEdits } from '../character-references.ts'
import { applyEdits } from '../edit-source.ts'
import type { FrontMatterHead } from '../front-matter-head.ts'
import { linkMarkEdits } from '../link-marks.ts'
import { passagesOf, phraseOf } from '../passages.ts'
import type { Piece } from '../piece.ts'
import type { Source } from '../source.ts'
import { blocksOf, paragraphFrom } from './blocks.ts'
import { isCopied } from './copied/copied.ts'
import { structureOfCopy } from './copied/copied-structure.ts'
import { type HeadUnit, headUnits } from './head.ts'
import { linesOf } from './lines.ts'
import { type Structure, structureOf } from './structure.ts'
import { outsideTables } from './tables.ts'
import { isRule, type PlainUnit } from './units.ts'
import { wrapOf } from './wrap.ts'

/** Reads plain text. The meaning of a line depends on the lines around it. */
export function readPlain(raw: Source, given: FrontMatterHead): readonly Piece[] {
  const source = withoutMarkup(raw)
  const lines = linesOf(source.text)
  const reading = isCopied(lines) ? structureOfCopy(lines) : structureOf(lines, wrapOf(outsideTables(lines)))
  const head = headUnits(reading.units, reading.levels, given)
  const opening = (['title', 'subtitle', 'byline', 'date'] as const).flatMap((type): Piece[] => {
    const words = given[type]
    return words === undefined ? [] : [{ type, words }]
  })
  return [...opening, ...bodyOf({ ...reading, head, source })]
}

/** Resolves character references and reduces links to their words. */
export function withoutMarkup(source: Source): Source {
  const decoded = applyEdits(source, referenceEdits(source.text))
  return applyEdits(decoded, linkMarkEdits(decoded.text))
}

interface PlainBody extends Structure {
  readonly head: ReadonlyMap<number, HeadUnit>
  readonly source: Source
}

function bodyOf({ units, levels, items, head, source }: PlainBody): Piece[] {
  const pieces: Piece[] = []
  const waiting: PlainUnit[] = []
  const flush = () => {
    for (const node of blocksOf(waiting.splice(0), { items, source }))
      for (const piece of blockPiece(node, source)) pieces.push(piece)
  }
  for (const [index, unit] of units.entries()) {
    const level = levels[index] ?? 0
    const part = head.get(index)
    if (part === undefined && level === 0) {
      if (!isRule(unit.text)) waiting.push(unit)
      continue
    }
    flush()
    const words = phraseOf(paragraphFrom(unit, part?.key ?? 0, source), source)
    pieces.push(part === undefined ? { type: 'heading', level, words } : { type: part.part, words })
  }
  flush()
  return pieces
}

function blockPiece(node: RootContent, source: Source): Piece[] {
  const words = passagesOf(node, source)
  return words.length === 0 ? [] : [{ type: 'block', node, words }]
}
