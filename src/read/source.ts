import type { Anchored } from '../model/place.ts'

/** The text of the file as readers get it: `\n` between lines, no control characters, no lone surrogates. */
export interface Source extends Anchored {
  readonly text: string
  /** Whether something inside a line was removed, so that columns of `text` differ from those of the file. */
  readonly shifted: boolean
}
