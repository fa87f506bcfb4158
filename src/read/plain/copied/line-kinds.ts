import { isProgramOutput } from '../detect-code.ts'
import type { SourceLine } from '../lines.ts'
import { featuresOf } from './features.ts'
import { KINDS, type Kind, TRANSITIONS, WEIGHTS } from './weights.ts'

/**
 * Finds the kinds of the lines of a copied page: the likeliest sequence for all lines together. The first line is the
 * title, and counts as a heading.
 */
export function kindsOf(lines: readonly SourceLine[]): readonly Kind[] {
  const features = featuresOf(lines)
  const hereDocumentLines = findHereDocumentLines(lines)
  const steps: KindStep[][] = []
  for (const [index, line] of lines.entries()) {
    const before = steps.at(-1)
    const transitions = line.gap > 0 ? TRANSITIONS.spaced : TRANSITIONS.tight
    steps.push(
      KINDS.map((kind): KindStep => {
        const lineScore =
          isPossible(kind, line, lines[index + 1]) &&
          (kind === 'code' || !(hereDocumentLines.has(line) || isProgramOutput(line)))
            ? scoreOf(kind, features[index] ?? [])
            : IMPOSSIBLE
        if (!before) return { score: kind === 'heading' ? 0 : IMPOSSIBLE, previous: kind }
        const options = KINDS.map((previous, previousIndex) => ({
          previous,
          score: (before[previousIndex]?.score ?? 0) + (transitions[previous][kind] ?? 0),
        }))
        const best = options.reduce((highest, option) => (option.score > highest.score ? option : highest))
        return { score: best.score + lineScore, previous: best.previous }
      }),
    )
  }
  return backtrack(steps)
}

interface KindStep {
  /** The score of the likeliest sequence that ends with this kind on this line. */
  readonly score: number
  /** The kind of the previous line in the likeliest sequence. */
  readonly previous: Kind
}

const IMPOSSIBLE = -1e6

/**
 * Whether a line can be of the given kind. A row has tabs between its cells. An item cannot be followed by a blank
 * line, since nothing is lost if such a line is read as a paragraph.
 */
function isPossible(kind: Kind, { text }: SourceLine, next: SourceLine | undefined): boolean {
  if (kind === 'row') return text.includes('\t')
  return kind !== 'item' || next === undefined || next.gap === 0
}

function scoreOf(kind: Kind, features: readonly string[]): number {
  return features.reduce((sum, feature) => sum + (WEIGHTS[feature]?.[kind] ?? 0), 0)
}

function backtrack(steps: readonly (readonly KindStep[])[]): readonly Kind[] {
  const kinds: Kind[] = []
  const last = steps.at(-1) ?? []
  const best = last.reduce(
    (highest, { score }, index) => (score > (last[highest]?.score ?? IMPOSSIBLE) ? index : highest),
    0,
  )
  let kind = KINDS[best] ?? 'prose'
  for (const step of steps.toReversed()) {
    kinds.push(kind)
    kind = step[KINDS.indexOf(kind)]?.previous ?? 'prose'
  }
  return kinds.toReversed()
}

/** Finds the lines of here documents, which end at a word that a shell command gives: `cat <<END`. */
function findHereDocumentLines(lines: readonly SourceLine[]): ReadonlySet<SourceLine> {
  const found = new Set<SourceLine>()
  for (const [index, { text }] of lines.entries()) {
    const [, word] = HERE_DOCUMENT.exec(text) ?? []
    const end =
      word === undefined
        ? -1
        : lines.slice(index + 1, index + LONGEST_HERE_DOCUMENT).findIndex((line) => line.text === word)
    if (end >= 0) for (const line of lines.slice(index, index + end + 2)) found.add(line)
  }
  return found
}

const HERE_DOCUMENT = /<<-?\s*["']?(\w+)["']?/
/** In lines. */
const LONGEST_HERE_DOCUMENT = 100
