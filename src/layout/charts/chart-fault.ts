// Says why a table does not become the chart that its author asks for.

import type { Slots } from '../../model/deck.ts'
import type { Chart } from '../../model/draft.ts'
import { excerptOf } from '../../util/excerpt.ts'
import { widthOf } from '../../util/text-width.ts'
import { MAX_LABEL_WIDTH } from './choose-chart.ts'
import { quantitiesIn, shareUnit } from './quantities.ts'
import { requestedPart } from './requested-chart.ts'

/** Why a chart cannot be drawn, as the end of "…, because", and what to do. */
export interface ChartFault {
  readonly fact: string
  readonly remedy: string
}

/** Finds the first fault of a table that cannot be drawn as the chart that its author asks for. */
export function chartFaultOf(
  { header, rows, request }: Pick<Slots['table'], 'header' | 'rows' | 'request'>,
  language: string,
): ChartFault {
  const headings = header?.cells.map((cell) => cell.trim()) ?? []
  const body = rows.map(({ cells }) => cells.map((cell) => cell.trim()))
  if (headings.length < 2 || body.length < 2)
    return { fact: 'a chart needs two columns and two rows', remedy: 'Add more values, or leave it as a table.' }
  const labels = body.map(([label = '']) => label)
  const table = { headings, labels, values: body.map((cells) => cells.slice(1)), language }
  const { kind, grid } = requestedPart(table, request ?? {})
  const columnFaults = headings.slice(1).map((heading, index) =>
    columnFault(
      heading === '' ? `column ${index + 2}` : `"${heading}"`,
      grid.values.map((row) => row[index] ?? ''),
      language,
    ),
  )
  return labelFault(labels) ?? columnFaults.find((fault) => fault !== null) ?? TOO_MUCH[kind]
}

const TOO_MUCH_FOR_LENGTHS: ChartFault = {
  fact: 'it has too many values, or negative ones in bars or shares',
  remedy: 'Leave some out, or write "type: line".',
}

const TOO_MUCH: Readonly<Record<Chart['kind'], ChartFault>> = {
  line: { fact: 'it has too many values', remedy: 'Leave some out.' },
  bars: TOO_MUCH_FOR_LENGTHS,
  shares: TOO_MUCH_FOR_LENGTHS,
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

function columnFault(name: string, texts: readonly string[], language: string): ChartFault | null {
  if (quantitiesIn(texts, language) !== null) return null
  if (texts.includes('')) return { fact: `a value of ${name} is missing`, remedy: 'Give every row a number.' }
  const quantities = texts.map((text) => quantitiesIn([text], language)?.[0] ?? null)
  const other = texts.find((_, index) => quantities[index] === null)
  if (other !== undefined)
    return { fact: `"${excerptOf(other)}" is not a plain number`, remedy: 'Write a number, or leave out that row.' }
  return shareUnit(quantities.filter((quantity) => quantity !== null))
    ? { fact: `the numbers of ${name} are written in different ways`, remedy: 'Use one decimal sign.' }
    : { fact: `the values of ${name} are in several units`, remedy: 'Convert them to one.' }
}
