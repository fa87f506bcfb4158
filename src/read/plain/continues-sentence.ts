import type { SourceLine } from './lines.ts'

/** Whether a sentence continues from one line to the next, judged by the characters on both sides of the break. */
export function continuesSentence(line: SourceLine, next: SourceLine): boolean {
  return (
    /[\p{L}\p{N},，、]$/u.test(line.text) && /^(?:\p{Ll}|\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana})/u.test(next.text)
  )
}
