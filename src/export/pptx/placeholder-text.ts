import type { Element } from 'xast'
import type { Box, Placeholder, TemplateLayout } from '../../theme/template/template-layouts.ts'
import { SLIDE_NUMBER, textNames } from './shapes.ts'
import type { TextRoom } from './template-placeholders.ts'
import { type Plain, plainParagraph, shrinkFor, solidRgb } from './template-text.ts'
import type { Pen } from './text.ts'
import type { Arranged, TextShape } from './text-boxes.ts'
import { el } from './xml.ts'

/** A text, and the placeholder of a template's layout that it goes in; without a placeholder, it gets a text box. */
export interface PlaceholderText {
  readonly id: number
  readonly name: string
  readonly place: Placeholder | null
  readonly texts: readonly Plain[]
  readonly pen: Pick<Pen, 'language' | 'link' | 'isRtl'>
  /** The position of the text; null for the position of its placeholder. */
  readonly box: Box | null
  readonly room?: TextRoom
  /** `#rrggbb`, if its words need another colour than their placeholder gives them. */
  readonly colour: string | null
}

export function placeholderText({ id, name, place, texts, pen, colour, box: given, room }: PlaceholderText): Element {
  const box = given ?? (place?.isMoved ? place.box : null)
  const own = box ?? room?.box ?? place?.box ?? null
  const scale =
    own === null || place === null
      ? 1
      : shrinkFor(texts, { width: own.width / EMU_A_POINT, height: own.height / EMU_A_POINT, size: place.size / 100 })
  const fit =
    scale < 1
      ? el('a:normAutofit', { fontScale: Math.round(scale * 100_000), lnSpcReduction: 10_000 })
      : el('a:normAutofit')
  return el(
    'p:sp',
    {},
    textNames(
      { id, name },
      place === null ? null : el('p:ph', { type: place.type === 'obj' ? null : place.type, idx: place.index }),
    ),
    el(
      'p:spPr',
      {},
      box === null
        ? null
        : [frame('a:xfrm', box), place === null ? el('a:prstGeom', { prst: 'rect' }, el('a:avLst')) : null],
    ),
    el(
      'p:txBody',
      {},
      el('a:bodyPr', place === null ? { wrap: 'square' } : {}, fit),
      el('a:lstStyle'),
      texts.map((text) => plainParagraph(text, { ...pen, colour, unstyled: place?.isUnstyled ? place : null })),
    ),
  )
}

/** English Metric Units (EMU) per point. */
const EMU_A_POINT = 12_700

/** Writes the position and size of a box. */
export function frame(name: string, { x, y, width, height }: Box): Element {
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
  readonly pen: PlaceholderText['pen']
  readonly colourFor: (place: Placeholder) => string | null
}

/** Writes the footer, the date and the slide number, if the layout has placeholders for them. */
export function furniture(
  { furniture: shapes }: Arranged,
  { layout, next, pen, colourFor }: FurnitureContext,
): readonly Element[] {
  return (
    [
      ['ftr', 'footer', 'Footer'],
      ['dt', 'date', 'Date'],
      ['sldNum', 'number', 'Slide number'],
    ] as const
  ).flatMap(([type, role, name]) => {
    const place = layout.placeholders.find((each) => each.type === type)
    const shape: TextShape | undefined = shapes.find((each) => each.role === role)
    if (place === undefined || shape === undefined) return []
    const text = shape.paragraphs.map(({ runs }) => runs.map((run) => run.text).join('')).join(' ')
    const colour = colourFor(place)
    const fill = colour === null ? null : solidRgb(colour)
    const run = [el('a:rPr', { lang: pen.language }, fill), el('a:t', {}, text)]
    const content = type === 'sldNum' ? el('a:fld', SLIDE_NUMBER, run) : el('a:r', {}, run)
    return [
      el(
        'p:sp',
        {},
        textNames({ id: next(), name }, el('p:ph', { type, sz: 'quarter', idx: place.index })),
        el('p:spPr'),
        el('p:txBody', {}, el('a:bodyPr'), el('a:lstStyle'), el('a:p', {}, content)),
      ),
    ]
  })
}
