/** A text that commands no terminal: what an article or a file's name holds of control characters is shown as escapes. */
export function printable(text: string): string {
  return text.replace(COMMANDS, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
}

const COMMANDS = /(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu
