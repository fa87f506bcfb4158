// Finds code, verse, quotations and tables in plain text.

import { codeAt } from './code-at-margin.ts'
import type { Display } from './display.ts'
import { indentedDisplays } from './indented-displays.ts'
import type { SourceLine } from './lines.ts'
import type { TextTable } from './text-table.ts'
import { versesOf } from './verse.ts'
import type { Wrap } from './wrap.ts'
import { settingsAt } from './yaml-settings.ts'

/** What is known about the lines of a text as a whole. */
export interface KnownLines {
  readonly tables: readonly TextTable[]
  /** Undefined if the text is not hard-wrapped. */
  readonly wrap: Wrap | undefined
}

/**
 * Finds the code, verse, indented quotations and tables of a text, in order. No two share a line. Unindented code is
 * found only if the text is not hard-wrapped: the lines of wrapped prose are too short to be told from code.
 */
export function displaysOf(lines: readonly SourceLine[], { tables: known, wrap }: KnownLines): readonly Display[] {
  const fenced = byStart(fencedIn(lines))
  const tables = byStart(known.map((table) => ({ type: 'table', ...table })))
  const indented = byStart(indentedDisplays(lines, wrap))
  const verses = byStart(versesOf(lines, wrap))
  const displays: Display[] = []
  for (let index = 0; index < lines.length; ) {
    const display =
      fenced.get(index) ??
      settingsAt(lines, index) ??
      tables.get(index) ??
      indented.get(index) ??
      (wrap ? undefined : codeAt(lines, index)) ??
      verses.get(index)
    if (display) displays.push(display)
    index = display ? display.end : index + 1
  }
  return displays
}

function byStart(displays: readonly Display[]): ReadonlyMap<number, Display> {
  return new Map(displays.map((display) => [display.start, display]))
}

/** Finds listings between two fences, including the fences. */
function fencedIn(lines: readonly SourceLine[]): readonly Display[] {
  const displays: Display[] = []
  let open: { readonly fence: string; readonly start: number } | undefined
  const last = new Map(lines.map(({ text }, index) => [text, index]))
  for (const [index, { text }] of lines.entries()) {
    const [fence] = FENCE.exec(text) ?? []
    if (fence === undefined) continue
    if (open === undefined && (last.get(fence) ?? 0) > index) open = { fence, start: index }
    else if (open?.fence === text) {
      displays.push({ type: 'code', start: open.start, end: index + 1 })
      open = undefined
    }
  }
  return displays
}

const FENCE = /^(?:```+|~~~+)/
