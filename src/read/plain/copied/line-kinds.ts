import type { SourceLine } from '../lines.ts'
import { isProgramOutput } from '../looks-like-code.ts'
import { signsOf } from './signs.ts'
import { KINDS, type Kind, TRANSITIONS, WEIGHTS } from './weights.ts'

/**
 * Finds the kinds of the lines of a copied page: the likeliest sequence for all lines together, beginning with a
 * heading, the title.
 */
export function kindsOf(lines: readonly SourceLine[]): readonly Kind[] {
  const signs = signsOf(lines)
  const documents = hereDocuments(lines)
  const steps: KindStep[][] = []
  for (const [index, line] of lines.entries()) {
    const before = steps.at(-1)
    const transitions = line.gap > 0 ? TRANSITIONS.spaced : TRANSITIONS.tight
    steps.push(
      KINDS.map((kind): KindStep => {
        const lineScore =
          isPossible(kind, line, lines[index + 1]) &&
          (kind === 'code' || !(documents.has(line) || isProgramOutput(line)))
            ? scoreOf(kind, signs[index] ?? [])
            : IMPOSSIBLE
        if (!before) return { score: kind === 'heading' ? 0 : IMPOSSIBLE, from: kind }
        const options = KINDS.map((from, at) => ({
          from,
          score: (before[at]?.score ?? 0) + (transitions[from][kind] ?? 0),
        }))
        const best = options.reduce((most, option) => (option.score > most.score ? option : most))
        return { score: best.score + lineScore, from: best.from }
      }),
    )
  }
  return backtrack(steps)
}

interface KindStep {
  /** The score of the likeliest sequence that ends here. */
  readonly score: number
  /** The previous kind in that sequence. */
  readonly from: Kind
}

const IMPOSSIBLE = -1e6

/**
 * Whether a line can be of the given kind. A row has tabs between its cells. An item cannot be followed by a blank
 * line, and loses nothing if it is then read as a paragraph.
 */
function isPossible(kind: Kind, { text }: SourceLine, next: SourceLine | undefined): boolean {
  if (kind === 'row') return text.includes('\t')
  return kind !== 'item' || next === undefined || next.gap === 0
}

function scoreOf(kind: Kind, signs: readonly string[]): number {
  return signs.reduce((sum, sign) => sum + (WEIGHTS[sign]?.[kind] ?? 0), 0)
}

function backtrack(steps: readonly (readonly KindStep[])[]): readonly Kind[] {
  const kinds: Kind[] = []
  const last = steps.at(-1) ?? []
  const best = last.reduce((most, { score }, index) => (score > (last[most]?.score ?? IMPOSSIBLE) ? index : most), 0)
  let kind = KINDS[best] ?? 'prose'
  for (const step of steps.toReversed()) {
    kinds.push(kind)
    kind = step[KINDS.indexOf(kind)]?.from ?? 'prose'
  }
  return kinds.toReversed()
}

/** Finds the lines of here documents, which a shell reads up to a given word: `cat <<END`. */
function hereDocuments(lines: readonly SourceLine[]): ReadonlySet<SourceLine> {
  const found = new Set<SourceLine>()
  for (const [index, { text }] of lines.entries()) {
    const [, word] = HERE_DOCUMENT.exec(text) ?? []
    const end =
      word === undefined ? -1 : lines.slice(index + 1, index + LONGEST_HEREDOC).findIndex((line) => line.text === word)
    if (end >= 0) for (const line of lines.slice(index, index + end + 2)) found.add(line)
  }
  return found
}

const HERE_DOCUMENT = /<<-?\s*["']?(\w+)["']?/
const LONGEST_HEREDOC = 100
