// Finds code, verse, quotations and tables in plain text.

import { findIndentedBlocks } from './indented-blocks.ts'
import type { SourceLine } from './lines.ts'
import type { SetOffBlock } from './set-off-block.ts'
import type { TextTable } from './text-table.ts'
import { codeAt } from './unindented-code.ts'
import { findVerse } from './verse.ts'
import type { Wrap } from './wrap.ts'
import { settingsAt } from './yaml-settings.ts'

/** What is known about the lines as a whole. */
export interface LineContext {
  readonly tables: readonly TextTable[]
  /** Undefined if the text is not hard-wrapped. */
  readonly wrap: Wrap | undefined
}

/**
 * Finds the code, verse, indented quotations and tables in plain text, in order. No two of them share a line.
 * Unindented code is found only if the text is not hard-wrapped, because short lines of wrapped prose can look like
 * code.
 */
export function findSetOffBlocks(lines: readonly SourceLine[], { tables, wrap }: LineContext): readonly SetOffBlock[] {
  const fenced = byStart(fencedListings(lines))
  const tableBlocks = byStart(tables.map((table) => ({ type: 'table', ...table })))
  const indented = byStart(findIndentedBlocks(lines, wrap))
  const verses = byStart(findVerse(lines, wrap))
  const blocks: SetOffBlock[] = []
  for (let index = 0; index < lines.length; ) {
    const block =
      fenced.get(index) ??
      settingsAt(lines, index) ??
      tableBlocks.get(index) ??
      indented.get(index) ??
      (wrap ? undefined : codeAt(lines, index)) ??
      verses.get(index)
    if (block) blocks.push(block)
    index = block ? block.end : index + 1
  }
  return blocks
}

function byStart(blocks: readonly SetOffBlock[]): ReadonlyMap<number, SetOffBlock> {
  return new Map(blocks.map((block) => [block.start, block]))
}

/** Finds listings between two fences, including the fences. */
function fencedListings(lines: readonly SourceLine[]): readonly SetOffBlock[] {
  const blocks: SetOffBlock[] = []
  let openFence: { readonly fence: string; readonly start: number } | undefined
  const lastIndexes = new Map(lines.map(({ text }, index) => [text, index]))
  for (const [index, { text }] of lines.entries()) {
    const [fence] = FENCE.exec(text) ?? []
    if (fence === undefined) continue
    if (openFence === undefined && (lastIndexes.get(fence) ?? 0) > index) openFence = { fence, start: index }
    else if (openFence?.fence === text) {
      blocks.push({ type: 'code', start: openFence.start, end: index + 1 })
      openFence = undefined
    }
  }
  return blocks
}

const FENCE = /^(?:```+|~~~+)/
