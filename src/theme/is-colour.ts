import { parse } from 'culori'

/** Whether a text is an opaque colour. */
export function isColour(text: string): boolean {
  const colour = parse(text)
  return colour !== undefined && (colour.alpha ?? 1) === 1
}
