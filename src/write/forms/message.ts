import type { Span } from '../../model/span.ts'
import { type Candidate, shift } from '../candidates.ts'
import type { Ledger } from '../ledger.ts'
import { lineOf } from '../line.ts'
import { isMessage } from '../stands.ts'
import type { FormFinder } from './form.ts'

/** What somebody is said to tell the world: "…, the two towns send a clear message that no wall will be torn down." */
export const messageForm: FormFinder = (ledger, candidates) => {
  for (const [at, candidate] of candidates.entries()) {
    const content = messageIn(ledger, candidate)
    if (content !== null) return { content: { type: 'statement', ...content }, from: at, to: at }
  }
  return null
}

function messageIn(ledger: Ledger, { sentence }: Candidate) {
  const { text, weight, span: place } = sentence
  const match = MESSAGE.exec(text)
  if (match === null || /["“”?]/u.test(text)) return null
  const [whole, before = '', sender = ''] = match
  const make = (spans: readonly Span[]) =>
    lineOf({ text: ledger.article.text, spans: spans.map((span) => shift(span, place[0])), kind: 'prose', weight })
  const statement = make(withoutThat(text, whole.length))
  const source = make([[before.length, before.length + sender.length]])
  return isMessage(ledger, statement) && !PRONOUN.test(source.text) ? { statement, source } : null
}

/** "… that this and that that": without the first "that" the second goes too. */
function withoutThat(text: string, start: number): readonly Span[] {
  const again = /(?<=\b(?:and|or) )that /.exec(text.slice(start))
  if (again === null) return [[start, text.length]]
  return [
    [start, start + again.index],
    [start + again.index + again[0].length, text.length],
  ]
}

/** What comes before, who sends the message, and the message. */
const MESSAGE =
  /^((?:[^,]*, )?)([^,]{2,60}? (?:send|sends|sent) (?:a|the|one) (?:clear|powerful|simple|strong|unmistakable) (?:message|signal)) that /iu

const PRONOUN = /^(?:he|it|she|that|they|this|we)\b/i
