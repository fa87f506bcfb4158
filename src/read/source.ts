import type { AnchoredText } from '../model/source-position.ts'

/** The text of a file as it is given to readers: `\n` between lines, no control characters, no lone surrogates. */
export interface Source extends AnchoredText {
  readonly text: string
  /**
   * Whether lines or columns of `text` may differ from the lines or columns of the file, because something was removed
   * or replaced.
   */
  readonly shifted: boolean
}
