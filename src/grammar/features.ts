// Features of a word for the network.

import type { Affix } from './model.ts'

/** Replaces typographic quotes and dashes by ASCII ones, as in the network's training data. */
export function normalise(form: string): string {
  const plain = form.replace(TYPOGRAPHIC, (mark) => ASCII.get(mark) ?? mark)
  return plain === '``' || plain === "''" ? '"' : plain
}

/** Returns the key of a form in the vocabularies: lower case, digits as 0. */
export function keyOf(form: string): string {
  return form.toLowerCase().replace(/[0-9]/g, '0')
}

/** Returns the rows of the known beginnings and endings of `key`. */
export function affixRows(key: string, affixes: readonly Affix[]): readonly number[] {
  const characters = Array.from(key)
  return affixes.flatMap(({ length, least, index }) => {
    if (characters.length < least) return []
    const affix = length < 0 ? characters.slice(length) : characters.slice(0, length)
    return index.get(affix.join('')) ?? []
  })
}

/**
 * Replaces capitals by X, small letters by x and digits by 0, and keeps the rest; runs are cut at three characters, the whole at
 * ten.
 */
export function shapeOf(form: string): string {
  const shape: string[] = []
  for (const character of form) {
    const kind = kindOf(character)
    if (shape.length >= 3 && shape.slice(-3).every((previous) => previous === kind)) continue
    shape.push(kind)
    if (shape.length >= 10) break
  }
  return shape.join('')
}

/** Returns 0 for no letters, 1 for all small, 2 for capitalised, 3 for all capitals (two or more), 4 for mixed. */
export function caseOf(form: string): number {
  const characters = Array.from(form)
  const capitals = characters.filter(isCapital).length
  const small = characters.filter(isSmall).length
  if (capitals + small === 0) return 0
  if (capitals === 0) return 1
  if (small === 0) return capitals > 1 ? 3 : 2
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

function kindOf(character: string): string {
  if (character >= '0' && character <= '9') return '0'
  if (isCapital(character)) return 'X'
  return isSmall(character) ? 'x' : character
}

function isCapital(character: string): boolean {
  return character.toLowerCase() !== character
}

function isSmall(character: string): boolean {
  return character.toUpperCase() !== character
}
