// Estimates the layout of a slide when there is no browser to measure it.

import { formatHex } from 'culori'
import type { Element } from 'hast'
import type { Figure, Rect, Scene, SceneBlock, TableGrid, TextRun } from '../../client/scene/scene.ts'
import type { Theme } from '../../model/theme.ts'
import { tokenValue } from '../../model/token-value.ts'
import { backgroundOf } from '../../render/background.ts'
import type { RenderedSlide } from '../../render/slide.ts'
import { textOf } from '../../render/text-content.ts'
import { singleSpaced } from '../../util/single-spaced.ts'
import { parseFontStack } from './font-families.ts'
import { classesOf, listPieces, type UnmeasuredPiece } from './unmeasured-pieces.ts'

/**
 * Estimates where things are on a slide: title and content are placed one below the other, in the theme's text sizes.
 * The result is plain, but nothing is lost.
 */
export function estimateScene(slide: RenderedSlide, theme: Theme, isRtl: boolean): Scene {
  const style = styleOf(slide, theme, isRtl)
  const texts: SceneBlock[] = []
  const pictures: Figure[] = []
  const tables: TableGrid[] = []
  let y = style.contentArea.y
  for (const piece of listPieces(slide.element)) {
    const remainingArea = {
      ...style.contentArea,
      y,
      height: Math.max(MIN_HEIGHT, style.contentArea.y + style.contentArea.height - y),
    }
    if (piece.type === 'picture') {
      const rect = fitInside(piece.ratio, remainingArea)
      pictures.push({
        rect,
        kind: 'image',
        source: String(piece.index),
        alt: piece.alt,
        crop: [0, 0, 0, 0],
        radius: 0,
      })
      y += rect.height + GAP
    } else if (piece.type === 'table') {
      const { grid, blocks } = tableOf(piece.element, remainingArea, { style, index: tables.length })
      tables.push(grid)
      texts.push(...blocks)
      y += grid.rect.height + GAP
    } else {
      const block = blockOf(piece, remainingArea, style)
      texts.push(block)
      y += block.rect.height + (piece.classes.includes('code-line') ? 0 : piece.isHeading ? 2 * GAP : GAP)
    }
  }
  return {
    background: { type: 'colour', colour: style.background },
    boxes: [],
    pictures,
    tables,
    texts: [...texts, pageNumber(slide, style)],
  }
}

/** The space between two blocks, the indent of an item, and the minimum height of a picture, in px. */
const GAP = 18
const INDENT = 36
const MIN_HEIGHT = 120

/** The average width of a letter and the line height, in multiples of the font size. */
const LETTER_WIDTH = 0.5
const LINE_HEIGHT = 1.3

interface SlideStyle {
  readonly contentArea: Rect
  readonly background: string
  readonly run: TextRun
  readonly display: readonly string[]
  readonly mono: readonly string[]
  readonly sizes: { readonly title: number; readonly body: number; readonly code: number; readonly table: number }
  readonly muted: string
  readonly isRtl: boolean
}

function styleOf({ slide }: RenderedSlide, theme: Theme, isRtl: boolean): SlideStyle {
  const { canvas, tokens } = theme
  const px = (name: string, fallback: number) => Number.parseFloat(tokenValue(name, tokens) ?? '') || fallback
  const families = (name: string) => parseFontStack(tokenValue(name, tokens) ?? '')
  const { colours, background } = backgroundOf(slide, theme)
  const isDeep = colours === 'deep'
  const colour = (name: string, fallback: string) =>
    formatHex(tokenValue(isDeep ? `deep-${name}` : name, tokens) ?? fallback) ?? fallback
  const explicitBackground = background?.type === 'colour' ? formatHex(background.value) : undefined
  const [start, end] = [px('margin-start', 72), px('margin-end', 72)]
  const top = px('margin-top', 64)
  const run = {
    text: '',
    families: families('font-text'),
    size: px('size-body', 30),
    weight: 400,
    isItalic: false,
    isUnderlined: false,
    isStruck: false,
    colour: colour('ink', '#000000'),
    tracking: 0,
    shift: null,
    link: null,
  }
  return {
    contentArea: {
      x: isRtl ? end : start,
      y: top,
      width: canvas.width - start - end,
      height: canvas.height - top - px('foot-height', 76),
    },
    background:
      explicitBackground ?? formatHex(tokenValue(isDeep ? 'deep' : 'ground', tokens) ?? '#ffffff') ?? '#ffffff',
    run,
    display: families('font-display'),
    mono: families('font-mono'),
    sizes: {
      title: Math.min(64, px('size-title', 54)),
      body: px('size-body', 30),
      code: px('size-code', 22),
      table: px('size-table', 24),
    },
    muted: colour('muted', '#666666'),
    isRtl,
  }
}

function blockOf(piece: Extract<UnmeasuredPiece, { type: 'text' }>, contentArea: Rect, style: SlideStyle): SceneBlock {
  const { element, classes, item, isHeading } = piece
  const isCode = classes.includes('code-line')
  const size = isHeading ? style.sizes.title : isCode ? style.sizes.code : style.sizes.body
  const inset = (item?.depth ?? 0) * INDENT
  const families = isHeading ? style.display : isCode ? style.mono : style.run.families
  const runs = runsIn(element, { ...style.run, size, families }, style)
  const rect = { ...contentArea, x: contentArea.x + (style.isRtl ? 0 : inset), width: contentArea.width - inset }
  return {
    ...layOutText(runs, rect, style),
    tag: element.tagName,
    classes,
    area: isHeading ? 'head' : 'body',
    item,
    isOneLine: isCode,
  }
}

/** Lays out text in a rectangle, estimating how many lines it needs. */
function layOutText(runs: readonly TextRun[], contentArea: Rect, { isRtl }: SlideStyle): SceneBlock {
  const size = runs[0]?.size ?? 24
  const lineHeight = size * LINE_HEIGHT
  const width = runs.reduce((sum, { text }) => sum + text.length, 0) * size * LETTER_WIDTH
  const count = Math.max(1, Math.ceil(width / contentArea.width))
  const lines = Array.from({ length: count }, (_, index) => ({
    x: contentArea.x,
    y: contentArea.y + index * lineHeight,
    width: Math.min(contentArea.width * 0.98, width),
    height: size * 1.2,
    words: [],
    isContinued: false,
    start: 0,
    baseline: contentArea.y + (index + 1) * lineHeight - size * 0.3,
  }))
  return {
    tag: 'p',
    classes: [],
    area: 'body',
    rect: { ...contentArea, height: count * lineHeight },
    runs,
    lines,
    align: 'start',
    isRtl,
    lineHeight,
    hangingIndent: 0,
    hasFormula: false,
    isOneLine: false,
    item: null,
    cell: null,
  }
}

/** Returns the text of an element as runs, styled according to the elements inside it. */
function runsIn(element: Element, run: TextRun, style: SlideStyle): readonly TextRun[] {
  return element.children.flatMap((child): readonly TextRun[] => {
    if (child.type === 'text')
      return [
        {
          ...run,
          text: run.families === style.mono ? child.value.replace(/\n$/, '') : singleSpaced(child.value),
        },
      ]
    if (child.type !== 'element') return []
    const label = child.properties.ariaLabel
    if (classesOf(child).includes('inline-formula')) return [{ ...run, text: String(label ?? textOf([child])) }]
    return runsIn(child, { ...run, ...INLINE_STYLES[child.tagName]?.(child, style) }, style)
  })
}

const INLINE_STYLES: Readonly<Record<string, (element: Element, style: SlideStyle) => Partial<TextRun>>> = {
  strong: () => ({ weight: 700 }),
  th: () => ({ weight: 700 }),
  em: () => ({ isItalic: true }),
  del: () => ({ isStruck: true }),
  code: (_, { mono }) => ({ families: mono }),
  a: ({ properties: { href } }) => ({
    link: typeof href === 'string' ? href : null,
    isUnderlined: typeof href === 'string' && !href.startsWith('#'),
  }),
}

function tableOf(
  element: Element,
  contentArea: Rect,
  { style, index }: { readonly style: SlideStyle; readonly index: number },
): { grid: TableGrid; blocks: readonly SceneBlock[] } {
  const rows = elementsIn(element, 'tr').map((row) =>
    row.children.filter((child): child is Element => child.type === 'element'),
  )
  const count = Math.max(1, ...rows.map((row) => row.length))
  const width = contentArea.width / count
  const height = style.sizes.table * 1.9
  const rule = { width: 1, colour: style.muted, style: 'solid' } as const
  const blocks = rows.flatMap((row, rowIndex) =>
    row.map((cell, column): SceneBlock => {
      const rect = {
        x: contentArea.x + column * width,
        y: contentArea.y + rowIndex * height + 8,
        width: width - PADDING,
        height,
      }
      const base = { ...style.run, size: style.sizes.table, weight: cell.tagName === 'th' ? 700 : 400 }
      return { ...layOutText(runsIn(cell, base, style), rect, style), cell: { table: index, row: rowIndex, column } }
    }),
  )
  const grid = {
    rect: { ...contentArea, height: rows.length * height },
    columns: Array.from({ length: count }, () => width),
    hasHeader: elementsIn(element, 'thead').length > 0,
    hasRowHeadings: rows.slice(1).some(([first]) => first?.tagName === 'th'),
    rows: rows.map((row) => ({
      height,
      cells: row.map(() => ({
        fill: null,
        padding: [8, PADDING, 8, 0] as const,
        above: null,
        below: rule,
        left: null,
        right: null,
        anchor: 'top' as const,
        span: 1,
      })),
    })),
  }
  return { grid, blocks }
}

const PADDING = 16

function elementsIn(element: Element, tag: string): readonly Element[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element') return []
    return child.tagName === tag ? [child] : elementsIn(child, tag)
  })
}

function fitInside(ratio: number, { x, y, width, height }: Rect): Rect {
  const fittedWidth = Math.min(width, height * ratio)
  return { x: x + (width - fittedWidth) / 2, y, width: fittedWidth, height: fittedWidth / ratio }
}

function pageNumber({ page }: RenderedSlide, style: SlideStyle): SceneBlock {
  const { x, y, width, height } = style.contentArea
  const rect = { x: style.isRtl ? x : x + width - 80, y: y + height + 30, width: 80, height: 24 }
  const run = { ...style.run, text: String(page), size: 16, colour: style.muted }
  return { ...layOutText([run], rect, style), tag: 'span', classes: ['foot-number'], area: 'foot', align: 'end' }
}
