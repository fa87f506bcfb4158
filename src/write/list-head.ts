import { countWords } from '../grammar/words.ts'
import type { Line } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import { isDangling, linesFor, shift } from './candidates.ts'
import type { Group } from './group.ts'
import { endsOpen, isOnlyCounted, isOpen, namedBy } from './lead.ts'
import { isUsedTitle, type Ledger } from './ledger.ts'
import { lineOf, passageLine } from './line.ts'
import { isBareLead, LONGEST_TITLE } from './title.ts'

/** What stands over the items of a list. */
export interface Head {
  readonly title: Line | null
  readonly lead: Line | null
}

/** A lead of more words than this leaves the list too little room. */
export const LONGEST_LEAD = 14

/** Of a list without a heading it is all that tells what the list is of. */
export const LONGEST_LONE_LEAD = 22

/** What stands over a list whose lead has no more than so many words: its heading, or what its lead names, or that lead. */
export function headOf(ledger: Ledger, { headings, lead: announcement, sentences }: Group, most: number): Head {
  const heading = headings.at(-1)
  const lines = announcement === null ? [] : linesFor(ledger, announcement)
  const short = lines.find((each) => countWords(each.text, ledger.article.language) <= most)
  const line = short ?? (announcement !== null && denies(announcement.text) ? lines[0] : null) ?? null
  if (heading !== undefined) {
    const lead = line === null || isBareLead(line.text) ? null : (announcedNoun(ledger, announcement, line) ?? line)
    return { title: passageLine(heading, 'heading'), lead }
  }
  const noun = line === null ? null : (namedBy(ledger, line) ?? announcedNoun(ledger, announcement, line))
  const named = noun === null || isOnlyCounted(noun.text) || isOfOne(noun.text) ? null : noun
  // Items that are not so, or not yet, would say the opposite without it, and phrases nothing.
  const items = sentences.filter((sentence) => sentence !== announcement && sentence.opens).map(({ text }) => text)
  const isNeeded =
    line !== null &&
    !isBareLead(line.text) &&
    (turns(line.text) || / to$/.test(line.text) || (ledger.parse !== null && isOpen(ledger.parse, items)))
  const lead = named ?? (isNeeded ? line : null)
  const isTitle =
    lead !== null &&
    (named !== null || ledger.parse === null) &&
    lead.text.length <= LONGEST_TITLE &&
    !isUsedTitle(ledger, lead) &&
    !endsOpen(lead.text)
  return isTitle ? { title: lead, lead: null } : { title: null, lead }
}

/** "This new pump has three parts": a slide before says which. What a talk is about is no other. */
function isOfOne(text: string): boolean {
  return /^(?:that|this)\b(?! (?:article|chapter|guide|list|month|post|release|section|talk|update|version|week|year)\b)/i.test(
    text,
  )
}

/** Of a lead that leans on what is not there only what it announces: "several limits", of "This gave rise to several limits:". */
function announcedNoun(ledger: Ledger, sentence: Sentence | null, line: Line): Line | null {
  if (ledger.parse === null || sentence === null || !isDangling(line, [])) return null
  const { tokens } = ledger.parse(sentence.text)
  const last = tokens.findLastIndex(({ upos }) => upos !== 'PUNCT')
  // "when one of the following applies"
  if (tokens[last]?.xpos !== 'NNS' || /^(?:applies|happens|helps|holds|occurs)$/i.test(tokens[last]?.text ?? ''))
    return null
  const before = tokens
    .slice(0, last)
    .findLastIndex(({ xpos, text }) => !/^(?:JJ|CD|NN|NNP)$/.test(xpos) || /^following$/i.test(text))
  const [first, end] = [tokens[before + 1], tokens[last]]
  const joint = tokens[before]
  // "the costs and benefits", "at least two questions": a part of what is announced would be no title.
  const isWhole = /^(?:VERB|AUX|ADP|DET)$/.test(joint?.upos ?? '') || /^following$/i.test(joint?.text ?? '')
  if (first === undefined || end === undefined || !isWhole || /^no$/i.test(joint?.text ?? '')) return null
  const spans = [shift([first.start, end.end], sentence.span[0])]
  return lineOf({ text: ledger.article.text, spans, kind: 'prose', weight: line.weight })
}

/** Whether what introduces a list says that its items are not so, or should not be. */
export function denies(lead: string): boolean {
  return DENIALS.test(lead)
}

/** Whether what introduces a list says that its items are not so, were so or are only wanted. */
function turns(lead: string): boolean {
  return denies(lead) || TURNS.test(lead)
}

const TURNS =
  /\b(?:could|fail\w*|going to|hop(?:e|ed|ing)|instead|lack\w*|might|plan(?:s|ned|ning)?|rather than|refus\w*|should|stop\w*|used to|want(?:s|ed)?|will|would)\b/i

const DENIALS =
  /(?<!\p{L})(?:not|never|no(?! matter\b)|none|nothing|cannot|neither|without|avoid\p{L}*|refrain|myths?|mistakes?|misconceptions?|wrong|false|untrue|bad|worst|forbidden|prohibited|banned|illegal|excluded?|nicht|kein\p{L}*|niemals|nie|falsch|verboten|pas|jamais|interdit\p{L}*|nunca|jamás|prohibid\p{L}*)(?!\p{L})|n['’]t(?!\p{L})/iu
