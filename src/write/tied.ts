import { isFiniteVerb } from '../grammar/tree.ts'
import type { Passage } from '../model/article.ts'
import type { Line } from '../model/draft.ts'
import { leansOn } from './candidates.ts'
import { EXPLETIVE } from './lead.ts'
import type { Ledger } from './ledger.ts'
import { passageLine } from './line.ts'
import type { Parser } from './parser.ts'

/**
 * Whether what announces a listing or a picture says too little over it: it speaks of what stood before ("We can rewrite it", "the
 * rule above") and its heading does not name, or says only on what condition something happens: "If we call the function like this".
 */
export function isTied(ledger: Ledger, line: Line, heading: Passage | null): boolean {
  if (ledger.parse === null) return false
  // "the keeper gives this order" is the order that follows.
  const text = line.text
    .replace(TIE, '')
    .replace(OWN, 'the $1')
    .replace(STEPS, 'the steps')
    .replace(/ below\b| like th(?:ese|is)\W*$/gi, '')
  const known = heading === null ? [] : [passageLine(heading, 'heading')]
  if (EXPLETIVE.test(text)) return false
  return isCondition(ledger.parse, text) || PLACED.test(text) || leansOn(ledger, { ...line, text }, known)
}

/** "So, for example, the gate is shut" */
const TIE = /^(?:(?:and|but|so|then|again|also|next|now)\b,? )?(?:for (?:example|instance),? )?/i

/** What a listing or a picture may call itself. */
const OWN =
  /\b(?:these|this) ((?:(?:bash|command|configuration|following|error|log|short|simple|SQL|whole) )?(?:addresses|address|argument|arguments|code|command|commands|configuration|content|contents|definition|diagram|error|errors|file|flag|flags|form|format|graph|graphic|image|instruction|JSON|layout|line|lines|manifest|message|messages|method call|option|options|order|output|pattern|picture|program|query|queries|request|response|schema|screen|screenshot|script|settings|snippet|statement|statements|structure|syntax|text|warning|warnings|YAML))\b/giu

/** "A day at the lock has these steps" */
const STEPS = /\bthese steps\W*$/i

/** "If the keeper calls": what happens then stands elsewhere. "When to open the gate" names a matter. */
function isCondition(parse: Parser, text: string): boolean {
  const verbs = parse(text).tokens.filter((token) => isFiniteVerb(token) && token.relation !== 'conj')
  return CONDITION.test(text) && verbs.length === 1
}

const CONDITION = /^(?:after|before|if|once|unless|until|when|while)\b(?! to\b)[^,]*$/i

const PLACED = /\babove\b(?! (?:\d|all|an?|average|ground|sea|the|zero)\b)/i
