import { contentWords } from '../grammar/content-words.ts'
import type { Draft, Line } from '../model/draft.ts'
import type { Means } from './body.ts'
import { furnitureOf } from './furniture.ts'
import type { Scores } from './judge/scores.ts'
import type { Unit } from './judge/units.ts'
import { lengthsOf } from './lengths.ts'
import { addedLine } from './line.ts'

/** A shorter talk is still in everybody's mind at its end. */
const LONG_TALK = 6
const MOST_TAKEAWAYS = 3
/** Fewer would be arbitrary. */
const LEAST_TAKEAWAYS = 2
const LONGEST_TAKEAWAY = 28
/** The log-odds that a takeaway has at least of being one of the three key sentences. */
const LEAST_KEY = -1.2

/** The sentences that carry the message of the article, where they stand by themselves; null where there are too few. */
export function writeTakeaways(
  { context, judged }: Means,
  {
    units,
    scores,
    slides,
  }: { readonly units: readonly Unit[]; readonly scores: readonly Scores[]; readonly slides: number },
): Draft | null {
  if (slides < LONG_TALK || context.parse === null) return null
  const ranked = units
    .flatMap((unit, index) => {
      const own = scores[index]
      return own === undefined || own.key < LEAST_KEY || own.filler > 0 ? [] : [{ unit, key: own.key }]
    })
    .toSorted((one, other) => other.key - one.key)
  const taken: { readonly line: Line; readonly words: ReadonlySet<string> }[] = []
  for (const { unit } of ranked) {
    if (taken.length === MOST_TAKEAWAYS) break
    if (judged.get(unit.sentence.span[0])?.unit.sentence.kind === 'quotation') continue
    const length = lengthsOf(context, unit.sentence).find(
      ({ lean, words }) => lean === null && words <= LONGEST_TAKEAWAY && words >= 6,
    )
    if (length === undefined || /[?:]$/.test(length.line.text)) continue
    const words = new Set(contentWords(length.line.text))
    if (taken.some((other) => shareOf(words, other.words) > 0.6)) continue
    taken.push({ line: length.line, words })
  }
  if (taken.length < LEAST_TAKEAWAYS) return null
  const points = taken
    .map(({ line }) => line)
    .toSorted((one, other) => (one.spans[0]?.[0] ?? 0) - (other.spans[0]?.[0] ?? 0))
  return {
    type: 'draft',
    purpose: 'takeaways',
    part: 0,
    title: addedLine(furnitureOf(context.article.language).takeaways),
    content: { type: 'takeaways', points },
    said: [],
  }
}

function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((word) => other.has(word)).length / Math.max(1, Math.min(one.size, other.size))
}
