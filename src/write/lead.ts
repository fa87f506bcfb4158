import { contentWords } from '../grammar/content-words.ts'
import { FUNCTION_WORDS, plain } from '../grammar/english-words.ts'
import { isFiniteVerb } from '../grammar/tree.ts'
import type { Line } from '../model/draft.ts'
import type { Ledger } from './ledger.ts'
import { lineOf } from './line.ts'
import type { Parser } from './parser.ts'
import { isBareLead } from './title.ts'

/**
 * What a sentence that announces something names, without the words that only point at it: "three rules for the lock", of "Here
 * are three rules for the lock:". Null where it names nothing, or leans on what was said before.
 */
export function namedBy({ article, parse }: Ledger, line: Line): Line | null {
  const [first, ...rest] = line.spans
  if (first === undefined || parse === null) return isBareLead(line.text) ? null : line
  const start = first[0] + pointingLength(article.text.slice(...first))
  // A lead of one piece may end in what only points on: "To open the lock, you can run".
  const end = rest.length > 0 ? first[1] : start + withoutTail(parse, article.text.slice(start, first[1])).length
  const named =
    start === first[0] && end === first[1]
      ? line
      : lineOf({ text: article.text, spans: [[start, end], ...rest], kind: line.kind, weight: line.weight })
  const isTitle =
    !isBareLead(named.text) && !NAMELESS.test(named.text) && !POINTS_ON.test(named.text) && !ADDRESSED.test(named.text)
  return isTitle && !leansAtStart(parse, named.text) && hasMatter(parse, named.text) ? named : null
}

/** What a lead says to the reader, or of what its author does next: "Let's look at an example", "Check this out". */
const ADDRESSED =
  /^(?:(?:first|now|ok|okay|so|then|thus),? )?(?:let (?:me|us)\b|let['’]s (?:compare|do|look|run|see|take|try)\b|check (?:it |this )?out\b|compare this\b|given (?:that|this)\b|have a look\b|(?:consider|imagine|look at|notice|recall|remember|suppose|take) (?:that|the following|this|these)\b|read more\b|take a look\b|what(?:['’]s)? next\b|(?:all|each|few|many|most|one|several|some) of (?:them|these|those)\b|please (?:consult|read|refer|see)\b|(?:just )?to (?:list|mention|name|note) (?:a couple|a few|but|just|several|some)\b|to (?:clarify|conclude|illustrate|recap|sum (?:it |this )?up|summari[sz]e)\b)|\bgoing on here\b|\b(?:accomplish|achieve|did|do|does|doing|done|explain|fix|get|limit|prevent|see|solve) (?:that|this)\b(?! \p{L})|\b(?:did|do|does|doing) so\W*$|^(?:as you can see|hence|however|instead|note|of course|otherwise|therefore|thus)\b|\b(?:code|command|example|snippet) above\b/iu

/** Whether a lead has a word of its own, and the part of what it says that follows: "We can compute" lacks what. */
function hasMatter(parse: Parser, text: string): boolean {
  const isUnsaid =
    UNSAID.test(text) && /^VB[PZ]?$/.test(parse(text).tokens.findLast(({ upos }) => upos !== 'PUNCT')?.xpos ?? '')
  return !isUnsaid && (CODED.test(text) || (text.match(/\p{L}[\p{L}'’-]*/gu) ?? []).some(isOwnWord))
}

function isOwnWord(word: string): boolean {
  return contentWords(word).length > 0 && !LISTING.test(word)
}

/** "we now write", "In the loop we add": not "the work we do". */
const UNSAID =
  /(?:^|, |^(?:and|but|so|then|thus|now) |^(?:for|from|in|on|with) .* )(?:I|it|one|they|we|you)(?:['’](?:d|ll))?(?: (?:also|can|could|just|may|might|must|now|only|should|simply|then|will|would))* (?!be\b)\p{L}+\W*$/iu

/** A word that only code has. */
const CODED = /[\p{L}\d][\d_().:/@#<>-]|\p{Ll}\p{Lu}/u

/** Whether a lead names a thing that is not only the listing under it, and is no word of its author on what the author does. */
export function namesAThing({ parse }: Ledger, { text }: Line): boolean {
  if (parse === null) return true
  const isNamed = parse(text).tokens.some(
    ({ upos, text: word }) => /^(?:NOUN|NUM|PROPN|SYM|X)$/.test(upos) && !LISTING.test(word),
  )
  return (isNamed || CODED.test(text)) && !/\bI\b/.test(text)
}

/** What a listing is. */
const LISTING =
  /^(?:bits?|cases?|codes?|commands?|examples?|following|forms?|gist|ideas?|lines?|lots?|notes?|ones?|outputs?|parts?|places?|results?|samples?|snippets?|something|syntax|things?|times?|ways?)$/i

/** Whether a lead is about something that only the sentence before it names. "These gauges" may be those that follow. */
function leansAtStart(parse: Parser, text: string): boolean {
  // "…, but giving:" has its object there.
  if (/(?:,|\b(?:and|but|by|or|then)) \p{L}+ing\W*$/u.test(text)) return true
  // "can turn into:" has its subject in the listing before.
  if (isFiniteVerb(parse(text).tokens[0])) return true
  if (!/^(?:he|it|its|she|that|their|these|they|this|those)\b/i.test(text) || EXPLETIVE.test(text)) return false
  const [first, second] = parse(text).tokens
  return !/^(?:that|these|this|those)$/i.test(first?.text ?? '') || !/^(?:ADJ|NOUN|NUM|PROPN)$/.test(second?.upos ?? '')
}

/** "It is helpful to know" */
export const EXPLETIVE = /^it(?:['’]s| (?:is|was|would be))(?: \p{L}+ly| also| not)? \p{L}+ (?:for|that|to)\b/iu

/** How many characters of a lead only tie it to what stands before it, or point at what follows it. */
function pointingLength(text: string): number {
  let length = 0
  for (const pattern of POINTING) length += pattern.exec(text.slice(length))?.[0].length ?? 0
  return length
}

/** A lead as far as it names what follows. */
function withoutTail(parse: Parser, text: string): string {
  const subject = text.slice(0, EQUALS.exec(text)?.index ?? text.length)
  const [first] = parse(text).tokens
  const isNamed = /^(?:ADJ|DET|NOUN|NUM|PROPN)$/.test(first?.upos ?? '') && !parse(subject).tokens.some(isFiniteVerb)
  const ends = [isNamed ? subject.length : [], TAILS.flatMap((pattern) => pattern.exec(text)?.index ?? [])].flat()
  const cut = ends.map((end) => text.slice(0, end)).filter((left) => isWhole(left) && !isHalved(parse, left))
  return cut.toSorted((one, other) => one.length - other.length)[0] ?? text
}

/** What ties the things of a list to the words for them: "The duties of a keeper | are as follows". */
const EQUALS =
  / (?:will )?(?:are|be|include|included|includes|is|was|were)(?: (?:as follows|listed|now|these|the following))?\W*$/i

/** Whether what is left of a lead still says something: not "To fix", "From the quay", "We ask what the gauge". */
function isWhole(text: string): boolean {
  const words = text.trim().split(/\s+/)
  const last = plain(words.at(-1) ?? '')
  if (words.length < LEAST_WORDS || FUNCTION_WORDS.has(last) || UNFINISHED.test(last)) return false
  return !ASKING.test(text) && !DID.test(text) && (text.includes(',') || !HANGING.test(text))
}

/** "The valve opens late, so a gauge": the clause that the tail ended has no verb left. */
function isHalved(parse: Parser, text: string): boolean {
  const [, last] = /.*, (?:and|but|so) (.+)$/iu.exec(text) ?? []
  return last !== undefined && !parse(last).tokens.some(isFiniteVerb)
}

const LEAST_WORDS = 2

/** "We continued" */
const DID = /^(?:I|it|one|they|we|you) \p{L}+$/iu

/** Verbs that want an object. */
const UNFINISHED =
  /^(?:add|be|call|change|contains?|defines?|do|enter|execute|focus|get|gives?|has|have|includes?|involves?|issue|look(?:ed|s)?|made|makes?|need|prints?|provides?|put|read|reads|returns?|run|say|says|see|set|take|takes|tried|try|type|use|uses|want|write)$|['’](?:ll|re|s|ve)$/i
const ASKING = /\b(?:how|what|where|who|whom)\b/i
const HANGING = /^(?:after|as|at|before|for|from|given|if|in|on|once|since|until|when|while|with|within)\b/i

const TAILS: readonly RegExp[] = [
  /(?<=^To [^,]*),? (?:I|one|we|you) (?:(?:also|can|could|have to|just|may|might|must|need to|now|only|should|simply|will|would) )*(?:call|do|enter|execute|issue|run|say|type|use|write)\W*$/i,
  /,? (?:and|via|with)[\s:,]*$/i,
  // "The brute force method looks like this", "The steps are as follows", "The gates contain the following"
  /(?: (?:can|could|may|might|now|should|then|will|would|\p{L}+ly))* (?:are|be|goes?|is|looks?|looked|reads?|works?)(?: (?:somewhat|something|exactly|roughly|simply))?(?: as follows| (?:like )?(?:so|these|this|the following))[\s:,]*$/iu,
  /(?: (?:can|could|may|might|should|will|would))* (?:contains?|has|have|includes?|involves?|prints?|provides?) the following[\s:,]*$/i,
  // "Update the log like this", "Add a file with these contents", "Open the log and run the following command"
  /(?:(?:,? and|,) (?:execute|run|type|use)|(?:,| and)? (?:by|by executing|by running|by typing|by using|executing|like|running|such as|typing|using|via|with))(?: either of)? (?:the below|the following|these|this)(?: (?:code|commands?|configuration|contents?|lines?|shortcut|snippets?|steps?))?(?: below)?[\s:,]*$/i,
  /,? (?:as below|as follows|for example|for instance|like so)[\s:,]*$/i,
]

const POINTING: readonly RegExp[] = [
  /^(?:and|but|so|then|(?:also|finally|first|however|instead|next|now|therefore|thus),)\s+(?!far\b|that\b|on\b|again\b)/i,
  /^(?:additionally|that (?:being )?said|as a (?:result|summary)|as an example|for (?:example|instance)|furthermore|in (?:addition|a nutshell|other words|particular|short|summary)|moreover|(?:more )?specifically|that is),\s+/i,
  /^(?:let['’]s )?(?:consider|have a look at|imagine|look at|see|take a look at) (?:the following (?=\p{L}+ [^:\s])|(?=(?:an?|another|how to|some|the|these|this) ))/iu,
  /^as such,? (?=\p{L})/iu,
  /^let['’]s try (?!to\b)/i,
  /^(?:here(?:['’]s| (?:is|are))(?: (?:below|just|now))?|(?:given )?below (?:is|are))\s+/i,
  // "There is a lock, but it is shut" says something of its own.
  /^there (?:are|is|was|were)(?: also)?\s+(?!.*,? (?:but|though|although|yet|so|and (?:it|they|we|you))\b)/i,
  /^(?:it|that|these|they|this|those) (?:are|is|was|were) (?=(?:a few|a list|my|our|several|some|the|two|three|four|five|six|seven|\d+)\b)/i,
]

/** "Boats wait here because they", "The kit consists of": half of what it says stands in the list. "What a lock is" is whole. */
export function endsOpen(lead: string): boolean {
  const text = lead.replace(/\s*\([^()]*\)\W*$/, '')
  return (
    WAITS.test(text) ||
    (IS.test(text) && !ASKING.test(text)) ||
    ((HOLDS.test(text) || LACKS.test(text)) && !STRANDS.test(text))
  )
}

/** Words that something always follows. */
const WAITS =
  /\b(?:an?|and|because|but|either|he|i|if|including|or|she|such as|than|that|the|their|they|to|unless|we|what follows is|when|where|whether|which|whose|you|your|(?:can|could|may|might|must|should|will)(?: \p{L}+ly)?)\W*$/iu
const IS = /\b(?:are|be|been|is|was|were)(?: respectively)?\W*$/i

/** Words that something follows, but for where a clause has its object before it: "all that a lock must have". */
const HOLDS = /\b(?:about|as|being|by|for|from|had|has|have|having|in|into|like|of|on|with)\W*$/i
const STRANDS = /\b(?:how|that|to(?! and\b)|what|where|which|who|whom)\b \S.* \S+\W*$/i

/** "Of the gates, take one of the following": what does not go without these words is no title with them. */
const POINTS_ON = /\b(?:above|as follows|the (?:below|following))\W*$/i

/** "This pump adds": what, but "the experience you will bring" is whole. */
const LACKS =
  /(?<!\b(?:he|I|it|she|they|we|you) (?:\p{L}+ ){0,2})\b(?:adds?|allows?|brings?|contains?|covers?|enables?|gives?|included?|includes|introduces?|involves?|offers?|prints?|provides?|requires?|returns?|supports?)\W*$/iu

/** "an example", "the following command" */
const NAMELESS =
  /^(?:(?:an?|another|basic|complete|few|full|more|other|our|quick|short|simple|some|the|this)\s+)*(?:code|demo|examples?|(?:the )?following(?: (?:code|commands?|example|lines?))?|gist|idea|one|snippets?|then|way)(?: (?:above|below|code|output|snippet))?\W*$/i

/** Whether a title would only count: "Two factors", of which nobody knows for what. */
export function isOnlyCounted(text: string): boolean {
  return COUNTED.test(text)
}

const COUNTED =
  /^(?:(?:a (?:couple|few|number) of|a few|both|many|several|some|the|these|two|three|four|five|six|\d+|main|other)\s+)*(?:aspects|cases|factors|ideas|items|options|parts|points|questions|reasons|steps|things|types|ways)\W*$/i

/** Whether what stands under a lead is said only with it: phrases, not sentences. */
export function isOpen(parse: Parser, items: readonly string[]): boolean {
  const phrases = items.filter((item) => !parse(item).tokens.slice(0, EARLY).some(isFiniteVerb))
  return phrases.length * 2 > items.length
}

/** The verb of a sentence stands among its first words. */
const EARLY = 8
