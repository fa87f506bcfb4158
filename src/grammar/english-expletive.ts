/**
 * Whether the "it" that opens a sentence refers to a later clause: "It is best to wait", "It is clear that boats wait".
 */
export function isExpletive(sentence: string): boolean {
  return EXPLETIVE.test(sentence) && !COMPARISON.test(sentence)
}

/** Matches comparisons, in which "it" refers to a thing: "It is harder to open than the weir". */
const COMPARISON = /^it\b.*\b(?:better|easier|harder|safer|simpler|wiser) to\b.* than (?!to\b)/i

const DEGREES = '\\p{L}+ly|also|always|even|far|more|much|never|not|now|often|quite|so|still|too|very'

/**
 * Words that describe an action ("best to wait"). In "It is likely to open" and "It is known to leak", by contrast,
 * "it" refers to a thing.
 */
const ACTION_ADJECTIVES =
  'advisable|appropriate|best|better|common|critical|crucial|customary|dangerous|difficult|easier|easiest|easy|essential|exciting|fair|fine|frustrating|good|great|hard|harder|heartening|helpful|imperative|important|impossible|impractical|interesting|necessary|nice|normal|okay|ok|possible|preferable|prudent|reasonable|recommended|risky|safe|safer|sensible|simpler|tempting|time|tricky|useful|vital|wise|wiser|wrong'

/** Words that describe a fact ("clear that boats wait"). */
const FACT_ADJECTIVES =
  'clear|critical|crucial|essential|estimated|expected|important|imperative|interesting|known|likely|necessary|obvious|possible|recommended|required|suggested|true|unclear|unlikely|vital'

const EXPLETIVE = new RegExp(
  `^it(?:['’]s| (?:is|was|would be|can be|may be|might be|will be))(?: (?:${DEGREES}))* (?:(?:${ACTION_ADJECTIVES})(?: to| for [^,.;:]{2,50}? to)|(?:${FACT_ADJECTIVES})(?: that| whether| if))\\b`,
  'iu',
)
