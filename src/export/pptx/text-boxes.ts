// Groups the measured text of a slide into PowerPoint text boxes and placeholders.

import type { Box, Rect, Scene, SceneBlock, TextRun } from '../../client/scene/scene.ts'
import type { PointDepth } from '../../model/draft.ts'
import { type Bullet, findBullets, fontSizeOf, type PlacedBullet } from './bullets.ts'
import { leadingOf, placeTextBox, topOf } from './place-text-box.ts'
import { preserveLineBreaks } from './preserve-line-breaks.ts'
import { insetOf, tightenLines } from './text-width.ts'

/** The text of a slide, arranged in text boxes and placeholders. */
export interface SlideArrangement {
  /** Null if the slide does not show exactly one heading. */
  readonly title: TextShape | null
  /** The other text of the slide, except furniture and table cells, in reading order. */
  readonly bodies: readonly TextShape[]
  /** The furniture, such as the footer, the slide number and the name of the part. */
  readonly furniture: readonly TextShape[]
  /** The text of each cell, keyed by `cellKey`. */
  readonly cells: ReadonlyMap<string, CellText>
  readonly links: readonly SlideLink[]
  /** The boxes of the slide, without the marks that have become bullets. */
  readonly boxes: readonly Box[]
}

/** An area that links to another slide. */
export interface SlideLink {
  readonly rect: Rect
  /** `#` and the id of the slide. */
  readonly address: string
  readonly text: string
}

export interface CellText {
  readonly paragraph: ShapeParagraph
  /** The top of a text box for these words, in px from the top of the slide. */
  readonly top: number
  /** The distance between the ends of the lines and the edge of the cell, in px. */
  readonly inset: number
}

export interface TextShape {
  /** A key that is unique on its slide and the same on all slides of a layout: `point`, `lead`, `quote-text`. */
  readonly key: string
  readonly role: 'title' | 'subtitle' | 'body' | 'footer' | 'date' | 'number' | 'free'
  readonly rect: Rect
  readonly paragraphs: readonly ShapeParagraph[]
  /** Whether the lines wrap at the edge of the box. */
  readonly wraps: boolean
  /** Whether programs shrink the text if it becomes too long for the box. */
  readonly shrinks: boolean
  /** The distance between the ends of its lines and the edge of the box at which lines break as measured, in px. */
  readonly inset: number
}

export interface ShapeParagraph {
  readonly runs: readonly TextRun[]
  /** The same runs, with line breaks and non-breaking spaces that keep their lines as measured. */
  readonly fixedRuns: readonly TextRun[]
  readonly align: SceneBlock['align']
  readonly isRtl: boolean
  readonly level: PointDepth
  /** The distance from one baseline to the next: in px, or as a multiple of the font size. */
  readonly leading: number
  /**
   * Whether `leading` is a multiple, so that it changes with the font size. Otherwise it is fixed, because programs
   * disagree about a font's own line height.
   */
  readonly isProportional: boolean
  /** The space above the paragraph, in px. */
  readonly before: number
  /** The distance in px from the edge of the box to the words. */
  readonly margin: number
  /** The distance in px from the words to their bullet or to the start of a hanging first line; negative or 0. */
  readonly indent: number
  readonly bullet: Bullet | null
  readonly isStep: boolean
}

export function arrangeText({ texts, boxes }: Scene): SlideArrangement {
  const headings = texts.filter(({ tag, area }) => /^h[1-6]$/.test(tag) && area !== 'foot')
  const heading = headings.length === 1 ? headings[0] : undefined
  const cellBlocks = texts.filter(({ cell }) => cell !== null)
  const furnitureBlocks = texts.filter(
    (block) => block !== heading && ['foot', 'kicker', 'strip', 'mark'].includes(block.area),
  )
  const bodyBlocks = texts.filter(
    (block) => block !== heading && !cellBlocks.includes(block) && !furnitureBlocks.includes(block),
  )
  const bullets = findBullets(bodyBlocks, boxes)
  const replacedByBullets = new Set<Box | SceneBlock>([...bullets.values()].flatMap((bullet) => bullet?.replaces ?? []))
  const bodies = groupsOf(bodyBlocks.filter((block) => !replacedByBullets.has(block))).map((blocks) =>
    makeShape(blocks, 'body', bullets),
  )
  return {
    title: heading === undefined ? null : makeShape([heading], 'title', new Map()),
    bodies: withUniqueKeys(bodies.map((shape) => (shape.key === 'subtitle' ? { ...shape, role: 'subtitle' } : shape))),
    furniture: furnitureBlocks.map((block) => makeShape([block], roleOf(block), new Map())),
    cells: new Map(cellBlocks.map((block) => [cellKey(block), cellText(block)])),
    links: bodyBlocks.flatMap(slideLinksOf),
    boxes: boxes.filter((box) => !replacedByBullets.has(box)),
  }
}

/**
 * Turns a block that links to a slide into an area, because a link on the text would be underlined and lose its colour.
 */
function slideLinksOf({ runs, rect }: SceneBlock): readonly SlideLink[] {
  const address = runs.find(({ link }) => link?.startsWith('#'))?.link
  return address ? [{ rect, address, text: runs.map(({ text }) => text).join('') }] : []
}

function withoutSlideLink(run: TextRun): TextRun {
  return run.link?.startsWith('#') ? { ...run, link: null } : run
}

function cellText(cell: SceneBlock): CellText {
  const block = tightenLines(cell)
  const { rect } = block
  const inset = insetOf([block], () => 0, rect.width)
  return {
    paragraph: paragraphOf(block, { before: 0, role: 'body', margin: 0, maxWidth: rect.width - inset, bullet: null }),
    top: topOf(block),
    inset,
  }
}

export function cellKey({ cell }: Pick<SceneBlock, 'cell'>): string {
  return cell === null ? '' : `${cell.table} ${cell.row} ${cell.column}`
}

function roleOf({ classes, area }: SceneBlock): TextShape['role'] {
  if (area !== 'foot') return 'free'
  if (classes.includes('foot-number')) return 'number'
  if (classes.includes('foot-dates')) return 'date'
  return classes.includes('foot-title') || classes.includes('foot-name') ? 'footer' : 'free'
}

/** Groups blocks that become paragraphs of one shape: the lines of a listing, or neighbouring items of a list. */
function groupsOf(blocks: readonly SceneBlock[]): readonly (readonly [SceneBlock, ...SceneBlock[]])[] {
  const groups: [SceneBlock, ...SceneBlock[]][] = []
  for (const block of blocks) {
    const group = groups.at(-1)
    if (group !== undefined && belongsToGroup(block, group)) group.push(block)
    else groups.push([block])
  }
  return groups
}

function belongsToGroup(block: SceneBlock, group: readonly [SceneBlock, ...SceneBlock[]]): boolean {
  const [first] = group
  const last = group.at(-1) ?? first
  if (isCode(block)) return isCode(last)
  if (block.item === null || last.item === null || block.item.list !== last.item.list) return false
  if (block.classes.includes('agenda-page') || last.classes.includes('agenda-page')) return false
  const [top] = block.lines
  const bottom = last.lines.at(-1)
  if (top === undefined || bottom === undefined || block.align !== first.align) return false
  const isBelow = top.y > bottom.y + bottom.height * 0.55
  const maxIndent = block.item.depth > (first.item?.depth ?? 0) ? MAX_INDENT : 2
  const [start, otherStart] = block.isRtl
    ? [first.rect.x + first.rect.width, block.rect.x + block.rect.width]
    : [block.rect.x, first.rect.x]
  return isBelow && start - otherStart >= -2 && start - otherStart <= maxIndent
}

/** The maximum indent of an item below a list item, in px. */
const MAX_INDENT = 160

function isCode({ classes }: SceneBlock): boolean {
  return classes.includes('code-line')
}

function makeShape(
  blocks: readonly [SceneBlock, ...SceneBlock[]],
  role: TextShape['role'],
  bullets: ReadonlyMap<SceneBlock, PlacedBullet | null>,
): TextShape {
  const [first] = blocks
  const { rect, inset, marginOf } = placeTextBox(blocks, bullets)
  const paragraphs = blocks.map((block, index) => {
    const before = gapBetween(blocks[index - 1], block)
    const maxWidth = rect.width - inset - marginOf(block)
    return paragraphOf(block, { before, role, margin: marginOf(block), maxWidth, bullet: bullets.get(block) ?? null })
  })
  const isSingle = blocks.length === 1 && first.lines.length === 1
  return {
    key: keyOf(first),
    role,
    rect,
    paragraphs: withNumbering(paragraphs),
    wraps: !first.isOneLine && (role === 'title' || role === 'body' || !isSingle),
    shrinks: false,
    inset,
  }
}

/**
 * Turns consecutive numbers into automatic numbering, by giving each the first number as its start. The numbering then
 * continues when somebody adds a paragraph.
 */
function withNumbering(paragraphs: readonly ShapeParagraph[]): readonly ShapeParagraph[] {
  const levels: { start: number; next: number }[] = []
  return paragraphs.map((paragraph) => {
    const { bullet, level } = paragraph
    if (bullet?.type !== 'number') return paragraph
    const { start, next } = levels[level] ?? { start: 0, next: 0 }
    const newStart = bullet.start === next ? start : bullet.start
    levels[level] = { start: newStart, next: bullet.start + 1 }
    // The numbering of the levels below starts again.
    levels.length = level + 1
    return { ...paragraph, bullet: { ...bullet, start: newStart } }
  })
}

function gapBetween(previous: SceneBlock | undefined, block: SceneBlock): number {
  const [line] = block.lines
  const lineAbove = previous?.lines.at(-1)
  if (line === undefined || lineAbove === undefined) return 0
  return Math.max(0, line.baseline - lineAbove.baseline - leadingOf(block))
}

interface ParagraphContext {
  readonly before: number
  readonly role: TextShape['role']
  /** The distance from the edge of the box to the words, in px. */
  readonly margin: number
  /** The maximum width of its lines, in px. */
  readonly maxWidth: number
  readonly bullet: PlacedBullet | null
}

function paragraphOf(block: SceneBlock, { before, role, margin, maxWidth, bullet }: ParagraphContext): ShapeParagraph {
  const { isRtl, align, item } = block
  return {
    runs: block.runs.map(withoutSlideLink),
    fixedRuns: preserveLineBreaks(block, maxWidth).map(withoutSlideLink),
    align,
    isRtl,
    level: item?.depth ?? 0,
    leading: role === 'title' ? leadingOf(block) / fontSizeOf(block) : leadingOf(block),
    isProportional: role === 'title',
    before,
    margin,
    indent: bullet === null ? Math.min(0, -block.hangingIndent) : Math.min(0, bullet.x),
    bullet: bullet?.bullet ?? null,
    isStep: item?.isStep ?? false,
  }
}

function keyOf({ classes, tag, item }: SceneBlock): string {
  if (classes.includes('code-line')) return 'code'
  return classes.find((name) => !/^(?:step|event-credit|align-)/.test(name)) ?? (item === null ? tag : 'item')
}

/** Makes keys unique by numbering them: `lead`, `lead 2`. */
function withUniqueKeys(shapes: readonly TextShape[]): readonly TextShape[] {
  const counts = new Map<string, number>()
  return shapes.map((shape) => {
    const count = (counts.get(shape.key) ?? 0) + 1
    counts.set(shape.key, count)
    return count === 1 ? shape : { ...shape, key: `${shape.key} ${count}` }
  })
}
