/**
 * Returns the stem of an English word in lower case, by Porter's algorithm with NLTK's changes, as used by tools that
 * evaluate summaries. In each step, only the first suffix that matches is considered.
 */
export function stem(word: string): string {
  const irregular = IRREGULAR.get(word)
  if (irregular !== undefined) return irregular
  return word.length <= 2 ? word : STEPS.reduce((result, step) => step(result), word)
}

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['skies', 'sky'],
  ['sky', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['news', 'news'],
  ['innings', 'inning'],
  ['inning', 'inning'],
  ['outings', 'outing'],
  ['outing', 'outing'],
  ['cannings', 'canning'],
  ['canning', 'canning'],
  ['howe', 'howe'],
  ['proceed', 'proceed'],
  ['exceed', 'exceed'],
  ['succeed', 'succeed'],
])

type Step = (word: string) => string

const STEPS: readonly Step[] = [
  removePlural,
  removePastTense,
  replaceFinalY,
  replaceLongSuffix,
  replaceMiddleSuffix,
  removeLastSuffix,
  removeFinalE,
  shortenFinalL,
]

/** Writes each letter as c for a consonant or v for a vowel; y is a vowel after a consonant. */
function shapeOf(stem: string): string {
  let shape = ''
  for (const letter of stem) {
    const isVowel = letter === 'y' ? shape.endsWith('c') : 'aeiou'.includes(letter)
    shape += isVowel ? 'v' : 'c'
  }
  return shape
}

/** Counts how often a consonant follows a vowel: roughly the number of syllables. */
function measureOf(stem: string): number {
  return shapeOf(stem).split('vc').length - 1
}

function hasSyllable(stem: string): boolean {
  return measureOf(stem) > 0
}

function hasSeveralSyllables(stem: string): boolean {
  return measureOf(stem) > 1
}

/** Whether a stem is short, like "hop" or "at". Such a stem gets or keeps a final e. */
function isShort(stem: string): boolean {
  const shape = shapeOf(stem)
  return stem.length === 2 ? shape === 'vc' : shape.endsWith('cvc') && !/[wxy]$/.test(stem)
}

/** A suffix, its replacement, and a condition on the stem that replaces the usual one. */
type Rule = readonly [suffix: string, replacement: string, condition?: (stem: string) => boolean]

/** Replaces the first suffix with which a word ends, if the stem before it meets the condition. */
function replaceSuffix(word: string, rules: readonly Rule[], usualCondition: (stem: string) => boolean): string {
  const rule = rules.find(([suffix]) => word.endsWith(suffix))
  if (rule === undefined) return word
  const [suffix, replacement, condition = usualCondition] = rule
  const stem = word.slice(0, word.length - suffix.length)
  return condition(stem) ? stem + replacement : word
}

function removePlural(word: string): string {
  if (word.endsWith('ies')) return word.slice(0, word.length === 4 ? -1 : -2)
  if (word.endsWith('sses')) return word.slice(0, -2)
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

function removePastTense(word: string): string {
  if (word.endsWith('ied')) return word.slice(0, word.length === 4 ? -1 : -2)
  if (word.endsWith('eed')) return hasSyllable(word.slice(0, -3)) ? word.slice(0, -1) : word
  const ending = ['ed', 'ing'].find((suffix) => word.endsWith(suffix) && hasVowel(word.slice(0, -suffix.length)))
  return ending === undefined ? word : repairEnding(word.slice(0, -ending.length))
}

function hasVowel(stem: string): boolean {
  return shapeOf(stem).includes('v')
}

function repairEnding(stem: string): string {
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`
  if (/(.)\1$/.test(stem) && shapeOf(stem).endsWith('c')) return /[lsz]$/.test(stem) ? stem : stem.slice(0, -1)
  return measureOf(stem) === 1 && isShort(stem) ? `${stem}e` : stem
}

function replaceFinalY(word: string): string {
  const stem = word.slice(0, -1)
  return word.endsWith('y') && stem.length > 1 && shapeOf(stem).endsWith('c') ? `${stem}i` : word
}

const LONG_SUFFIXES: readonly Rule[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['bli', 'ble'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
  ['fulli', 'ful'],
  ['logi', 'log', (stem) => hasSyllable(`${stem}l`)],
]

function replaceLongSuffix(word: string): string {
  // Without "li", a word that ends in "alli" may end with another long suffix.
  const endsInAlli = word.endsWith('alli') && hasSyllable(word.slice(0, -4))
  return endsInAlli ? replaceLongSuffix(word.slice(0, -2)) : replaceSuffix(word, LONG_SUFFIXES, hasSyllable)
}

const MIDDLE_SUFFIXES: readonly Rule[] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
]

function replaceMiddleSuffix(word: string): string {
  return replaceSuffix(word, MIDDLE_SUFFIXES, hasSyllable)
}

const LAST_SUFFIXES: readonly Rule[] = [
  ...['al', 'ance', 'ence', 'er', 'ic', 'able', 'ible', 'ant', 'ement', 'ment', 'ent'].map((each): Rule => [each, '']),
  ['ion', '', (stem) => hasSeveralSyllables(stem) && /[st]$/.test(stem)],
  ...['ou', 'ism', 'ate', 'iti', 'ous', 'ive', 'ize'].map((each): Rule => [each, '']),
]

function removeLastSuffix(word: string): string {
  return replaceSuffix(word, LAST_SUFFIXES, hasSeveralSyllables)
}

function removeFinalE(word: string): string {
  const stem = word.slice(0, -1)
  return word.endsWith('e') && (hasSeveralSyllables(stem) || (hasSyllable(stem) && !isShort(stem))) ? stem : word
}

function shortenFinalL(word: string): string {
  return word.endsWith('ll') && hasSeveralSyllables(word.slice(0, -1)) ? word.slice(0, -1) : word
}
