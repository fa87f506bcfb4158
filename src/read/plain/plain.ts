import type { RootContent } from 'mdast'
import { isByline, isDate } from '../credits.ts'
import type { FrontMatterHead } from '../front-matter-head.ts'
import { passagesOf, phraseOf } from '../passages.ts'
import type { HeadPart, Piece } from '../piece.ts'
import type { Source } from '../source.ts'
import { blocksOf, paragraphOf, wholeOf } from './blocks.ts'
import { headingLevels } from './headings.ts'
import { linesOf } from './lines.ts'
import { isRule, type Unit, unitsOf } from './units.ts'
import { wrapOf } from './wrap.ts'

/** Reads a text without marks: what a line is shows in how it stands among the others. */
export function readPlain(source: Source, given: FrontMatterHead): readonly Piece[] {
  const lines = linesOf(source.text)
  const units = unitsOf(lines, wrapOf(lines))
  const levels = headingLevels(units)
  const head = headParts(units, levels, given)
  const opening = (['title', 'subtitle', 'byline', 'date'] as const).flatMap((type): Piece[] => {
    const words = given[type]
    return words === undefined ? [] : [{ type, words }]
  })
  return [...opening, ...bodyOf({ units, levels, head, source })]
}

interface Body {
  readonly units: readonly Unit[]
  readonly levels: readonly number[]
  readonly head: readonly (HeadPart | undefined)[]
  readonly source: Source
}

function bodyOf({ units, levels, head, source }: Body): Piece[] {
  const pieces: Piece[] = []
  const waiting: Unit[] = []
  const flush = () => pieces.push(...blocksOf(waiting.splice(0), source).flatMap((node) => blockPiece(node, source)))
  for (const [index, unit] of units.entries()) {
    const level = levels[index] ?? 0
    const part = head[index]
    if (part === undefined && level === 0) {
      if (!isRule(unit.text)) waiting.push(unit)
      continue
    }
    flush()
    if (part !== undefined) pieces.push({ type: part, words: phraseOf(paragraphOf(unit, source), source) })
    else pieces.push({ type: 'heading', level, words: phraseOf(wholeOf(unit, source), source) })
  }
  flush()
  return pieces
}

function blockPiece(node: RootContent, source: Source): Piece[] {
  const words = passagesOf(node, source)
  return words.length === 0 ? [] : [{ type: 'block', node, words }]
}

/** A title of more characters is a paragraph. */
const LONGEST_TITLE = 160

/** Credits stand within so many units of the title. */
const HEAD_UNITS = 4

/** Which of the first units is the title, and which are credits under it. */
function headParts(
  units: readonly Unit[],
  levels: readonly number[],
  given: FrontMatterHead,
): readonly (HeadPart | undefined)[] {
  const [first] = units
  const isTitled =
    first !== undefined && given.title === undefined && units.length > 1 && isTitle(first, levels[0] ?? 0)
  const parts: (HeadPart | undefined)[] = [isTitled ? 'title' : undefined]
  if (!isTitled) return parts
  const found = new Set<HeadPart>()
  for (const unit of units.slice(1, HEAD_UNITS)) {
    const part = isDate(unit.text) ? 'date' : isByline(unit.text) ? 'byline' : undefined
    if (part === undefined && !isRule(unit.text)) break
    const isNew = part !== undefined && !found.has(part) && given[part] === undefined
    if (isNew) found.add(part)
    parts.push(isNew ? part : undefined)
  }
  return parts
}

function isTitle({ text, marker }: Unit, level: number): boolean {
  if (level > 0) return true
  return marker === undefined && text.length <= LONGEST_TITLE && !/[.,;:]$/.test(text)
}
