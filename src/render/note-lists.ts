// Nests the items of a note in lists.

import type { ItemPlace } from '../model/outline.ts'
import type { SourcedText } from '../model/styled-text.ts'

/** A block of a note, and its place in a list. */
export interface PlacedText extends SourcedText {
  /** Absent outside lists. */
  readonly item?: ItemPlace | undefined
}

/** A list in a note. */
export interface NoteList {
  /** The number of its first item; null if it has bullets. */
  readonly start: number | null
  readonly items: readonly NoteItem[]
}

/** The first paragraph of an item, and the other paragraphs and the lists below it, in order. */
export interface NoteItem {
  readonly text: SourcedText
  readonly others: readonly (SourcedText | NoteList)[]
}

/**
 * Nests consecutive items. A list is divided where its numbers do not count up by one, or change to bullets or back.
 */
export function listsOf(blocks: readonly PlacedText[]): readonly NoteList[] {
  const depth = blocks.reduce((least, block) => Math.min(least, depthOf(block)), Number.POSITIVE_INFINITY)
  const lists: { start: number | null; items: { text: SourcedText; others: (SourcedText | NoteList)[] }[] }[] = []
  for (let index = 0; index < blocks.length; ) {
    const block = blocks[index]
    if (block === undefined) break
    const lastItem = lists.at(-1)?.items.at(-1)
    if (lastItem !== undefined && depthOf(block) > depth) {
      let end = index + 1
      while (end < blocks.length && depthOf(blocks[end] ?? block) > depth) end += 1
      lastItem.others.push(...listsOf(blocks.slice(index, end)))
      index = end
      continue
    }
    const marker = block.item?.marker ?? (block.item === undefined || lastItem === undefined ? 'bullet' : null)
    if (marker === null) lastItem?.others.push(block)
    else {
      const number = marker === 'bullet' ? null : marker
      const list = lists.at(-1)
      if (list === undefined || !continues(list, number)) lists.push({ start: number, items: [] })
      lists.at(-1)?.items.push({ text: block, others: [] })
    }
    index += 1
  }
  return lists
}

/** Whether blocks are items of a list. */
export function isListed([first]: readonly PlacedText[]): boolean {
  return first?.item !== undefined
}

export function isList(node: SourcedText | NoteList): node is NoteList {
  return 'items' in node
}

function depthOf({ item }: PlacedText): number {
  return item?.depth ?? 1
}

function continues({ start, items }: NoteList, number: number | null): boolean {
  return number === null ? start === null : start !== null && start + items.length === number
}
