import { subtree } from '../../grammar/tree.ts'
import { countWords } from '../../grammar/words.ts'
import type { Line } from '../../model/draft.ts'
import type { Span } from '../../model/span.ts'
import { type Candidate, shift } from '../candidates.ts'
import type { Ledger } from '../ledger.ts'
import { lineOf } from '../line.ts'
import type { FormFinder } from './form.ts'

/** The words of somebody who is named: `"…," said X`, `"…," X said`, `X said: "…"`. */
export const quotationForm: FormFinder = (ledger, candidates) => {
  for (const [at, candidate] of candidates.entries()) {
    const content = quotationIn(ledger, candidate)
    if (content !== null) return { content: { type: 'quote', ...content }, from: at, to: at }
  }
  return null
}

/** Fewer words are a phrase in quotation marks, more cannot be read from the back of a room. */
const LEAST_WORDS = 6
const MOST_WORDS = 36

function quotationIn(ledger: Ledger, { sentence }: Candidate): { readonly quote: Line; readonly speaker: Line } | null {
  const [match, ...others] = [...sentence.text.matchAll(QUOTED)]
  if (match === undefined || others.length > 0 || ledger.parse === null || sentence.kind === 'quotation') return null
  const words = match[1] ?? match[2] ?? ''
  const count = countWords(words, ledger.article.language)
  if (count < LEAST_WORDS || count > MOST_WORDS) return null
  const span: Span = [match.index, match.index + match[0].length]
  const rest: Span = span[0] < sentence.text.length - span[1] ? [span[1], sentence.text.length] : [0, span[0]]
  const other = rest[0] === 0 ? sentence.text.slice(span[1]) : sentence.text.slice(0, span[0])
  // What stands on both sides of the quotation is a sentence around it, not only its speaker.
  if (/\p{L}/u.test(other)) return null
  if (LEANS.test(words) || !/^\P{L}*\p{Lu}/u.test(words)) return null
  const speaker = speakerIn(ledger, sentence.text, rest)
  if (speaker === null) return null
  const make = (each: Span) =>
    lineOf({
      text: ledger.article.text,
      spans: [shift(each, sentence.span[0])],
      kind: 'prose',
      weight: sentence.weight,
    })
  const inner: Span = [span[0] + 1, span[1] - 1]
  return { quote: make(inner), speaker: make(speaker) }
}

/** What somebody says of a thing that was spoken of before says nothing alone. */
const LEANS =
  /^\W*(?:(?:and|but|so|because|if|when),? )?(?:this|that|these|those|it|he|she|they|him|her|them|here|there|his|their|its|such|whatever)\b(?! (?:is|are|was|were) (?:no|a|an|the|nothing|something)\b)/i

const QUOTED = /“([^“”]+)”|"([^"]+)"/gu

/** Verbs by which words become somebody's; to ask, to call or to title is something else. */
const SAYS =
  /^(?:say|says|said|add|adds|added|tell|tells|told|write|writes|wrote|argue|argues|argued|note|notes|noted|warn|warns|warned|explain|explains|explained|recall|recalls|recalled|insist|insists|insisted|declare|declares|declared|stress|stresses|stressed|conclude|concludes|concluded)$/i

/** Who says it: the subject of a verb of saying, where that is a name or a noun and no pronoun. */
function speakerIn(ledger: Ledger, sentence: string, [from, to]: Span): Span | null {
  const clause = sentence.slice(from, to)
  const words = clause.replace(/^[\s,.:;–—-]+|[\s,.:;–—-]+$/gu, '')
  if (words === '' || ledger.parse === null || countWords(words, 'en') > MOST_SPEAKER_WORDS) return null
  const tree = ledger.parse(words)
  const verb = tree.tokens.find(({ text }) => SAYS.test(text))
  // After its verb a subject looks like an object: "said Ada Marsh".
  const isSubject = verb?.index === 0 ? /^(?:nsubj|obj)/ : /^nsubj/
  const subject = tree.tokens.find(({ relation, head }) => isSubject.test(relation) && head === verb?.index)
  if (verb === undefined || verb.head !== -1 || subject === undefined || !/^(?:PROPN|NOUN)$/.test(subject.upos))
    return null
  const all = subtree(tree, subject.index).map((index) => tree.tokens[index])
  const [first, last] = [all[0], all.at(-1)]
  // A speaker without a name is somebody who was named before.
  if (!all.some((token) => token?.upos === 'PROPN') || /^(?:PRP\$|DT)$/.test(first?.xpos ?? '')) return null
  // Whatever the clause says beside who says it, such as when or to whom, would be lost.
  const outside = tree.tokens.filter(
    ({ index, upos }) => upos !== 'PUNCT' && index !== verb.index && !all.some((token) => token?.index === index),
  )
  if (first === undefined || last === undefined || outside.length > 0) return null
  const offset = from + clause.indexOf(words)
  return [offset + first.start, offset + last.end]
}

const MOST_SPEAKER_WORDS = 16
