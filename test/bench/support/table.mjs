/**
 * A row of the table; `value` and `target` are as printed, `isMet` is left out where there is no target, and `details`
 * are the lines to read under the table.
 * @typedef {{ area: string, what: string, value: string, target?: string, isMet?: boolean, details?: readonly string[] }} Row
 */

/**
 * Prints the rows as one table, and under it the details of each row that has any.
 * @param {readonly Row[]} rows
 */
export function printTable(rows) {
  const cells = rows.map(({ area, what, value, target = '', isMet }) => [area, what, value, target, verdict(isMet)])
  const table = [['', 'measure', 'value', 'target', ''], ...cells]
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)))
  console.log()
  for (const [index, row] of table.entries()) {
    const shown = index > 1 && row[0] === table[index - 1][0] ? ['', ...row.slice(1)] : row
    console.log(
      shown
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
  }
  for (const { area, what, details = [] } of rows) {
    if (details.length === 0) continue
    console.log(`\n${area}, ${what}:`)
    for (const line of details) console.log(`  ${line}`)
  }
  const missed = rows.filter(isMissed).length
  console.log(`\n${missed === 0 ? 'every target is met' : `${missed} targets are missed`}`)
}

/** @param {Pick<Row, 'isMet'>} row */
export function isMissed({ isMet }) {
  return isMet === false
}

function verdict(isMet) {
  if (isMet === undefined) return ''
  return isMet ? 'ok' : 'MISSED'
}

/** A row for faults, of which there should be none; the details name them. */
export function noneRow({ area, what, details }) {
  return { area, what, value: `${details.length}`, target: '0', isMet: details.length === 0, details }
}

/** A row for a fraction that must reach a target. */
export function fractionRow({ area, what, fraction, target, details }) {
  const row = { area, what, value: fraction.toFixed(3), details }
  return target === undefined ? row : { ...row, target: target.toFixed(2), isMet: fraction >= target }
}

/** A row for several things that must all be true. */
export function allRow({ area, what, count, of, details }) {
  return { area, what, value: `${count} of ${of}`, target: 'all', isMet: count === of, details }
}
