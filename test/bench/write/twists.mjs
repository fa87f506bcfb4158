// Looks for meaning that a shortened sentence has lost: compares the words that were cut with this file's own word
// lists. A parse tree is only used to find out whether what is left is a topic, and how far the topic extends.

/**
 * Lists what a shortening twists, each as "negation lost: …"; empty if nothing. `kept` are the spans of the sentence
 * that are left, ascending. Words in a part that was cut as a whole, such as a relative clause, may go with it.
 */
export function twistsIn(sentence, kept) {
  const unmarked = sentence.replace(SOURCE_MARK, (mark) => ' '.repeat(mark.length))
  return gapsIn(unmarked, kept).flatMap((gap) => [...lostIn(unmarked, gap), ...brokenBy(unmarked, gap)])
}

/**
 * The number of a source, as in encyclopedias, is not a figure: "It opened in May.[4]", "free boats[22] and". An index
 * may be: "boats[2]".
 */
const SOURCE_MARK = /(?:(?<=[.,;:!?)”"’\]])\[\d{1,3}\]|(?<=\p{L})\[\d{2,3}\])/gu

/**
 * Lists what a title twists if it is all that is left of its sentence. A topic ("The only supported method", of "The
 * only supported method is not …") states nothing, so a statement about it cannot be lost: only words of the topic
 * itself count, which are those that depend on its noun. A title with a finite verb is not a topic, and can lose what
 * any shortening can.
 */
export function twistsOfTitle(tree, sentence, kept) {
  const reach = reachOfTopic(tree, kept)
  if (reach === null) return twistsIn(sentence, kept)
  const [start, end] = reach
  return twistsIn(
    sentence.slice(start, end),
    kept.map(([from, to]) => [Math.max(from, start) - start, Math.min(to, end) - start]),
  )
}

/**
 * Returns the range in the sentence of the noun phrase of a topic; null if what is left is not one noun phrase, or has
 * a finite verb.
 */
function reachOfTopic({ tokens, dependents }, kept) {
  const [part, ...others] = kept
  if (part === undefined || others.length > 0) return null
  const words = tokens.filter(({ start, end, upos }) => start >= part[0] && end <= part[1] && upos !== 'PUNCT')
  const isWithin = (index) => words.some((word) => word.index === index)
  const [noun, ...more] = words.filter(({ head }) => !isWithin(head))
  const isTopic = noun !== undefined && more.length === 0 && /^(?:NOUN|PROPN)$/.test(noun.upos)
  const states = words.some(({ text, xpos }) => /^(?:VBD|VBP|VBZ|MD)$/.test(xpos) || FINITE.test(text))
  if (!isTopic || states) return null
  // The copula ("is a method") depends on the noun too, but is not part of its phrase.
  const isPredicate = dependents[noun.index].some((index) => /^(?:cop|aux|nsubj)/.test(tokens[index].relation))
  // In "to learn about the lock", the preposition before the noun is not part of its phrase.
  const below = isPredicate
    ? words
    : phraseOf(noun.index).filter(
        ({ relation, head, start }) => !(relation === 'case' && head === noun.index && start < part[0]),
      )
  return [Math.min(...below.map(({ start }) => start)), Math.max(...below.map(({ end }) => end))]

  function phraseOf(index) {
    const here = tokens[index].upos === 'PUNCT' ? [] : [tokens[index]]
    return [...here, ...dependents[index].flatMap(phraseOf)]
  }
}

/** Words that are finite verbs whatever tag they get. */
const FINITE = /^(?:am|is|are|was|were|has|had|do|does|did|can|could|may|might|must|shall|should|will|would)$/i

function gapsIn(sentence, kept) {
  const gaps = []
  let from = 0
  for (const [start, end] of [...kept, [sentence.length, sentence.length]]) {
    if (/[\p{L}\p{N}]/u.test(sentence.slice(from, start))) gaps.push([from, start])
    from = end
  }
  return gaps
}

const LISTS = {
  condition: /\b(?:if|unless|until|except|without|only)\b/i,
  negation:
    /\b(?:not|never|no|none|nobody|nothing|nowhere|neither|nor|cannot|hardly|scarcely|barely|rarely|seldom|unlikely|fail(?:s|ed)?)\b|n['’]t\b/i,
  hedge:
    /\b(?:likely|may|might|could|would|perhaps|maybe|probably|possibl[ey]|potentially|apparently|allegedly|reportedly|purportedly|supposedly|seems?|seemed|appears?|appeared|suggests?|suggested|about(?!:)|around|roughly|approximately|nearly|almost|at least|at most|up to (?=\d|an?\b|one\b|two\b|half\b)|more than|less than)\b/i,
  attribution:
    /\b(?:according to|sa(?:ys?|id)|told|argu(?:es?|ed)|claim(?:s|ed)|reported|announced|warn(?:s|ed)|insist(?:s|ed)|in the (?:view|opinion|words) of)\b/i,
  number: /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|billion|half)\b/i,
}

function lostIn(sentence, [start, end]) {
  // Text in brackets goes with them.
  const gone = sentence
    .slice(start, end)
    .replace(/\([^()]*\)/g, '')
    .replace(DATE, '')
    .trim()
  // Cutting an aside takes only its own words; a part that opens or closes the sentence limits its claim.
  const watched = isAside(gone, sentence.slice(end)) && !SOURCE.test(gone) ? [] : Object.keys(LISTS)
  const conditions = LISTS.condition.test(sentence.slice(start, end)) ? [`condition lost: ${gone}`] : []
  if (isConnective(gone, start)) return conditions
  return [
    ...conditions,
    ...watched.filter((name) => name !== 'condition' && LISTS[name].test(gone)).map((name) => `${name} lost: ${gone}`),
  ]
}

/** A date is not a figure of the claim. */
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?'
const DATE = new RegExp(
  [
    `\\b\\d{1,2}(?:st|nd|rd|th)? ${MONTH}(?: \\d{4})?\\b`,
    `\\b${MONTH} \\d{1,4}(?:st|nd|rd|th)?(?:, \\d{4})?\\b`,
    '(?<![$€£\\d.,])\\b(?:1[5-9]|20)\\d\\d\\b(?! (?:people|men|women|million))',
    '\\b\\d{1,2}(?::\\d\\d)? ?[ap]\\.?m\\b\\.?',
    '\\b\\w+ (?:minute|hour|day|week|month|year|decade)s? (?:before|after|ago|earlier|later)\\b',
  ].join('|'),
  'g',
)

/** Whether the text from a comma to the next, or to the end, only describes the word before it. */
function isAside(gone, after) {
  if (/^[\s,.;:]*$/.test(gone)) return true
  const isClosed = /[,.;:!]$/.test(gone) || /^[\s.,;:!]*$/.test(after) || /^\s*[,;:.]/.test(after)
  return (isClosed && MORE.test(gone)) || (/^[\s.,;:!”"']*$/.test(after) && CLAUSE.test(gone))
}

/** A clause that closes the sentence, with at least this many words. Its numbers and hedges are its own. */
const CLAUSE =
  /^,?\s*(?:and|(?:\w+ ){0,4}(?:as|after|when|while|before|since|because))\s+(?!\d|(?:two|three|four|five|six|seven|eight|nine|ten)\b)(?:\S+\s+){2,}\S+/i

/** An attribution at the end: ", the mayor said". */
const SOURCE = /\b(?:sa(?:ys?|id)|told \w+|argue[sd]|claim(?:s|ed)|warn(?:s|ed)|insist(?:s|ed))\W*$/i

const MORE =
  /^,\s*(?:(?:\w+ )?(?:which|who|whom|whose|where)|an?|the|one|his|her|its|their|including|such as|(?:\w+ )?\w+['’]s)\b/i

/** Whether a part that was cut is only an opening connective: "Moreover,", "And", "First,". */
function isConnective(gone, start) {
  return (
    start === 0 &&
    gone.trim().split(/\s+/).length <= LONGEST_CONNECTIVE &&
    !/[\p{N}\p{Lu}].*[\p{N}\p{Lu}]/u.test(gone) &&
    !LISTS.negation.test(gone) &&
    !LISTS.hedge.test(gone) &&
    !LISTS.attribution.test(gone)
  )
}

const LONGEST_CONNECTIVE = 4

/** Lists names and numbers that lost a half: "Mark Rutte" became "Rutte", "4 million" became "million". */
function brokenBy(sentence, [start, end]) {
  const gone = sentence.slice(start, end)
  const [before, after] = [sentence.slice(0, start), sentence.slice(end)]
  const first = /^\s*([\p{L}\p{N}$€£][\p{L}\p{N}.,’'-]*)/u.exec(gone)?.[1] ?? ''
  const last = /([\p{L}\p{N}$€£][\p{L}\p{N}’'.-]*)\s*$/u.exec(gone)?.[1] ?? ''
  const left = /([\p{L}\p{N}$€£][\p{L}\p{N}’'-]*)\s*$/u.exec(before)?.[1] ?? ''
  const right = /^\s*([\p{L}\p{N}$€£][\p{L}\p{N}’'-]*)/u.exec(after)?.[1] ?? ''
  return [
    ...(isOne(left, first) ? [`broken: ${left}|${first}`] : []),
    ...(isOne(last, right) ? [`broken: ${last}|${right}`] : []),
  ]
}

/** Whether two neighbours form one name or one number. The first word of a sentence always has a capital. */
function isOne(one, other) {
  if (one === '' || other === '') return false
  const isName = /^\p{Lu}\p{Ll}+$/u.test(one) && /^\p{Lu}\p{Ll}+$/u.test(other) && !OPENERS.test(one)
  const isNumber =
    /^[$€£]?\d[\d.,]*$/.test(one) && /^(?:hundred|thousand|million|billion|trillion|per|percent|\d)/.test(other)
  return isName || isNumber
}

const OPENERS =
  /^(?:In|On|At|By|For|With|From|The|A|An|And|But|Moreover|Furthermore|During|After|Before|As|While|Also|Then|This|These)$/
