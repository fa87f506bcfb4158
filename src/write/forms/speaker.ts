// Finds the speaker of a quotation.

import { countWords } from '../../grammar/count-words.ts'
import { normaliseWord } from '../../grammar/english-words.ts'
import { rootOf, subtree, type Token, type Tree } from '../../grammar/tree.ts'
import { type Span, shiftSpan } from '../../model/span.ts'
import type { Context } from '../context.ts'
import type { ShownSentence } from './form.ts'

/** Returns the span of the fullest name that the article gives the speaker before the quotation; null if in doubt. */
export function speakerOf(context: Context, attribution: Attribution): Span | null {
  const subject = subjectIn(context, attribution)
  if (subject === null) return null
  const { sentence } = attribution.shown
  if (subject.isPronoun) {
    const antecedent = antecedentOf(context, attribution.before)
    return antecedent === null ? null : fullNameOf(context, antecedent)
  }
  return fullNameOf(context, shiftSpan(subject.span, sentence.span[0]))
}

/** A sentence with a quotation, the clause that names its speaker, and the sentences before it. */
export interface Attribution {
  readonly shown: ShownSentence
  readonly clause: Span
  readonly before: readonly ShownSentence[]
}

/** Verbs that attribute words to a speaker. Verbs of asking, calling and naming are not among them. */
const ATTRIBUTING_VERBS: ReadonlySet<string> = new Set(
  (
    'say says said add adds added tell tells told write writes wrote argue argues argued note notes noted warn warns warned explain explains ' +
    'explained recall recalls recalled insist insists insisted declare declares declared stress stresses stressed conclude concludes concluded'
  ).split(' '),
)

const MAX_SPEAKER_WORDS = 16

interface Subject {
  readonly span: Span
  readonly isPronoun: boolean
}

/**
 * Returns the subject of a verb of saying if it is a name, "he" or "she", and the clause says nothing else; null
 * otherwise.
 */
function subjectIn({ parse }: Context, { shown, clause: [from, to] }: Attribution): Subject | null {
  const clause = shown.sentence.text.slice(from, to)
  const words = clause.replace(/^[\s,.:;–—-]+|[\s,.:;–—-]+$/gu, '')
  if (words === '' || parse === null || countWords(words, 'en') > MAX_SPEAKER_WORDS) return null
  const offset = from + clause.indexOf(words)
  if (PRONOUN.test(words)) return { span: [offset, offset + words.length], isPronoun: true }
  const tree = parse(words)
  const verb = tree.tokens.find(({ text }) => ATTRIBUTING_VERBS.has(normaliseWord(text)))
  // After its verb, a subject looks like an object: "said Ada Marsh".
  const isSubject = verb?.index === 0 ? /^(?:nsubj|obj)/ : /^nsubj/
  const subject = tree.tokens.find(({ relation, head }) => isSubject.test(relation) && head === verb?.index)
  if (verb === undefined || verb.head !== -1 || subject === undefined || !/^(?:PROPN|NOUN)$/.test(subject.upos))
    return null
  const all = wordsUnder(tree, subject)
  const [first, last] = [all[0], all.at(-1)]
  // If the speaker is not named here, they were named before.
  if (!all.some(({ upos }) => upos === 'PROPN') || /^(?:PRP\$|DT)$/.test(first?.xpos ?? '')) return null
  // Anything else that the clause says, such as when or to whom, would be lost.
  const isOutside = tree.tokens.some((token) => token.upos !== 'PUNCT' && token !== verb && !all.includes(token))
  if (first === undefined || last === undefined || isOutside) return null
  return { span: [offset + first.start, offset + last.end], isPronoun: false }
}

const PRONOUN =
  /^(?:s?he (?:also )?(?:say|says|said|adds?|added|writes|wrote|explains?|explained|notes|noted)|(?:says|said) s?he)$/i

function wordsUnder(tree: Tree, { index }: Token): readonly Token[] {
  return subtree(tree, index).flatMap((each) => tree.tokens[each] ?? [])
}

/** The number of sentences before a pronoun that are searched for the name it refers to. */
const MAX_DISTANCE = 3

/** Returns the subject of the nearest earlier sentence whose subject is a name; null if in doubt. */
function antecedentOf({ parse }: Context, before: readonly ShownSentence[]): Span | null {
  for (const { sentence } of before.slice(-MAX_DISTANCE).toReversed()) {
    const tree = parse?.(sentence.text)
    const subjects = (tree?.tokens ?? []).filter(({ relation, upos }) => /^nsubj/.test(relation) && upos === 'PROPN')
    const [only, ...others] = subjects
    if (tree === undefined || only === undefined) continue
    // The subject of a subordinate clause is not always the person that the next sentence is about.
    if (only.head !== rootOf(tree)) return null
    const all = wordsUnder(tree, only)
    const name = all.filter(({ upos }) => upos === 'PROPN')
    const [first, last] = [name[0], name.at(-1)]
    // "She" cannot be "The State Department", and half a name is not a name.
    const isHalf = /[-‐]$/u.test(sentence.text.slice(0, first?.start ?? 0))
    const isDoubtful = others.length > 0 || all[0]?.upos === 'DET' || isHalf
    if (isDoubtful || first === undefined || last === undefined) return null
    return shiftSpan([first.start, last.end], sentence.span[0])
  }
  return null
}

/**
 * Returns the span where the article first gives the person's full name: "Ada Marsh" for "Marsh" and "Ms. Marsh".
 * Returns `span` itself if no full name, or more than one, comes before it, or if it has more than one word.
 */
function fullNameOf({ article: { text } }: Context, span: Span): Span {
  const name = text.slice(...span).replace(TITLE, '')
  if (!/^\p{Lu}[\p{L}’'-]+$/u.test(name)) return span
  const before = text.slice(0, span[0])
  const fullerNames = [
    ...before.matchAll(
      new RegExp(`(?<![\\p{L}.])((?:(?:\\p{Lu}[\\p{L}’'-]*|\\p{Lu}\\p{L}{0,3}\\.) )+)${name}(?![\\p{L}-])`, 'gu'),
    ),
  ].flatMap((match) => {
    const words = (match[1] ?? '').match(/\S+ /g) ?? []
    const start = words.findIndex((word) => !NOT_NAMES.has(word.trim().toLowerCase()))
    const given = start < 0 ? '' : words.slice(start).join('')
    // "Secretary of State John Marsh" is not called State John Marsh.
    const isGivenName = given !== '' && !TITLE.test(given) && !/\bof $/.test(before.slice(0, match.index))
    return isGivenName ? [{ given, start: match.index + (match[1] ?? '').length - given.length }] : []
  })
  const [first] = fullerNames
  if (first === undefined || fullerNames.some(({ given }) => given !== first.given)) return span
  return [first.start, first.start + first.given.length + name.length]
}

const TITLE = /^(?:mr|mrs|ms|mx|dr|prof|sir|dame|lady|lord)\.? /i

/** Words that can open a sentence before a name. */
const NOT_NAMES: ReadonlySet<string> = new Set(
  (
    'a after also an and as at because before but by did does for from has his her if in is like meet of on or our said says since so team that ' +
    'the then this though to until when where while why with'
  ).split(' '),
)
