// Finds the content words of English text.

import { wordSet } from '../util/word-set.ts'

/** English words too common to distinguish one sentence from another. */
const COMMON_WORDS = wordSet(
  'a about above after again all also am an and any are as at be because been before being between both but by can could did do does doing ' +
    'during each even every few for from further get gets got had has have having he her here hers him his how however i if in into is it its ' +
    'itself just like made make makes many may me might more most much must my no nor not now of off on once one only or other others our out over ' +
    'own per same she should since so some such than that the their them then there these they this those through to too under until up upon us ' +
    'very was way we well were what when where whether which while who whom whose why will with within without would yet you your',
)

/** Endings that do not change the identity of a word. Only the first that matches is removed. */
const ENDINGS = ['ations', 'ation', 'ings', 'ing', 'ies', 'ed', 'es', 's', "'s", '’s', 'ly', 'ment', 'y', 'e']

/** The minimum length of a stem. Without this limit, "ring" and "red" would both become "r". */
const MIN_STEM_LENGTH = 4

/** Lists the content words of English text in order, in lower case and roughly stemmed, with repeats. */
export function contentWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*%?/gu) ?? []
  return words.filter((word) => !COMMON_WORDS.has(word)).map(stem)
}

/** Returns the rough stem of an English word in lower case. */
export function stem(word: string): string {
  if (!/[degnsty]$/.test(word)) return word
  const base = word.replace(/['’]s$/u, '')
  const ending = ENDINGS.find((each) => base.endsWith(each) && base.length - each.length >= MIN_STEM_LENGTH)
  return ending === undefined ? base : base.slice(0, -ending.length)
}
