// Computes all features of the lines of a copied page.

import { isPrompt } from '../detect-code.ts'
import type { SourceLine } from '../lines.ts'
import { isTitleCase } from '../word-patterns.ts'
import { lineFeatures } from './line-features.ts'
import { type LineTraits, lineTraitsOf } from './line-traits.ts'
import { bothNeighbourFeatures, neighbourFeatures } from './neighbour-features.ts'

/** Lists the features of each line, by itself and among its neighbours, under their names in `weights.ts`. */
export function featuresOf(lines: readonly SourceLine[]): readonly (readonly string[])[] {
  const traits = lines.map(lineTraitsOf)
  const below = countTightRuns(lines.map((_, index) => lines[index + 1]).toReversed()).toReversed()
  const above = countTightRuns(lines)
  const runs = runFeatures(traits)
  return traits.map((line, index) => {
    const spacing = spaceBelow(lines[index + 1])
    const ownFeatures = lineFeatures(line)
    return [
      'always',
      spacing,
      ...ownFeatures,
      ...ownFeatures.map((feature) => `${feature}, ${spacing}`),
      ...NEARBY_LINES.flatMap(([where, distance]) => nearbyFeatures(traits[index + distance], where)),
      `next ${spaceBelow(lines[index + 2])}`,
      ...(runs[index] ?? []),
      `${below[index] ?? 0} tight below`,
      `${above[index] ?? 0} tight above`,
      ...neighbourFeatures(line, traits[index - 1], 'before'),
      ...neighbourFeatures(line, traits[index + 1], 'next'),
      ...bothNeighbourFeatures(line, traits[index - 1], traits[index + 1]),
    ]
  })
}

/**
 * Returns "spaced" if there is a blank line before `next`, otherwise "tight". In a copied page, a blank line follows
 * every paragraph; the only other blank lines are in code.
 */
function spaceBelow(next: SourceLine | undefined): string {
  return next?.gap === 0 ? 'tight' : 'spaced'
}

/** Counts, for each line, the lines directly above it without a blank line in between, up to a maximum. */
function countTightRuns(lines: readonly (SourceLine | undefined)[]): readonly number[] {
  const runs: number[] = []
  for (const line of lines) runs.push(line?.gap === 0 ? Math.min(LONGEST_RUN, (runs.at(-1) ?? 0) + 1) : 0)
  return runs
}

const LONGEST_RUN = 4

/**
 * Describes, for each line, the run of lines without blank lines that contains it: how the run begins, and whether the
 * line is below a prompt in the run.
 */
function runFeatures(traits: readonly LineTraits[]): readonly (readonly string[])[] {
  let runStart: readonly string[] = []
  let isBelowPrompt = false
  return traits.map((line, index) => {
    if (line.gap > 0) {
      const before = traits[index - 1]
      runStart = [
        ...(line.isCode ? ['run of code'] : []),
        ...(line.isPlainlyCode ? ['run of plain code'] : []),
        ...(before?.end === 'colon' ? ['run after a colon'] : []),
      ]
      isBelowPrompt = false
    }
    const features = isBelowPrompt ? [...runStart, 'below a prompt'] : runStart
    isBelowPrompt = (isBelowPrompt && line.functionWordCount * 4 < line.wordCount) || isPrompt(line.sourceLine)
    return features
  })
}

const NEARBY_LINES: readonly (readonly [where: string, distance: number])[] = [
  ['before', -1],
  ['next', 1],
  ['two before', -2],
  ['two after', 2],
]

function nearbyFeatures(line: LineTraits | undefined, where: string): readonly string[] {
  if (!line) return [`${where}: none`]
  return NEARBY_FEATURES.flatMap(([name, applies]) => (applies(line) ? [`${where}: ${name}`] : []))
}

const NEARBY_FEATURES: readonly (readonly [name: string, applies: (line: LineTraits) => boolean])[] = [
  ['narrow', ({ width }) => width < 45],
  ['over 120', ({ width }) => width >= 120],
  ['ends in a stop', ({ end }) => end === 'stop'],
  ['ends in a colon', ({ end }) => end === 'colon'],
  ['code', ({ isCode }) => isCode],
  ['plainly code', ({ isPlainlyCode }) => isPlainlyCode],
  ['begins in lower case', ({ start }) => start === 'lower'],
  ['begins with a mark', ({ start }) => start === 'symbol'],
  ['indented', ({ indent }) => indent > 0],
  ['only plain words', ({ plainWordCount, wordCount }) => plainWordCount === wordCount],
  ['function words', ({ functionWordCount, wordCount }) => functionWordCount * 4 >= wordCount],
  ['title case', ({ text }) => isTitleCase(text)],
  ['begins with a capital', ({ start }) => start === 'upper'],
  ['one word', ({ wordCount }) => wordCount === 1],
  ['under 80', ({ width }) => width < 80],
]
