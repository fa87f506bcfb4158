import type { NamedBlock } from './block-names.ts'
import type { ParsedSlide } from './parse-slides.ts'
import type { MakeLine } from './read-text.ts'

/** The slide whose blocks are being read, and the function that makes its lines. */
export interface ReadingContext {
  readonly parsed: ParsedSlide
  readonly lineOf: MakeLine
  /** Records that a container has an unknown name, or content that does not fit its name. */
  readonly reportMisfit: (block: NamedBlock) => void
}
