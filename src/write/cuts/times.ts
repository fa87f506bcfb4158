import type { Token } from '../../grammar/tree.ts'
import { type Cut, coreOf, type Ground, type Kind, plainAt, withCommas } from './cut.ts'

/** Days, and times of the day. */
export const TIMES: readonly Kind[] = [timeCut]

/** ... on Friday · ... last week. Only of something that happened: it did all the same. */
function timeCut(token: Token, { tree, isEvent }: Ground): Cut | null {
  if (!isEvent || !/^(?:obl|nmod)/.test(token.relation) || !TIME_WORDS.has(plainAt(tree, token.index))) return null
  const phrase = coreOf(tree, token.index)
  const isMore = /^(?:later|earlier|early|late)$/.test(plainAt(tree, phrase.first - 1))
  const core = isMore ? { ...phrase, first: phrase.first - 1 } : phrase
  const opener = plainAt(tree, core.first)
  // "in Berlin Friday": one name to a reader.
  const isNamed =
    /^\p{Lu}/u.test(token.text) && tree.tokens[core.first - 1]?.upos === 'PROPN' && core.first === token.index
  if (core.first === 0 || core.last - core.first >= LONGEST_TIME || isNamed) return null
  const isBare = core.first === token.index || /^(?:on|this|last|next|early|late|earlier|later)$/.test(opener)
  const isOfVerb = tree.tokens[token.head]?.upos === 'VERB' || token.relation === 'nmod:unmarked'
  return isBare && isOfVerb ? { ...withCommas(tree, core), strength: 1 } : null
}

/** Words for days and times of the day. */
export const TIME_WORDS: ReadonlySet<string> = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow morning afternoon evening night ' +
    'week month weekend year'
  ).split(' '),
)

/** "on Friday morning" is one; "in the week before the vote" says more. */
const LONGEST_TIME = 4

/** The numbers that only say when, by index: "August 29", "29 August", "1949", "7:30 pm", "two days before". */
export function datesIn(tokens: readonly Token[]): ReadonlySet<number> {
  return new Set(
    tokens.flatMap(({ index, text }, at) => {
      const [before, next] = [tokens[at - 1]?.text ?? '', tokens[at + 1]?.text ?? '']
      const isDay = MONTH.test(before) || MONTH.test(next)
      const isYear = /^(?:1[5-9]|20)\d\d$/.test(text) && !/^[$€£]$/.test(before)
      const isHour = /^[ap]\.?m\.?$/i.test(next)
      const isSpan = SPAN.test(next) && /^(?:before|after|ago|earlier|later)$/i.test(tokens[at + 2]?.text ?? '')
      return isDay || isYear || isHour || isSpan ? [index] : []
    }),
  )
}

const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/i
const SPAN = /^(?:minute|hour|day|week|month|year|decade)s?$/i
