import type { List, ListItem, Nodes } from 'mdast'
import { toString as wordsIn } from 'mdast-util-to-string'
import type { Block, BlockPassage } from '../model/article.ts'
import type { Paragraph, Sentence } from '../model/outline.ts'
import { imagesIn, isMissing } from './picture.ts'

/**
 * Splits a list whose items contain displays (listings, formulas, tables or pictures), so that each display gets its
 * own slide at the right position. Each display, each run of items between two displays and any text that follows a
 * display in its item becomes a paragraph. Any other paragraph is returned unchanged.
 */
export function splitAtDisplays(paragraph: Paragraph): readonly Paragraph[] {
  const { block, sentences } = paragraph
  if (block.node.type !== 'list' || !containsDisplay(block.node)) return [paragraph]
  const nodes = splitNode(block.node)
  const counts = nodes.map(countPassages)
  // If the words cannot be assigned to items, the list is not split.
  if (counts.reduce((sum, count) => sum + count, 0) !== block.passages.length) return [paragraph]
  let nextPassage = 0
  return nodes.map((node, index) => {
    const passages = block.passages.slice(nextPassage, nextPassage + (counts[index] ?? 0))
    nextPassage += passages.length
    return { block: makeBlock(block, node, passages), sentences: sentencesIn(sentences, passages, node) }
  })
}

/**
 * Whether a block must be shown as a list whatever it contains, because it is part of a list that was split, or
 * contains columns.
 */
export function isAlwaysList(block: Block | null): boolean {
  return block?.node.type === 'list' && storedItemCount(block.node) !== undefined
}

/** Returns the number of items in a list or, for a run of items, in the whole list that it belongs to. */
export function itemCountOf(list: List): number {
  return storedItemCount(list) ?? list.children.length
}

function storedItemCount({ data }: List): number | undefined {
  return (data as StoredCount | undefined)?.itemCount
}

/** The data stored in the node of a run of items: the number of items in the whole list. */
interface StoredCount {
  readonly itemCount: number
}

function containsDisplay(node: List | ListItem): boolean {
  return node.children.some((child) => isDisplay(child) || (isListOrItem(child) && containsDisplay(child)))
}

function isListOrItem(node: Nodes): node is List | ListItem {
  return node.type === 'list' || node.type === 'listItem'
}

/**
 * Whether a node is shown verbatim: a listing, a formula, a table, or a paragraph of images that are not all missing.
 */
function isDisplay(node: Nodes): boolean {
  if (node.type === 'paragraph') {
    const otherContent = node.children.filter((child) => child.type !== 'break' && wordsIn(child, NO_ALT).trim() !== '')
    return otherContent.length === 0 && imagesIn(node).some((image) => !isMissing(image))
  }
  return node.type === 'code' || node.type === 'math' || node.type === 'table'
}

const NO_ALT = { includeImageAlt: false }

/** Lists the runs of a list's items, the displays between them, and the text after each display, in order. */
function splitNode(list: List): readonly Nodes[] {
  const nodes: Nodes[] = []
  let run: ListItem[] = []
  let first = 0
  const add = (item: ListItem, index: number): void => {
    if (run.length === 0) first = index
    run.push(item)
  }
  const flush = (): void => {
    const data: StoredCount = { itemCount: itemCountOf(list) }
    if (run.length > 0) nodes.push({ ...list, start: (list.start ?? 1) + first, children: run, data: { ...data } })
    run = []
  }
  for (const [index, item] of list.children.entries()) {
    const cut = item.children.findIndex((child) => isDisplay(child) || (isListOrItem(child) && containsDisplay(child)))
    const head = cut < 0 ? item.children : item.children.slice(0, cut)
    if (head.length > 0) add({ ...item, children: head }, index)
    if (cut < 0) continue
    flush()
    for (const child of item.children.slice(cut)) nodes.push(...(child.type === 'list' ? splitNode(child) : [child]))
  }
  flush()
  return nodes
}

/** Counts the passages that `read` makes from a node. */
function countPassages(node: Nodes): number {
  switch (node.type) {
    case 'code':
      return node.value.trim() === ''
        ? 0
        : node.value
            .trimEnd()
            .replace(/^(?:[ \t]*\n)+/, '')
            .split('\n').length
    case 'math':
      return node.value.trim() === '' ? 0 : 1
    case 'table':
      return node.children.filter((row) => wordsIn(row, NO_ALT).trim() !== '').length
    case 'heading':
    case 'paragraph':
      return (wordsIn(node, NO_ALT).trim() === '' ? 0 : 1) + countImagesWithText(node)
    default:
      return 'children' in node ? node.children.reduce((sum: number, child: Nodes) => sum + countPassages(child), 0) : 0
  }
}

function countImagesWithText(node: Nodes): number {
  return imagesIn(node).filter(({ alt, title }) => (alt || title || '').trim() !== '').length
}

/**
 * Makes a block from one of a list's nodes. Depths are relative to the node, and the words of an item outside a list
 * become prose.
 */
function makeBlock(block: Block, node: Nodes, passages: readonly BlockPassage[]): Block {
  const depths = passages.map(({ depth }) => depth)
  const depthAbove = node.type === 'list' ? Math.min(...depths) - 1 : Math.max(0, ...depths)
  return {
    ...block,
    node,
    passages: passages.map((passage) => ({
      ...passage,
      depth: Math.max(0, passage.depth - depthAbove),
      kind: node.type !== 'list' && passage.kind === 'item' ? 'prose' : passage.kind,
    })),
  }
}

function sentencesIn(
  sentences: readonly Sentence[],
  passages: readonly BlockPassage[],
  node: Nodes,
): readonly Sentence[] {
  const [from, to] = [passages[0]?.span[0] ?? 0, passages.at(-1)?.span[1] ?? 0]
  return sentences
    .filter(({ span: [start] }) => start >= from && start < to)
    .map((sentence) => (node.type !== 'list' && sentence.kind === 'item' ? { ...sentence, kind: 'prose' } : sentence))
}
