// The slide layouts of a PowerPoint file.

import type { Element } from 'xast'
import { transform } from './geometry.ts'
import type { PptxMedia } from './media.ts'
import type { PackagePart } from './package.ts'
import { fill } from './palette.ts'
import type { LayoutPlaceholder, LayoutPlan } from './plan-layouts.ts'
import type { Relations } from './relationships.ts'
import { bodyProperties, boxShape, counter, placeholder, SLIDE_NUMBER, tree } from './shapes.ts'
import { picturesOf, titled } from './slide-part.ts'
import { type Pen, paragraphProperties, runProperties, type TextBase } from './text.ts'
import { el, NAMESPACES } from './xml.ts'

/**
 * Writes a layout: everything that all its slides show, and a placeholder for each text. It has the name of our layout,
 * capitalised because LibreOffice 7.4 draws no background on slides of a layout called "table".
 */
export function layoutPart(
  layout: LayoutPlan,
  path: string,
  { relations, pen, media }: LayoutPartOptions,
): PackagePart {
  const next = counter()
  const shapes = [
    ...layout.boxes.map((box) => boxShape(box, { id: next(), name: 'Shape' }, pen.palette)),
    ...picturesOf(layout.pictures, { place: undefined, next, relations, media }),
    ...layout.places.map((place) => placeShape(place, next(), pen)),
  ]
  const content = el(
    'p:sldLayout',
    { ...NAMESPACES, type: TYPES[layout.name] ?? null, preserve: true, userDrawn: true },
    el(
      'p:cSld',
      { name: nameOf(layout) },
      el('p:bg', {}, el('p:bgPr', {}, fill(layout.ground, pen.palette), el('a:effectLst'))),
      tree(shapes),
    ),
    el('p:clrMapOvr', {}, el('a:masterClrMapping')),
  )
  return { path, type: LAYOUT, content, relations: relations.all }
}

function nameOf({ name, titleSize }: LayoutPlan): string {
  return titleSize === null ? titled(name) : `${titled(name)}, title ${titleSize} pt`
}

interface LayoutPartOptions {
  readonly relations: Relations
  readonly pen: Pen
  readonly media: PptxMedia
}

const LAYOUT = 'application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml'

/** Office's types of layout, by the name of ours. The others have none. */
const TYPES: Readonly<Record<string, string>> = { title: 'title', part: 'secHead' }

function placeShape(place: LayoutPlaceholder, id: number, pen: Pen): Element {
  const { key, rect, wraps, bases } = place
  const isField = place.placeholder.type === 'sldNum'
  return el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      el('p:cNvPr', { id, name: titled(key) }),
      el('p:cNvSpPr', {}, el('a:spLocks', { noGrp: true })),
      el('p:nvPr', {}, placeholder(place.placeholder)),
    ),
    el('p:spPr', {}, transform('a:xfrm', rect)),
    el(
      'p:txBody',
      {},
      bodyProperties(wraps),
      el('a:lstStyle', {}, listStyle(bases, pen)),
      el(
        'a:p',
        {},
        isField
          ? el('a:fld', SLIDE_NUMBER, el('a:rPr'), el('a:t', {}, '‹#›'))
          : el('a:r', {}, el('a:rPr'), el('a:t', {}, titled(key))),
      ),
    ),
  )
}

/** Writes the text properties of each level of a placeholder. */
export function listStyle(bases: readonly (TextBase | null)[], pen: Pen): readonly Element[] {
  return bases.flatMap((base, level) =>
    base === null
      ? []
      : [
          paragraphProperties(
            `a:lvl${level + 1}pPr`,
            base,
            pen,
            null,
            runProperties('a:defRPr', base.run, { ...pen, language: null }, null),
          ),
        ],
  )
}
