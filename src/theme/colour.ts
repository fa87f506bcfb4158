import { parse } from 'culori'

/** Whether a text is a colour that hides what it stands on. */
export function isColour(text: string): boolean {
  const colour = parse(text)
  return colour !== undefined && (colour.alpha ?? 1) === 1
}
