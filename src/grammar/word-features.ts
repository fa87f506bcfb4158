// Computes the features of a word for the network.

import type { Affix } from './grammar.ts'

/** Replaces typographic punctuation with ASCII, as in the network's training data. */
export function normalise(form: string): string {
  const plain = form.replace(TYPOGRAPHIC, (mark) => ASCII.get(mark) ?? mark)
  return plain === '``' || plain === "''" ? '"' : plain
}

/** Returns the key of a form in the vocabularies: lower case, digits as 0. */
export function keyOf(form: string): string {
  return form.toLowerCase().replace(/[0-9]/g, '0')
}

/** Returns the rows of those prefixes and suffixes in the vocabulary that `key` has. */
export function affixRows(key: string, affixes: readonly Affix[]): readonly number[] {
  const characters = Array.from(key)
  return affixes.flatMap(({ length, minLength, index }) => {
    if (characters.length < minLength) return []
    const affix = length < 0 ? characters.slice(length) : characters.slice(0, length)
    return index.get(affix.join('')) ?? []
  })
}

/**
 * Replaces capitals with X, lower-case letters with x and digits with 0, and keeps all other characters. A run of the
 * same kind is cut to three characters, and the result is cut to ten.
 */
export function shapeOf(form: string): string {
  const shape: string[] = []
  for (const character of form) {
    const kind = shapeOfCharacter(character)
    if (shape.length >= 3 && shape.slice(-3).every((previous) => previous === kind)) continue
    shape.push(kind)
    if (shape.length >= 10) break
  }
  return shape.join('')
}

/**
 * Returns 0 if there are no letters, 1 for all lower case, 2 for capitalised, 3 for all capitals (two or more) and 4
 * for mixed.
 */
export function caseOf(form: string): number {
  const characters = Array.from(form)
  const capitals = characters.filter(isCapital).length
  const lowercase = characters.filter(isLowercase).length
  if (capitals + lowercase === 0) return 0
  if (capitals === 0) return 1
  if (lowercase === 0) return capitals > 1 ? 3 : 2
  return capitals === 1 && isCapital(characters[0] ?? '') ? 2 : 4
}

const TYPOGRAPHIC = /[\u2019\u2018\u02bc\u201c\u201d\u2013\u2014\u2212\u00a0\u2026]/g

const ASCII: ReadonlyMap<string, string> = new Map([
  ['\u2019', "'"],
  ['\u2018', "'"],
  ['\u02bc', "'"],
  ['\u201c', '"'],
  ['\u201d', '"'],
  ['\u2013', '-'],
  ['\u2014', '-'],
  ['\u2212', '-'],
  ['\u00a0', ' '],
  ['\u2026', '...'],
])

function shapeOfCharacter(character: string): string {
  if (character >= '0' && character <= '9') return '0'
  if (isCapital(character)) return 'X'
  return isLowercase(character) ? 'x' : character
}

function isCapital(character: string): boolean {
  return character.toLowerCase() !== character
}

function isLowercase(character: string): boolean {
  return character.toUpperCase() !== character
}
