// The columns of a table as candidates for a chart: their quantities and units, and whether they measure something.

import { type Quantity, quantitiesIn } from './quantities.ts'

/** A column of quantities in one unit. */
export interface ChartColumn {
  readonly heading: string
  readonly texts: readonly string[]
  readonly quantities: readonly Quantity[]
  readonly unit: string
}

/** A table as headings, labels and values. */
export interface ChartGrid {
  /** One for every column, beginning with the column of labels. */
  readonly headings: readonly string[]
  readonly labels: readonly string[]
  /** The cells of each row, without its label. */
  readonly values: readonly (readonly string[])[]
  readonly language: string
}

/**
 * Returns the columns of a grid except the column of labels; null if any cell is not a quantity or a column mixes
 * units.
 */
export function columnsOf({ headings, values, language }: ChartGrid): readonly ChartColumn[] | null {
  const columns = headings.slice(1).map((heading, index): ChartColumn | null => {
    const texts = values.map((row) => row[index] ?? '')
    const quantities = quantitiesIn(texts, language)
    const unit = quantities?.find((quantity) => quantity.unit !== '')?.unit ?? ''
    return quantities && { heading, texts, quantities, unit }
  })
  return columns.every((column) => column !== null) ? columns : null
}

/** Whether every column has a unit in its cells. */
export function haveUnits(columns: readonly ChartColumn[]): boolean {
  return columns.every(({ unit }) => unit !== '')
}

/** Returns the unit of a column: the one in its cells, or else the one in brackets in its heading; empty if it has neither. */
export function unitOf({ unit, heading }: ChartColumn): string {
  return unit === '' ? (UNIT_IN_BRACKETS.exec(heading)?.[1] ?? '') : unit
}

/** The unit in brackets at the end of a heading. */
export const UNIT_IN_BRACKETS = /\s*[([]([\p{L}\p{Sc}%°/²³µ·]{1,8})[)\]]$/u

/**
 * Headings of columns that each measure something different, such as "Length" and "Price", and not one thing under
 * several conditions; also headings of columns that state a change.
 */
export const DISTINCT_MEASURE =
  /^(?:area|change|chest|circumference|cost|deviation|depth|diameter|difference|distance|duration|error|gain|height|hips?|inseam|length|loss|max(?:imum)?|mean|median|min(?:imum)?|price|radius|range|sd|size|span|thickness|volume|waist|weight|width)\b|^[±Δδ]/iu

/** Units with an arbitrary zero: a bar twice as long would not mean twice as much. */
export const ARBITRARY_ZERO = /^(?:°[CF]?|℃|℉|dB[A-Z]?|pH|px|pt|am|pm|st|nd|rd|th)$/i

/** Whether a column has a unit in its cells, or a heading that names a unit or something counted. */
export function isMeasure({ unit, heading }: ChartColumn): boolean {
  return unit !== '' || MEASURE_HEADING.test(heading)
}

/**
 * Matches headings of columns that measure something: "Length (km)", "Boats per day", "Number of passages",
 * "Population". Plain field names ("Value", "Default", "Size") do not match.
 */
const MEASURE_HEADING =
  /[([][\p{L}\p{Sc}%°/²³ .]{1,24}[)\]]|,\s*(?:in\s)?[\p{L}\p{Sc}%/²³]{1,12}$|%|\p{Sc}|\bper\b|\b(?:number|amount|count|total|share|sum|quantity) of\b|^(?:#|no\.|nr\.|anzahl|nombre|número|antal) (?:of|der|de)?\s*\p{L}|^(?:amount|anzahl|applicants|attendance|attendees|births|boats|cases|commits|count|customers|deaths|downloads|einwohner|employees|followers|guests|inhabitants|installations|installs|members|nombre|orders|passengers|people|population|participants|quantity|respondents|responses|revenue|sales|ships|stars|students|subscribers|tickets|trips|turnover|users|visitors|visits|votes|voters)$/iu

/**
 * Whether a column counts things that its heading names in the plural: whole numbers of "Goals", "Calls answered". A
 * heading that names nothing countable, such as "Values" or "Settings", is not enough.
 */
export function isCount({ unit, heading, quantities }: ChartColumn): boolean {
  const [noun = ''] = /^\p{L}+/u.exec(heading.trim()) ?? []
  const isPlural = /(?:[^aiosu]s|[aeo]es|ios|oos|people|men|women|children)$/i.test(noun) && !UNCOUNTABLE.test(noun)
  return unit === '' && isPlural && quantities.every(({ value }) => Number.isInteger(value))
}

const UNCOUNTABLE =
  /^(?:chess|codes|coordinates|dates|defaults|details|ids|levels|mathematics|news|numbers|notes|options|physics|places|ports|ranks|results|rooms|scores|seats|series|settings|sizes|species|status(?:es)?|tracks|values|versions|years)$/i

/** Whether a column contains values, rather than years or numbers that only identify things. */
export function containsValues(column: ChartColumn | undefined): boolean {
  return column !== undefined && !containsYears(column) && !IDENTIFIER_HEADING.test(column.heading)
}

/** Headings of columns whose numbers identify things: "Room", "Order no.", "ISBN". */
const IDENTIFIER_HEADING =
  /\b(?:id|isbn|issn|doi|code|no\.?|nr\.?|№|number|page|phone|pin|platform|port|postcode|rank|ranking|position|place|room|seat|telephone|track|version|zip)$|^#$/iu

/** Whether a column contains whole numbers that are years. */
function containsYears(column: ChartColumn | undefined): boolean {
  return (
    column !== undefined &&
    column.unit === '' &&
    column.quantities.every(({ value }) => Number.isInteger(value) && value >= 1500 && value <= 2100) &&
    column.texts.every((text) => /^\d{4}$/.test(text))
  )
}
