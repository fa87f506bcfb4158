// Makes lists and headings of lines that authors typed to look like them: bullets, numbers, bold lines.

import type { List, Paragraph, PhrasingContent, RootContent, Text } from 'mdast'
import { toString as wordsIn } from 'mdast-util-to-string'
import { rangeOf } from '../../model/source-position.ts'
import { type Marker, markerOf } from '../plain/list-markers.ts'
import { sliceText, sliceTexts } from '../slice-text.ts'
import type { Source } from '../source.ts'

/**
 * Divides a paragraph whose lines are not all prose: a bold line above other text becomes a separate paragraph, and
 * lines with typed bullets or numbers become a list.
 */
export function divideAtLines(paragraph: Paragraph, source: Source): readonly (Paragraph | List)[] {
  const lines = linesOf(paragraph.children, source)
  const runs = runsOf(lines)
  return runs.length < 2 && runs[0]?.type !== 'list' ? [paragraph] : runs.map((run) => blockOf(run, source))
}

/**
 * Turns consecutive paragraphs that begin with typed bullets ("• Gates"), boxes ("☐ Gates") or numbers ("1. Gates") into
 * a list.
 */
export function joinTypedItems(nodes: readonly RootContent[], source: Source): readonly RootContent[] {
  const blocks: RootContent[] = []
  let run: TextLine[] = []
  let paragraphs: RootContent[] = []
  const flush = (): void => {
    blocks.push(...(run.length >= MIN_ITEMS ? [blockOf({ type: 'list', lines: run }, source)] : paragraphs))
    run = []
    paragraphs = []
  }
  for (const node of nodes) {
    const children = node.type === 'paragraph' ? node.children : []
    const marker = markerIn(children)
    if (!continuesList(marker, run.at(-1)?.marker)) flush()
    if (marker?.type !== 'bullet' && marker?.type !== 'number') {
      blocks.push(node)
      continue
    }
    run.push({ children, marker, separator: null })
    paragraphs.push(node)
  }
  flush()
  return blocks
}

/** Whether a marker follows the one before it in a list: a bullet after a bullet, or a number that is one higher. */
function continuesList(marker: Marker | undefined, before: Marker | undefined): boolean {
  if (marker?.type === 'bullet') return before?.type === 'bullet'
  return marker?.type === 'number' && before?.type === 'number' && marker.ordinal === before.ordinal + 1
}

/** The minimum number of lines with bullets or numbers that make a list. */
const MIN_ITEMS = 2

/** A line of a paragraph. */
export interface TextLine {
  readonly children: readonly PhrasingContent[]
  readonly marker: Marker | undefined
  /**
   * What separates the line from the one before: a line break, or just the end of a line in the file. Null for the
   * first line.
   */
  readonly separator: PhrasingContent | null
}

/** Consecutive lines that become a paragraph, or the items of a list. */
interface LineRun {
  readonly type: 'paragraph' | 'list'
  readonly lines: readonly TextLine[]
}

/** Divides the content of a paragraph into its lines, leaving out blank ones. */
export function linesOf(children: readonly PhrasingContent[], source: Source): readonly TextLine[] {
  const lines: { children: PhrasingContent[]; separator: PhrasingContent | null }[] = [
    { children: [], separator: null },
  ]
  let isAtStart = true
  for (const child of children) {
    if (child.type === 'break') {
      lines.push({ children: [], separator: child })
      isAtStart = true
      continue
    }
    for (const part of child.type === 'text' ? partsOf(child, source) : [child]) {
      if (part.type !== 'text' || part.value !== '\n') {
        lines.at(-1)?.children.push(part)
        isAtStart &&= isBlank(part)
      } else if (!isAtStart) {
        lines.push({ children: [], separator: { type: 'text', value: '\n' } })
        isAtStart = true
      }
    }
  }
  return lines
    .filter((line) => !line.children.every(isBlank))
    .map((line) => ({ ...line, marker: markerIn(line.children) }))
}

/** Divides a text into the words of its lines, and the line feeds between them. */
function partsOf(text: Text, source: Source): readonly Text[] {
  const parts = [...text.value.matchAll(/\n|[^\n]+/g)]
  return sliceTexts(
    text,
    parts.map(({ index, 0: { length } }) => [index, index + length]),
    source,
  )
}

function isBlank(child: PhrasingContent): boolean {
  return child.type === 'text' && child.value.trim() === ''
}

function markerIn([first, second]: readonly PhrasingContent[]): Marker | undefined {
  if (first?.type !== 'text') return undefined
  const start = first.value.trimStart()
  const [box] = TASK_BOX.exec(start) ?? []
  if (box !== undefined) return { type: 'bullet', width: box.length, ordinal: 0 }
  // The words after a marker may be in another node, because they are bold or code.
  return markerOf(`${start.replace(/\u00A0/g, ' ')}${second === undefined ? '' : OTHER_WORDS}`)
}

const OTHER_WORDS = '…'
/** A tick box before a task, as in Word forms. */
const TASK_BOX = /^[☐☑☒]\s+/

function runsOf(lines: readonly TextLine[]): readonly LineRun[] {
  const runs: { type: LineRun['type']; lines: TextLine[] }[] = []
  for (let index = 0; index < lines.length; ) {
    const items = itemsAt(lines, index)
    const [line, before] = [lines[index], lines[index - 1]]
    const last = runs.at(-1)
    if (items.length > 0) runs.push({ type: 'list', lines: [...items] })
    else if (
      line !== undefined &&
      (last?.type !== 'paragraph' || isHeading(before, line) || isHeading(line, lines[index + 1]))
    )
      runs.push({ type: 'paragraph', lines: [line] })
    else if (line !== undefined) last?.lines.push(line)
    index += Math.max(1, items.length)
  }
  return runs
}

/** Returns the items of the list that begins with the line at `start`; an empty array if no list begins there. */
function itemsAt(lines: readonly TextLine[], start: number): readonly TextLine[] {
  const first = lines[start]?.marker
  if (first === undefined || first.type === 'quote' || first.ordinal > 1) return []
  const end = lines.findIndex(({ children, marker, separator }, index) => {
    if (index < start) return false
    const isNext = marker?.type === first.type && marker.ordinal === (first.ordinal === 0 ? 0 : index - start + 1)
    return !isNext || !canBeItem({ children, separator })
  })
  const items = lines.slice(start, end < 0 ? undefined : end)
  return items.length < MIN_ITEMS ? [] : items
}

/**
 * Whether a line may be an item. One that begins with a dash must follow a line break, since a sentence may happen to
 * wrap before a dash.
 */
function canBeItem({ children: [first], separator }: Pick<TextLine, 'children' | 'separator'>): boolean {
  return separator?.type !== 'text' || first?.type !== 'text' || !/^\s*[–—]/.test(first.value)
}

/**
 * Whether a line is bold and above other text. If no line break separates the two, the bold words may just happen to
 * end where the line wraps, so the text must begin like a sentence or a list.
 */
function isHeading(line: TextLine | undefined, next: TextLine | undefined): boolean {
  if (line === undefined || next === undefined) return false
  const words = wordsOf(line.children)
  const isBold = line.children.every((child) => child.type === 'strong' || isBlank(child))
  return (
    isBold &&
    words.length <= LONGEST_HEADING &&
    !/[.:;,!…。：；，！]$/u.test(words) &&
    (next.separator?.type === 'break' || !/^\p{Ll}/u.test(wordsOf(next.children)))
  )
}

/** In characters. */
const LONGEST_HEADING = 80

function wordsOf(children: readonly PhrasingContent[]): string {
  return wordsIn({ type: 'paragraph', children: [...children] }).trim()
}

function blockOf({ type, lines }: LineRun, source: Source): Paragraph | List {
  if (type === 'paragraph') {
    const children = lines.flatMap(({ children, separator }, index) =>
      index === 0 || separator === null ? children : [separator, ...children],
    )
    return { type, children, position: rangeOf(children) }
  }
  const [first] = lines
  const ordered = first?.marker?.type === 'number'
  const children = lines.map((line) => {
    const words = withoutMarker(line, source)
    const position = rangeOf(words)
    return {
      type: 'listItem' as const,
      spread: false,
      ...checkedOf(line),
      position,
      children: [{ type: 'paragraph' as const, children: [...words], position }],
    }
  })
  return {
    type,
    ordered,
    start: ordered ? (first?.marker?.ordinal ?? 1) : null,
    spread: false,
    children,
    position: rangeOf(children),
  }
}

/** Returns whether the tick box at the start of a line is ticked; an empty object if there is no box. */
function checkedOf({ children: [first] }: TextLine): { readonly checked?: boolean } {
  const box = first?.type === 'text' ? first.value.trimStart().charAt(0) : ''
  return TASK_BOX.test(`${box} `) ? { checked: box !== '☐' } : {}
}

function withoutMarker({ children, marker }: TextLine, source: Source): readonly PhrasingContent[] {
  const [first, ...others] = children
  if (first?.type !== 'text' || marker === undefined) return children
  const start = first.value.length - first.value.trimStart().length + marker.width
  return [sliceText(first, [start, first.value.length], source), ...others]
}
