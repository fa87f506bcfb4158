// The direction in which a text runs.

export type TextDirection = 'ltr' | 'rtl'

/** Matches a letter of a script that runs from right to left. */
export const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Returns the direction in which all letters of a text run; null if it has letters of both directions, or none. */
export function directionOf(text: string): TextDirection | null {
  const directions = new Set([...text].flatMap((letter) => letterDirection(letter) ?? []))
  const [direction = null] = directions
  return directions.size === 1 ? direction : null
}

function letterDirection(letter: string): TextDirection | null {
  if (RIGHT_TO_LEFT.test(letter)) return 'rtl'
  return /\p{L}/u.test(letter) ? 'ltr' : null
}
