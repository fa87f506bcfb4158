// All features of the lines of a copied page.

import type { SourceLine } from '../lines.ts'
import { isPrompt } from '../looks-like-code.ts'
import { isTitleCase } from '../word-patterns.ts'
import { lineSigns } from './line-signs.ts'
import { type LineTraits, lineTraitsOf } from './line-traits.ts'
import { betweenSigns, pairSigns } from './pair-signs.ts'

/** Lists the features of each line, by itself and among its neighbours, by their names in `weights.ts`. */
export function signsOf(lines: readonly SourceLine[]): readonly (readonly string[])[] {
  const sights = lines.map(lineTraitsOf)
  const below = tightRuns(lines.map((_, index) => lines[index + 1]).toReversed()).toReversed()
  const above = tightRuns(lines)
  const runs = runSigns(sights)
  return sights.map((at, index) => {
    const stand = spaceBelow(lines[index + 1])
    const own = lineSigns(at)
    return [
      'always',
      stand,
      ...own,
      ...own.map((sign) => `${sign}, ${stand}`),
      ...NEAR.flatMap(([where, away]) => signsBeside(sights[index + away], where)),
      `next ${spaceBelow(lines[index + 2])}`,
      ...(runs[index] ?? []),
      `${below[index] ?? 0} tight below`,
      `${above[index] ?? 0} tight above`,
      ...pairSigns(at, sights[index - 1], 'before'),
      ...pairSigns(at, sights[index + 1], 'next'),
      ...betweenSigns(at, sights[index - 1], sights[index + 1]),
    ]
  })
}

/**
 * Tells whether a blank line follows a line. In a copy, one follows every paragraph; the only others are in code.
 */
function spaceBelow(next: SourceLine | undefined): string {
  return next?.gap === 0 ? 'tight' : 'spaced'
}

/** Counts, for each line, the lines directly above it without a blank line in between, up to a maximum. */
function tightRuns(lines: readonly (SourceLine | undefined)[]): readonly number[] {
  const runs: number[] = []
  for (const line of lines) runs.push(line?.gap === 0 ? Math.min(LONGEST_RUN, (runs.at(-1) ?? 0) + 1) : 0)
  return runs
}

const LONGEST_RUN = 4

/**
 * Describes, for each line, the run of lines without a blank one to which it belongs: how the run began, and whether
 * the line is below a prompt in it.
 */
function runSigns(sights: readonly LineTraits[]): readonly (readonly string[])[] {
  let opening: readonly string[] = []
  let isTyped = false
  return sights.map((at, index) => {
    if (at.gap > 0) {
      const before = sights[index - 1]
      opening = [
        ...(at.isCode ? ['run of code'] : []),
        ...(at.isPlainlyCode ? ['run of what is plainly code'] : []),
        ...(before?.end === 'colon' ? ['run after a colon'] : []),
      ]
      isTyped = false
    }
    const signs = isTyped ? [...opening, 'under a prompt'] : opening
    isTyped = (isTyped && at.functionWords * 4 < at.words) || isPrompt(at.line)
    return signs
  })
}

const NEAR: readonly (readonly [where: string, away: number])[] = [
  ['before', -1],
  ['next', 1],
  ['two before', -2],
  ['two after', 2],
]

function signsBeside(at: LineTraits | undefined, where: string): readonly string[] {
  if (!at) return [`${where}: none`]
  return BESIDE.flatMap(([name, holds]) => (holds(at) ? [`${where}: ${name}`] : []))
}

const BESIDE: readonly (readonly [name: string, holds: (at: LineTraits) => boolean])[] = [
  ['narrow', ({ width }) => width < 45],
  ['over 120', ({ width }) => width >= 120],
  ['ends in a stop', ({ end }) => end === 'stop'],
  ['ends in a colon', ({ end }) => end === 'colon'],
  ['code', ({ isCode }) => isCode],
  ['plainly code', ({ isPlainlyCode }) => isPlainlyCode],
  ['begins in lower case', ({ start }) => start === 'lower'],
  ['begins with a mark', ({ start }) => start === 'symbol'],
  ['indented', ({ indent }) => indent > 0],
  ['plain words alone', ({ plainWords, words }) => plainWords === words],
  ['tying words', ({ functionWords, words }) => functionWords * 4 >= words],
  ['title case', ({ text }) => isTitleCase(text)],
  ['begins with a capital', ({ start }) => start === 'upper'],
  ['one word', ({ words }) => words === 1],
  ['under 80', ({ width }) => width < 80],
]
