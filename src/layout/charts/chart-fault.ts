// Says why a table does not become the chart that its author asks for.

import type { Slots } from '../../model/deck.ts'
import { excerptOf } from '../../util/excerpt.ts'
import { widthOf } from '../hooks.ts'
import { MAX_LABEL_WIDTH } from './choose-chart.ts'
import { quantitiesIn } from './quantities.ts'

/** Why a chart cannot be drawn, as the end of "…, because", and what to do. */
export interface ChartFault {
  readonly fact: string
  readonly remedy: string
}

/** Finds the first fault of a table that cannot be drawn as the chart that its author asks for. */
export function chartFaultOf({ header, rows }: Pick<Slots['table'], 'header' | 'rows'>, language: string): ChartFault {
  const headings = header?.cells.map((cell) => cell.trim()) ?? []
  const body = rows.map(({ cells }) => cells.map((cell) => cell.trim()))
  if (headings.length < 2 || body.length < 2)
    return { fact: 'a chart needs two columns and two rows', remedy: 'Add more values, or leave it as a table.' }
  const columnFaults = headings.slice(1).map((heading, index) =>
    columnFault(
      heading,
      body.map((cells) => cells[index + 1] ?? ''),
      language,
    ),
  )
  return labelFault(body.map(([label = '']) => label)) ?? columnFaults.find((fault) => fault !== null) ?? TOO_MUCH
}

const TOO_MUCH: ChartFault = {
  fact: 'it has too many values, or negative ones in bars or shares',
  remedy: 'Leave some out, or write "type: line".',
}

function labelFault(labels: readonly string[]): ChartFault | null {
  if (labels.includes('')) return { fact: 'a row has no name', remedy: 'Write one in its first column.' }
  const long = labels.find((label) => widthOf(label) > MAX_LABEL_WIDTH)
  if (long !== undefined)
    return { fact: `"${excerptOf(long)}" is too long to stand beside a bar`, remedy: 'Shorten it.' }
  const repeated = labels.find((label, index) => labels.indexOf(label) < index)
  return repeated === undefined
    ? null
    : { fact: `several rows are called "${excerptOf(repeated)}"`, remedy: 'Give each its own name.' }
}

function columnFault(heading: string, texts: readonly string[], language: string): ChartFault | null {
  if (quantitiesIn(texts, language) !== null) return null
  if (texts.includes('')) return { fact: `a value of "${heading}" is missing`, remedy: 'Give every row a number.' }
  const other = texts.find((text) => quantitiesIn([text], language) === null)
  return other === undefined
    ? { fact: `the values of "${heading}" are in several units`, remedy: 'Convert them to one.' }
    : { fact: `"${excerptOf(other)}" is not a plain number`, remedy: 'Write a number, or leave out that row.' }
}
