// Writes text in the style of a PowerPoint template, and estimates whether it fits.

import type { Element } from 'xast'
import type { TextRun } from '../../client/scene/scene.ts'
import type { Placeholder } from '../../theme/template/template-layouts.ts'
import type { TextContext, TextLink } from './drawingml-text.ts'
import type { ShapeParagraph, TextShape } from './text-boxes.ts'
import { el } from './xml.ts'

/** A paragraph in the template's style, to which only the article's own formatting is added. */
export interface PlainParagraph {
  readonly paragraph: ShapeParagraph
  /** A list item, with the template's bullet; a separate line; or a line of a listing. */
  readonly kind: 'point' | 'line' | 'code'
}

export function plainParagraphsIn(shapes: readonly TextShape[]): readonly PlainParagraph[] {
  // Page numbers beside an agenda would become points.
  const textShapes = shapes.filter(({ key }) => !key.startsWith('agenda-page'))
  return textShapes.flatMap(({ key, paragraphs }) =>
    paragraphs.map(
      (paragraph): PlainParagraph => ({
        paragraph,
        kind: key.startsWith('code') ? 'code' : LIST_KEYS.test(key) ? 'point' : 'line',
      }),
    ),
  )
}

const LIST_KEYS = /^(?:point|agenda|takeaway|moment|item)/

interface PlainTextContext extends Pick<TextContext, 'language' | 'link' | 'isRtl'> {
  /** The placeholder, if the template does not style its text; the text then gets its own size and bullets. */
  readonly unstyled?: Pick<Placeholder, 'type' | 'size'> | null
  /** `#rrggbb` if the words need a colour other than their placeholder's. */
  readonly colour?: string | null
}

export function writePlainParagraph({ paragraph, kind }: PlainParagraph, context: PlainTextContext): Element {
  const { runs, level, bullet, isRtl } = paragraph
  const base = runs.reduce<TextRun | undefined>(
    (longest, run) => (longest && longest.text.length >= run.text.length ? longest : run),
    undefined,
  )
  const isListItem = kind === 'point'
  const { unstyled = null, colour = null } = context
  const isBulleted = unstyled !== null && isListItem && ['body', 'obj'].includes(unstyled.type)
  const hasHangingIndent = isBulleted || (unstyled !== null && bullet?.type === 'number' && isListItem)
  const number = bullet?.type === 'number' ? el('a:buFont', { typeface: '+mj-lt' }) : null
  return el(
    'a:p',
    {},
    el(
      'a:pPr',
      {
        marL: !isListItem ? 0 : hasHangingIndent ? (level + 1) * BULLET_INDENT : null,
        lvl: level > 0 ? level : null,
        indent: !isListItem ? 0 : hasHangingIndent ? -BULLET_INDENT : null,
        algn: isRtl ? 'r' : kind === 'code' ? 'l' : null,
        rtl: isRtl ? true : null,
      },
      number,
      !isListItem
        ? el('a:buNone')
        : bullet?.type === 'number'
          ? el('a:buAutoNum', { type: 'arabicPeriod', startAt: bullet.start === 1 ? null : bullet.start })
          : isBulleted
            ? [el('a:buFont', { typeface: 'Arial' }), el('a:buChar', { char: '•' })]
            : null,
    ),
    runs
      .filter(({ text }) => text !== '')
      .map((run) => plainRun(run, base, { ...context, colour, isCode: kind === 'code', size: unstyled?.size ?? null })),
  )
}

/** The distance from a bullet to its words, in EMU. */
const BULLET_INDENT = 285_750

interface RunContext extends Pick<TextContext, 'language' | 'link'> {
  /** In hundredths of a point; null for the size of the placeholder. */
  readonly size: number | null
  readonly isCode: boolean
  readonly colour: string | null
}

function plainRun(
  run: TextRun,
  base: TextRun | undefined,
  { language, link, isCode, size, colour }: RunContext,
): Element {
  const isMono = run.families.includes('monospace')
  const target: TextLink | null = run.link === null ? null : link(run.link)
  const family = run.families[0] ?? 'Consolas'
  return el(
    'a:r',
    {},
    el(
      'a:rPr',
      {
        lang: language,
        sz: size,
        b: run.weight >= BOLD && (base?.weight ?? 0) < BOLD ? true : null,
        i: run.isItalic && base?.isItalic !== true ? true : null,
        strike: run.isStruck ? 'sngStrike' : null,
        baseline: run.shift === null ? null : run.shift === 'up' ? 30_000 : -25_000,
        dirty: false,
      },
      colour === null ? null : solidRgb(colour),
      isMono || isCode ? el('a:latin', { typeface: family, pitchFamily: 49 }) : null,
      target === null ? null : el('a:hlinkClick', { 'r:id': target.id, action: target.action }),
    ),
    el('a:t', {}, run.text.replace(/\n/g, ' ')),
  )
}

/** Makes a fill in a colour given as `#rrggbb`. */
export function solidRgb(colour: string): Element {
  return el('a:solidFill', {}, el('a:srgbClr', { val: colour.slice(1) }))
}

const BOLD = 600

/**
 * Returns the factor by which text must shrink to fit a box, from 0.5 to 1, estimated from the number of letters and
 * lines; PowerPoint corrects it later.
 */
export function shrinkFactor(
  texts: readonly PlainParagraph[],
  { width, height, size }: { readonly width: number; readonly height: number; readonly size: number },
): number {
  for (let scale = 1; scale > MIN_FACTOR; scale -= STEP) {
    const fontSize = size * scale
    const lines = texts.reduce((sum, { paragraph }) => {
      const letters = paragraph.runs.reduce((count, { text }) => count + text.length, 0)
      return (
        sum +
        Math.max(1, Math.ceil((letters * fontSize * LETTER_WIDTH) / (width * (1 - paragraph.level * 0.06)))) +
        PARAGRAPH_SPACE
      )
    }, 0)
    if (lines * fontSize * LINE_HEIGHT <= height) return scale
  }
  return MIN_FACTOR
}

export const MIN_FACTOR = 0.5
const STEP = 0.05

/** The width of a letter and the line height in multiples of the size, and the space above a paragraph in lines. */
export const LETTER_WIDTH = 0.52
export const LINE_HEIGHT = 1.2
const PARAGRAPH_SPACE = 0.4
