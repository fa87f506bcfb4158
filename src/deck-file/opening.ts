/** Shortens a text to quote it in a message: its first words if it is long. */
export function opening(text: string): string {
  return text.length <= LONGEST_QUOTED ? text : `${text.slice(0, LONGEST_QUOTED).replace(/\s+\S*$/, '')} …`
}

/** The maximum length, in characters. */
const LONGEST_QUOTED = 60
