import type { Content, Line } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import { type Candidate, candidatesOf, leansOn } from './candidates.ts'
import { claimsOf, namesIn } from './claims.ts'
import { enumerationIn } from './enumerate.ts'
import { comparisonForm } from './forms/comparison.ts'
import type { Formed, FormFinder } from './forms/form.ts'
import { messageForm } from './forms/message.ts'
import { numberForm } from './forms/number.ts'
import { quotationForm } from './forms/quotation.ts'
import { timelineForm } from './forms/timeline.ts'
import { type Group, withoutHeadings } from './group.ts'
import { enter, type Ledger, MOST_WORDS, wordsIn } from './ledger.ts'
import { passageLine } from './line.ts'
import { isShown, repetition } from './shown.ts'
import { LONGEST_TITLE } from './title.ts'

/** A group of prose cut at the sentences that take a form of their own: what stands before them, they, what follows. */
export interface Parted {
  readonly before: Group | null
  readonly title: Line | null
  readonly content: Content
  readonly said: readonly Sentence[]
  readonly after: Group | null
}

/** Cuts a group at the first form that it has, where that is worth a slide; null where it has none. */
export function partByForm(ledger: Ledger, group: Group): Parted | null {
  const candidates = candidatesOf(ledger, group.sentences)
  for (const { find, isAlways } of FORMS) {
    const formed = find(ledger, candidates)
    if (formed === null || isRepeated(ledger, formed.content)) continue
    const parted = partAt(ledger, { group, candidates, formed, isAlways })
    if (parted !== null) return parted
  }
  return null
}

/** The particular before the general. What happens often may not cut a slide in two that is whole. */
const FORMS: readonly { readonly find: FormFinder; readonly isAlways: boolean }[] = [
  { find: timelineForm, isAlways: true },
  { find: comparisonForm, isAlways: true },
  { find: messageForm, isAlways: true },
  { find: quotationForm, isAlways: false },
  { find: numberForm, isAlways: false },
]

interface Parting {
  readonly group: Group
  readonly candidates: readonly Candidate[]
  readonly formed: Formed
  /** Whether the form is worth a slide however much stands around it. */
  readonly isAlways: boolean
}

/** So many sentences that can be shown make a slide of their own; fewer are said with the form. */
const ENOUGH = 2

/** A group with so much to show becomes several slides anyhow. */
const PLENTY = 5

function partAt(ledger: Ledger, { group, candidates, formed, isAlways }: Parting): Parted | null {
  const [first, last] = [candidates[formed.from]?.index ?? 0, candidates[formed.to]?.index ?? 0]
  const [isOpened, isFollowed] = [formed.from >= ENOUGH, candidates.length - formed.to - 1 >= ENOUGH]
  const isSmall = !isAlways && (isOpened || isFollowed) && candidates.length < PLENTY
  const opens = !isAlways && candidates[formed.from]?.sentence.opens === true && formed.content.type === 'quote'
  if (isSmall && !opens && (!isHeart(candidates, formed) || candidates.some((each) => enumerates(ledger, each))))
    return null
  // What a small group turns on is its slide: the rest is said with it.
  const isCut = !isSmall || opens
  const [hasBefore, hasAfter] = [isOpened && isCut, isFollowed && isCut]
  const opening = hasBefore ? null : (candidates[formed.from - 1] ?? null)
  const found = hasBefore ? null : titleFor(ledger, group, opening)
  const shown = [...claimsOf(formed.content), ...namesIn(formed.content)]
  const isCrowded = formed.content.type !== 'timeline' && wordsIn(ledger, [found, ...shown]) > MOST_WORDS
  if (isCrowded && found?.kind === 'heading') return null
  const title = isCrowded ? null : found
  const said = group.sentences.slice(hasBefore ? first : 0, hasAfter ? last + 1 : group.sentences.length)
  const value = formed.content.type === 'number' ? [formed.content.value] : []
  enter(ledger, title, [...value, ...claimsOf(formed.content)])
  return {
    before: hasBefore ? { ...group, sentences: group.sentences.slice(0, first) } : null,
    title,
    content: formed.content,
    said,
    after: hasAfter ? { ...withoutHeadings(group), sentences: group.sentences.slice(last + 1) } : null,
  }
}

/** Whether nothing in the group weighs more than what takes a form. */
function isHeart(candidates: readonly Candidate[], { from, to }: Formed): boolean {
  const heaviest = Math.max(...candidates.map(({ sentence }) => sentence.weight))
  return candidates.slice(from, to + 1).some(({ sentence }) => sentence.weight >= heaviest)
}

function enumerates({ parse }: Ledger, { sentence }: Candidate): boolean {
  return parse !== null && enumerationIn(parse, sentence.text) !== null
}

/** The heading that waits, else the one sentence before, where it is short enough and leans on nothing. */
function titleFor(ledger: Ledger, { headings }: Group, opening: Candidate | null): Line | null {
  const heading = headings.at(-1)
  if (heading !== undefined) return passageLine(heading, 'heading')
  const fitting = (opening?.lines ?? []).filter(
    (line) => line.text.length <= LONGEST_TITLE && !leansOn(ledger, line, []) && !/[?!]$/.test(line.text),
  )
  const fullest = fitting.toSorted((one, other) => other.text.length - one.text.length)[0]
  return fullest === undefined || repetition(ledger.shown, fullest) >= SAME ? null : fullest
}

/** A line of which an earlier line holds this much says the same again. */
const SAME = 0.7

function isRepeated(ledger: Ledger, content: Content): boolean {
  if (content.type === 'number' && wasShownAlone(ledger, content.value)) return true
  return claimsOf(content).some((line) => repetition(ledger.shown, line) >= SAME)
}

/** Only the value of a figure is a line of nothing but a number. */
function wasShownAlone(ledger: Ledger, value: Line): boolean {
  return isShown(ledger.shown, value)
}
