/**
 * Makes text from articles and file names safe for a terminal: control characters other than line feeds, and characters
 * that change the direction of text, are shown as escapes.
 */
export function escapeControls(text: string): string {
  return text.replace(CONTROL_CHARACTERS, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
}

const CONTROL_CHARACTERS = /(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu
