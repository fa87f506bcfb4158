// Writes text in the placeholders of a template's layout.

import type { Element } from 'xast'
import type { Box, Placeholder, TemplateLayout } from '../../theme/template/template-layouts.ts'
import type { TextContext } from './drawingml-text.ts'
import { SLIDE_NUMBER, textShapeProperties } from './shapes.ts'
import {
  LETTER_WIDTH,
  LINE_HEIGHT,
  MIN_FACTOR,
  type PlainParagraph,
  shrinkFactor,
  solidRgb,
  writePlainParagraph,
} from './template-text.ts'
import type { SlideArrangement, TextShape } from './text-boxes.ts'
import { el } from './xml.ts'

/**
 * Text, and the placeholder of a template's layout that it goes into. If `placeholder` is null, the text gets a text box.
 */
export interface PlaceholderText {
  readonly id: number
  readonly name: string
  readonly placeholder: Placeholder | null
  readonly texts: readonly PlainParagraph[]
  readonly context: Pick<TextContext, 'language' | 'link' | 'isRtl'>
  /** The position of the text; null for the position of its placeholder. */
  readonly box: Box | null
  /** `#rrggbb` if the words need a colour other than their placeholder's; otherwise null. */
  readonly colour: string | null
}

export function placeholderText({
  id,
  name,
  placeholder,
  texts,
  context,
  colour,
  box: given,
}: PlaceholderText): Element {
  const box = given ?? (placeholder?.isMoved ? placeholder.box : null)
  const textBox = box ?? placeholder?.box ?? null
  const scale =
    textBox === null || placeholder === null
      ? 1
      : shrinkFactor(texts, {
          width: textBox.width / EMU_PER_POINT,
          height: textBox.height / EMU_PER_POINT,
          size: placeholder.size / 100,
        })
  const autofit =
    scale < 1
      ? el('a:normAutofit', { fontScale: Math.round(scale * 100_000), lnSpcReduction: 10_000 })
      : el('a:normAutofit')
  return el(
    'p:sp',
    {},
    textShapeProperties(
      { id, name },
      placeholder === null
        ? null
        : el('p:ph', { type: placeholder.type === 'obj' ? null : placeholder.type, idx: placeholder.index }),
    ),
    el(
      'p:spPr',
      {},
      box === null
        ? null
        : [
            boxTransform('a:xfrm', box),
            placeholder === null ? el('a:prstGeom', { prst: 'rect' }, el('a:avLst')) : null,
          ],
    ),
    el(
      'p:txBody',
      {},
      el('a:bodyPr', placeholder === null ? { wrap: 'square' } : {}, autofit),
      el('a:lstStyle'),
      texts.map((text) =>
        writePlainParagraph(text, { ...context, colour, unstyled: placeholder?.isUnstyled ? placeholder : null }),
      ),
    ),
  )
}

/** English Metric Units (EMU) per point. */
const EMU_PER_POINT = 12_700

/** Writes the position and size of a box. */
export function boxTransform(name: string, { x, y, width, height }: Box): Element {
  const round = (value: number) => Math.max(0, Math.round(value))
  return el(
    name,
    {},
    el('a:off', { x: round(x), y: round(y) }),
    el('a:ext', { cx: Math.max(1, round(width)), cy: Math.max(1, round(height)) }),
  )
}

interface FurnitureContext {
  readonly layout: TemplateLayout
  readonly next: () => number
  readonly context: PlaceholderText['context']
  readonly colourFor: (placeholder: Placeholder) => string | null
}

/** Writes the footer, the date and the slide number, if the layout has placeholders for them. */
export function furnitureShapes(
  { furniture: shapes }: SlideArrangement,
  { layout, next, context, colourFor }: FurnitureContext,
): readonly Element[] {
  return (
    [
      ['ftr', 'footer', 'Footer'],
      ['dt', 'date', 'Date'],
      ['sldNum', 'number', 'Slide number'],
    ] as const
  ).flatMap(([type, role, name]) => {
    const placeholder = layout.placeholders.find((candidate) => candidate.type === type)
    const shape: TextShape | undefined = shapes.find((candidate) => candidate.role === role)
    if (placeholder === undefined || shape === undefined) return []
    const text = shape.paragraphs.map(({ runs }) => runs.map((run) => run.text).join('')).join(' ')
    const colour = colourFor(placeholder)
    const fill = colour === null ? null : solidRgb(colour)
    const scale = furnitureScale(text, placeholder)
    const size = scale < 1 ? Math.round(placeholder.size * scale) : null
    const run = [el('a:rPr', { lang: context.language, sz: size }, fill), el('a:t', {}, text)]
    const content = type === 'sldNum' ? el('a:fld', SLIDE_NUMBER, run) : el('a:r', {}, run)
    return [
      el(
        'p:sp',
        {},
        textShapeProperties({ id: next(), name }, el('p:ph', { type, sz: 'quarter', idx: placeholder.index })),
        el('p:spPr'),
        el('p:txBody', {}, el('a:bodyPr'), el('a:lstStyle'), el('a:p', {}, content)),
      ),
    ]
  })
}

/**
 * Returns the factor, from 0.5 to 1, by which to shrink text so that it fits into its placeholder. A footer that is too
 * long would be cut off, or extend beyond the slide.
 */
function furnitureScale({ length }: string, { box, size }: Placeholder): number {
  if (box === null) return 1
  const fontSize = size / 100
  const width = box.width / EMU_PER_POINT - 2 * SIDE_INSET
  const lineCount = Math.max(1, Math.floor(box.height / EMU_PER_POINT / (fontSize * LINE_HEIGHT)))
  return Math.min(1, Math.max(MIN_FACTOR, (lineCount * width) / (length * fontSize * LETTER_WIDTH)))
}

/** The space between the text and each side of its box that PowerPoint leaves by default, in points. */
const SIDE_INSET = 7.2
