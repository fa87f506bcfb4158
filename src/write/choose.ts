import type { Ground } from '../grammar/ground.ts'
import { type Kept, pairChance, wordChances } from '../grammar/salience.ts'
import type { Weights } from '../grammar/salience-weights.ts'
import { stemsOf } from '../grammar/stems.ts'
import type { Line } from '../model/draft.ts'
import type { Candidate } from './candidates.ts'

/** What is chosen from, and by what. */
export interface Choice {
  readonly candidates: readonly Candidate[]
  /** The section of the candidates; `place` says where in it a candidate stands. */
  readonly ground: Ground
  readonly place: (candidate: Candidate) => number
  readonly weights: Weights
  /** What the slide says already. */
  readonly said: readonly Line[]
  /** Where fewer lines would be worth most, this many are liked better. */
  readonly least: number
  readonly most: number
  /** A line of so many words is taken in while the speaker goes on; each word more costs as much as two. */
  readonly easy: number
  /** Whether a line may join those taken, each by its candidate's index. */
  readonly admits: (line: Line, candidate: Candidate, taken: ReadonlyMap<number, Line>) => boolean
}

/**
 * The lines that together are worth most for the room they take, in the article's order: at most `most`, one of a
 * candidate, at whichever of its lengths; fewer where another would only dilute them.
 */
export function choose(choice: Choice): Line[] {
  const offers = offersOf(choice)
  const first = emptyPurse(choice)
  const found = byWorth(first, offers)
    .filter((offer) => admits(choice, first, offer))
    .slice(0, MOST_STARTS)
    .map((offer) => fill(choice, offers, take(first, offer)))
    .toSorted((one, other) => other.worth - one.worth)
  const best = found[0]
  if (best === undefined) return []
  const full = found.find(({ taken, worth }) => taken.size >= choice.least && worth >= best.worth * FULL_WORTH)
  return linesOf(full ?? best)
}

/** What is best alone may leave no room for two that are better together, so that many a first line is tried; of a very long paragraph, not all. */
const MOST_STARTS = 60

/** Lines that are as many as wished for may be worth so much less than the best. */
const FULL_WORTH = 0.6

/** Takes what makes the most of the room, one after another. */
function fill(choice: Choice, offers: readonly Offer[], start: Purse): Purse {
  let purse = start
  while (purse.taken.size < choice.most) {
    const found = byWorth(purse, offers).find((offer) => admits(choice, purse, offer))
    if (found === undefined || worthWith(purse, found) <= purse.worth) return purse
    purse = take(purse, found)
  }
  return purse
}

function byWorth(purse: Purse, offers: readonly Offer[]): readonly Offer[] {
  const worths = new Map(offers.map((offer) => [offer, worthWith(purse, offer)]))
  return offers.toSorted((one, other) => (worths.get(other) ?? 0) - (worths.get(one) ?? 0))
}

function admits(choice: Choice, { taken }: Purse, { candidate, line }: Offer): boolean {
  return !taken.has(candidate.index) && choice.admits(line, candidate, taken)
}

function linesOf({ taken }: Purse): Line[] {
  return [...taken].toSorted(([one], [other]) => one - other).map(([, line]) => line)
}

/** One length of a candidate, with the chances of its words and of its neighbours. */
interface Offer {
  readonly candidate: Candidate
  readonly line: Line
  readonly words: ReadonlyMap<string, number>
  readonly pairs: ReadonlyMap<string, number>
  /** What it costs to take in, in words. */
  readonly length: number
}

function offersOf(choice: Choice): Offer[] {
  const { candidates, ground, place, weights, easy } = choice
  return candidates.flatMap((candidate) => {
    const index = place(candidate)
    const chances = wordChances(ground, index, weights)
    const own = ground.sentences[index]?.words ?? []
    const known = best(own.map(({ stem }, at) => [stem, chances[at] ?? 0]))
    return candidate.lines.map((line): Offer => {
      const words = stemsOf(line.text, ground.language, own).map((word) => ({
        word,
        chance: known.get(word.stem) ?? LEAST,
      }))
      return {
        candidate,
        line,
        words: best(words.map(({ word, chance }) => [word.stem, chance])),
        pairs: best(neighbours(words).map((pair) => [keyOf(pair), pairChance(ground, pair, weights)])),
        length: words.length + Math.max(0, words.length - easy),
      }
    })
  })
}

/** The chance of a word that its sentence does not hold, such as a half of one that was cut. */
const LEAST = 0.01

function neighbours(words: readonly Kept[]): (readonly [Kept, Kept])[] {
  return words.flatMap((word, at) => {
    const next = words[at + 1]
    return next === undefined ? [] : [[word, next] as const]
  })
}

function keyOf([one, other]: readonly [Kept, Kept]): string {
  return `${one.word.stem} ${other.word.stem}`
}

/** What is taken so far: what each word and pair brought, counted once, and how many words all lines have. */
interface Purse {
  /** By the index of its candidate. */
  readonly taken: ReadonlyMap<number, Line>
  readonly words: ReadonlyMap<string, number>
  readonly pairs: ReadonlyMap<string, number>
  readonly hits: number
  readonly length: number
  /** An estimate of how well the lines would agree with what a person chooses: twice the hits over the words of both. */
  readonly worth: number
}

/** Words that stand on the slide already bring nothing more. */
function emptyPurse({ said, ground }: Choice): Purse {
  const words = said.flatMap(({ text }) => stemsOf(text, ground.language))
  return {
    taken: new Map(),
    words: new Map(words.map(({ stem }) => [stem, 1])),
    pairs: new Map(),
    hits: 0,
    length: 0,
    worth: 0,
  }
}

function take(purse: Purse, offer: Offer): Purse {
  const hits = hitsWith(purse, offer)
  const length = purse.length + offer.length
  return {
    taken: new Map([...purse.taken, [offer.candidate.index, offer.line]]),
    words: best([...purse.words, ...offer.words]),
    pairs: best([...purse.pairs, ...offer.pairs]),
    hits,
    length,
    worth: worthOf(hits, length),
  }
}

function worthWith(purse: Purse, offer: Offer): number {
  return worthOf(hitsWith(purse, offer), purse.length + offer.length)
}

/** A human slide of a section has about so many words. */
const EXPECTED_WORDS = 36

function worthOf(hits: number, length: number): number {
  return (2 * hits) / (length + EXPECTED_WORDS)
}

/** A pair kept counts as much as so many words: what agrees best with the slides that the weights were fitted on. */
const PAIR_SHARE = 10

function hitsWith(purse: Purse, offer: Offer): number {
  return purse.hits + gain(purse.words, offer.words) + PAIR_SHARE * gain(purse.pairs, offer.pairs)
}

function gain(had: ReadonlyMap<string, number>, chances: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const [key, chance] of chances) sum += Math.max(0, chance - (had.get(key) ?? 0))
  return sum
}

/** The greatest chance of each. */
function best(chances: Iterable<readonly [key: string, chance: number]>): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const [key, chance] of chances) found.set(key, Math.max(found.get(key) ?? 0, chance))
  return found
}
