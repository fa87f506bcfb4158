import { parse } from 'culori'

/** Whether a string is an opaque colour. */
export function isOpaqueColour(text: string): boolean {
  const colour = parse(text)
  return colour !== undefined && (colour.alpha ?? 1) === 1
}
