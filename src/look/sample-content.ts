// The table, chart, listing and picture of the sample deck.

import type { CodePiece } from '../model/draft.ts'

export const ROWS: readonly (readonly string[])[] = [
  ['Outer bar', '0 km', '0 min', 'nothing: this is the open sea'],
  ['Old lighthouse', '14 km', '22 min', 'a shallow bank on the western side'],
  ['Ferry landing', '31 km', '58 min', 'two narrow bends and a bridge'],
  ['Upper lock', '47 km', '131 min', 'the river itself, which runs against it'],
]

export const POWER: readonly (readonly [year: string, power: string])[] = [
  ['2019', '12'],
  ['2020', '15'],
  ['2021', '14'],
  ['2022', '19'],
  ['2023', '24'],
]

/** A listing with an example of each role. */
export const LISTING: readonly (readonly CodePiece[])[] = [
  [plain('TWELFTHS = [1, 2, 3, 3, 2, 1]')],
  [],
  [{ text: 'def', role: 'keyword' }, plain(' '), { text: 'height', role: 'name' }, plain('(hour, low, high):')],
  [plain('    '), { text: '"""The level this many hours after low tide."""', role: 'string' }],
  [plain('    risen = sum(TWELFTHS[:hour])')],
  [plain('    '), { text: 'return', role: 'keyword' }, plain(' low + (high - low) * risen / 12')],
  [],
  [{ text: '# noon at the old lighthouse', role: 'comment' }],
  [plain('print(height(3, 0.4, 4.0))')],
]

function plain(text: string): CodePiece {
  return { text, role: null }
}

const CURVE_POINTS = Array.from({ length: 97 }, (_, step) => {
  const hour = step / 4
  const height = Math.cos((hour / 12.42) * 2 * Math.PI) + 0.28 * Math.cos((hour / 24) * 2 * Math.PI + 0.6)
  return `${(90 + hour * 44).toFixed(1)},${(300 - height * 170).toFixed(1)}`
})

const HOUR_LINES = [0, 6, 12, 18, 24].map((hour) => `<path d="M${90 + hour * 44} 60V540" stroke="#d6dade"/>`)

/** A drawing with its own background, like most pictures. */
const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 620"><path fill="#ffffff" d="M0 0h1200v620H0z"/><g fill="none" stroke-width="2">${HOUR_LINES.join('')}<path d="M90 300H1146" stroke="#8b949c"/><path d="M90 540H1146" stroke="#39424a" stroke-width="3"/></g><polygon fill="#1f6f8b" fill-opacity=".14" points="90,540 ${CURVE_POINTS.join(' ')} 1146,540"/><polyline fill="none" stroke="#1f6f8b" stroke-width="6" stroke-linejoin="round" points="${CURVE_POINTS.join(' ')}"/></svg>`

export const TIDE_CURVE = `data:image/svg+xml;base64,${Buffer.from(DRAWING).toString('base64')}`
