// Closes the listings that the author of a deck file forgot to close.

import type { VFile } from 'vfile'
import { pointAt } from '../model/source-position.ts'
import { applyEdits, type Edit } from '../read/edit-source.ts'
import { closesFence, FENCE } from '../read/markdown/fence.ts'
import type { Source } from '../read/source.ts'
import { isThematicBreak } from './split-at-rules.ts'

/**
 * Closes each listing that would swallow other slides, because it is never closed, or only after the start of a slide
 * that Lectern wrote. The listing then ends before the next block, such as the notes, or with its slide, and a message
 * says so. `ids` are the ids of the slides that Lectern wrote.
 */
export function closeListings(source: Source, ids: ReadonlySet<string>, file: VFile): Source {
  const lines = linesOf(source.text)
  const edits: Edit[] = []
  let open: OpenListing | null = null
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined) break
    open = open === null ? listingAt(line) : listingAfter(open, line, index)
    if (open === null || !(index === lines.length - 1 || beginsSlide(lines, index, ids))) continue
    const end = open.end ?? lines.length
    const offset = lines[end]?.start ?? source.text.length
    if (open.isAtMargin) {
      edits.push({ span: [offset, offset], replacement: `${end < lines.length ? '' : '\n'}${open.fence}\n\n` })
      report(pointAt(source, open.start), open.fence, file)
    }
    // The lines after the new end of the listing are read again.
    index = end - 1
    open = null
  }
  return applyEdits(source, edits)
}

interface DeckLine {
  readonly text: string
  /** The offset of the line in the file. */
  readonly start: number
}

interface OpenListing {
  readonly fence: string
  readonly start: number
  /** Whether the listing is outside lists and quotations, whose end would also end the listing. */
  readonly isAtMargin: boolean
  /** The index of the first line before which the listing can end; null until there is one. */
  readonly end: number | null
}

function linesOf(text: string): readonly DeckLine[] {
  let start = 0
  return text.split('\n').map((line) => {
    const deckLine = { text: line, start }
    start += line.length + 1
    return deckLine
  })
}

function listingAt({ text, start }: DeckLine): OpenListing | null {
  const [, fence] = FENCE.exec(text) ?? []
  return fence === undefined ? null : { fence, start, isAtMargin: text.startsWith(fence), end: null }
}

/** Returns the state of a listing after a line; null if the line closes it. */
function listingAfter(open: OpenListing, { text }: DeckLine, index: number): OpenListing | null {
  if (closesFence(text, open.fence)) return null
  return open.end === null && canEnd(text) ? { ...open, end: index } : open
}

/** Whether a listing that is not closed can end before a line: a rule, or the fence of a container. */
function canEnd(line: string): boolean {
  return isThematicBreak(line) || /^ {0,3}:{3,}/.test(line)
}

function beginsSlide(lines: readonly DeckLine[], index: number, ids: ReadonlySet<string>): boolean {
  if (!isThematicBreak(lines[index]?.text ?? '')) return false
  const next = lines.slice(index + 1, index + 4).find(({ text }) => text.trim() !== '')
  const [, id] = /^<!--\s*slide:\s*([^\s,]+)/.exec(next?.text ?? '') ?? []
  return id !== undefined && ids.has(id)
}

function report(place: ReturnType<typeof pointAt>, fence: string, file: VFile): void {
  file.message(
    `This listing is not closed, so it ends before the next block or slide. Write ${fence} on a line below it.`,
    { place, source: 'lectern', ruleId: 'open-listing' },
  )
}
