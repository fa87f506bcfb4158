import type { Line, Side } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import { spoken } from './body.ts'
import { candidatesOf } from './candidates.ts'
import { between } from './forms/comparison.ts'
import { type Group, withoutHeadings } from './group.ts'
import { enter, type Ledger } from './ledger.ts'
import { passageLine } from './line.ts'
import { repetition } from './shown.ts'

/** Two groups of which the first begins with what some do and the second with what others do. */
export interface Opposed {
  readonly title: Line | null
  readonly sides: readonly [Side, Side]
  readonly said: readonly Sentence[]
  /** What the first group says beside; null where that is said with the comparison. */
  readonly rest: Group | null
}

/** "Some experts …", and a paragraph later "Other analysts …"; null where the second does not answer the first. */
export function opposedIn(ledger: Ledger, [first, second]: readonly [Group, Group]): Opposed | null {
  if (ledger.parse === null || !isOpen(first) || !isOpen(second) || second.headings.length > 0) return null
  const candidates = candidatesOf(ledger, first.sentences)
  const [one, other] = [candidates[0], candidatesOf(ledger, second.sentences)[0]]
  if (one?.index !== 0 || other?.index !== 0) return null
  const sides = between(ledger, ledger.parse, [one, other])
  if (sides === null || sides.some(({ text }) => repetition(ledger.shown, text) >= SAME)) return null
  const heading = first.headings.at(-1)
  const title = heading === undefined ? null : passageLine(heading, 'heading')
  const sentences = first.sentences.slice(1)
  const isAlone = candidates.length <= ENOUGH
  enter(
    ledger,
    title,
    sides.map(({ text }) => text),
  )
  return {
    title,
    sides,
    said: [...first.headings.slice(0, -1).map(spoken), ...(isAlone ? first.sentences : first.sentences.slice(0, 1))],
    rest: isAlone ? null : { ...withoutHeadings(first), sentences },
  }
}

/** A line of which an earlier line holds this much says the same again. */
const SAME = 0.7

/** So many sentences beside the first do not make a slide of their own. */
const ENOUGH = 2

function isOpen({ form, concludes }: Group): boolean {
  return form === 'prose' && !concludes
}
