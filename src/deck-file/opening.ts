/** Shortens a long text to its first words and an ellipsis, to quote it in a message. */
export function opening(text: string): string {
  return text.length <= LONGEST_QUOTED ? text : `${text.slice(0, LONGEST_QUOTED).replace(/\s+\S*$/, '')} …`
}

/** In characters. */
const LONGEST_QUOTED = 60
