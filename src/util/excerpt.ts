/** Shortens long text to its first words and an ellipsis, to quote it in a message. */
export function excerptOf(text: string): string {
  return text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH).replace(/\s+\S*$/, '')} …`
}

/** The maximum length of the excerpt, in characters. */
const MAX_LENGTH = 60
