// Writes superscripts and subscripts as plain characters, because the text of an article has no markup.

export type ScriptKind = 'sup' | 'sub'

/**
 * Returns a superscript or subscript in Unicode's small characters ("10⁶", "H₂O") if there is a small form of each of
 * its characters. Otherwise, `^` or `_` is put before the script where it could be taken for part of a number or of
 * another symbol: "10^3.5", "k_B". Ordinals and the like stay as they are: "19th", "PM2.5".
 * @param before The text before the superscript or subscript.
 */
export function scriptText(kind: ScriptKind, text: string, before: string): string {
  const script = text.trim()
  const isSymbol = SYMBOL_AT_END.test(before)
  if (script === '' || (WORD.test(script) && !isSymbol)) return text
  const characters = [...script].map((character) => CHARACTERS[kind].get(character))
  if (characters.every((character) => character !== undefined)) return characters.join('')
  if (!(isSymbol || DIGIT_AT_END.test(before)) || script.length > LONGEST_SCRIPT) return text
  return `${kind === 'sup' ? '^' : '_'}${PLAIN.test(script) ? script : `(${script})`}`
}

/** A letter by itself, or a closing bracket: either can have an exponent or an index. */
const SYMBOL_AT_END = /(?<!\p{L})\p{L}$|[)\]]$/u
const DIGIT_AT_END = /\p{Nd}$/u
const WORD = /^\p{L}{2,}$/u
const PLAIN = /^[-−–+]?[\p{L}\p{N}.,]+$/u

/** In characters. Some pages set whole remarks as superscripts or subscripts to make them small. */
const LONGEST_SCRIPT = 12

const CHARACTERS: Readonly<Record<ScriptKind, ReadonlyMap<string, string>>> = {
  sup: mapOf(
    '0123456789+-−–=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ',
    '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ',
  ),
  sub: mapOf('0123456789+-−–=()aehijklmnoprstuvxβγρφχ', '₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ'),
}

function mapOf(from: string, to: string): ReadonlyMap<string, string> {
  const characters = [...to]
  return new Map([...from].map((character, index): [string, string] => [character, characters[index] ?? character]))
}
