// Results kept between conversions, for live reload.

import type { MeasurementMemory } from '../fit/gauge.ts'
import type { Grammar } from '../grammar/grammar.ts'
import type { DiagramCache } from '../illustrate/diagrams/draw-diagrams.ts'
import type { Theme } from '../model/theme.ts'
import type { ParsedSections } from '../read/markdown/parse-sections.ts'
import { newMemo } from '../util/memo.ts'
import { newWriterMemory, type WriterMemory } from '../write/writer-memory.ts'

/** Results that a caller keeps from one conversion to the next, so that unchanged content is not processed again. */
export interface ConversionMemory {
  /** The parsed sections of Markdown. */
  readonly sections: ParsedSections
  grammar: Grammar | null
  /** The writer's results for sentences and slides. */
  readonly writer: WriterMemory
  /** The previous deck's diagrams, as drawn. */
  readonly diagrams: DiagramCache
  /** The measurements of the previous deck's slides. */
  readonly measurements: MeasurementMemory
  /** The built-in themes, keyed by name. */
  readonly themes: Map<string, Theme>
}

export function newMemory(): ConversionMemory {
  return {
    sections: newMemo(),
    grammar: null,
    writer: newWriterMemory(),
    diagrams: new Map(),
    measurements: new Map(),
    themes: new Map(),
  }
}

/**
 * Forgets results that were used neither in this conversion nor in the one before. Must be called only after a complete
 * conversion: one that stopped early, on a half-written file for example, has used little, so nearly everything would
 * be forgotten.
 */
export function forgetUnused(memory: ConversionMemory | undefined): void {
  if (memory !== undefined) for (const memo of [memory.sections, ...Object.values(memory.writer)]) memo.endRound()
}
