import type { Memory as Spills } from '../fit/gauge.ts'
import type { Grammar } from '../grammar/model.ts'
import type { KnownDiagrams } from '../illustrate/diagrams/diagrams.ts'
import { newMemo } from '../model/memo.ts'
import type { Theme } from '../model/theme.ts'
import type { KnownSections } from '../read/markdown/sections.ts'
import { type Known, nothingKnown } from '../write/parser.ts'

/** What a caller keeps from one conversion to the next, so that what has not changed is not computed again. */
export interface ConversionMemory {
  /** The parsed sections of Markdown. */
  readonly sections: KnownSections
  grammar: Grammar | null
  /** What the writer has worked out about sentences. */
  readonly known: Known
  /** The drawn diagrams of the last deck. */
  readonly diagrams: KnownDiagrams
  /** The measurements of slides. */
  readonly spills: Spills
  /** The bundled themes, by name. */
  readonly looks: Map<string, Theme>
}

export function newMemory(): ConversionMemory {
  return {
    sections: newMemo(),
    grammar: null,
    known: nothingKnown(),
    diagrams: new Map(),
    spills: new Map(),
    looks: new Map(),
  }
}

/**
 * Forgets what neither this conversion nor the one before asked for. This is called only once a conversion is complete: one that
 * stops early, on a half-written file for example, has asked for little, and nearly everything would be forgotten.
 */
export function forgetUnused(memory: ConversionMemory | undefined): void {
  if (memory !== undefined) for (const memo of [memory.sections, ...Object.values(memory.known)]) memo.turn()
}
