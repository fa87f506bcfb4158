/** A text as a message quotes it: whole if it is short, else its first words. */
export function opening(text: string): string {
  return text.length <= LONGEST_QUOTED ? text : `${text.slice(0, LONGEST_QUOTED).replace(/\s+\S*$/, '')} …`
}

/** In characters. */
const LONGEST_QUOTED = 60
