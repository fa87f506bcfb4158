import type { ListItem, Paragraph, RootContent } from 'mdast'
import type { Position } from 'unist'
import { pointAt } from '../../model/place.ts'
import type { FrontMatterHead } from '../front-matter-head.ts'
import { passagesOf, phraseOf } from '../passages.ts'
import type { Piece } from '../piece.ts'
import type { Source } from '../source.ts'
import { headingLevels } from './headings.ts'
import { linesOf } from './lines.ts'
import { type Unit, unitsOf } from './units.ts'
import { wrapOf } from './wrap.ts'

/** Reads a text without marks: what a line is shows in how it stands among the others. */
export function readPlain(source: Source, _head: FrontMatterHead): readonly Piece[] {
  const lines = linesOf(source.text)
  const units = unitsOf(lines, wrapOf(lines))
  const levels = headingLevels(units)
  return units.map((unit, index): Piece => {
    const level = levels[index] ?? 0
    if (index === 0) return { type: 'title', words: phraseOf(paragraphOf(unit, source), source) }
    if (level > 0) return { type: 'heading', level, words: phraseOf(paragraphOf(unit, source), source) }
    const node = blockOf(unit, source)
    return { type: 'block', node, words: passagesOf(node, source) }
  })
}

function blockOf(unit: Unit, source: Source): RootContent {
  const paragraph = paragraphOf(unit, source)
  if (!unit.marker) return paragraph
  const item: ListItem = {
    type: 'listItem',
    spread: false,
    checked: null,
    children: [paragraph],
    position: paragraph.position,
  }
  return {
    type: 'list',
    ordered: unit.marker.type === 'number',
    start: null,
    spread: false,
    children: [item],
    position: paragraph.position,
  }
}

function paragraphOf(unit: Unit, source: Source): Paragraph {
  const position = positionOf(unit, source)
  const value = unit.lines
    .map((line) => line.text)
    .join('\n')
    .slice(unit.marker?.width ?? 0)
  return { type: 'paragraph', children: [{ type: 'text', value, position }], position }
}

function positionOf(unit: Unit, source: Source): Position {
  const [first] = unit.lines
  const last = unit.lines.at(-1) ?? first
  const start = first.start + (unit.marker?.width ?? 0)
  const end = last.start + last.text.length
  return { start: { ...pointAt(source, start), offset: start }, end: { ...pointAt(source, end), offset: end } }
}
