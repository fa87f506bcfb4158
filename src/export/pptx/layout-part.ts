// The slide layouts of a PowerPoint file.

import type { Element } from 'xast'
import { paragraphProperties, runProperties, type TextBase, type TextContext } from './drawingml-text.ts'
import { transform } from './geometry.ts'
import type { PptxMedia } from './media.ts'
import type { PackagePart } from './package.ts'
import { fill } from './palette.ts'
import type { LayoutPlaceholder, LayoutPlan } from './plan-layouts.ts'
import type { Relationships } from './relationships.ts'
import {
  autofit,
  bodyProperties,
  boxShape,
  createIdCounter,
  placeholderElement,
  SLIDE_NUMBER,
  shapeTree,
} from './shapes.ts'
import { pictureShapes, shapeNameFor } from './slide-part.ts'
import { el, NAMESPACES } from './xml.ts'

/**
 * Writes a layout: everything that all its slides show, and a placeholder for each text. It has the name of our layout,
 * capitalised because LibreOffice 7.4 draws no background on slides with a layout called "table".
 */
export function layoutPart(
  layout: LayoutPlan,
  path: string,
  { relationships, context, media }: LayoutPartOptions,
): PackagePart {
  const nextId = createIdCounter()
  const shapes = [
    ...layout.boxes.map((box) => boxShape(box, { id: nextId(), name: 'Shape' }, context.palette)),
    ...pictureShapes(layout.pictures, { placeholder: null, nextId, relationships, media }),
    ...layout.placeholders.map((layoutPlaceholder) => placeholderShape(layoutPlaceholder, nextId(), context)),
  ]
  const content = el(
    'p:sldLayout',
    { ...NAMESPACES, type: OFFICE_TYPES[layout.name] ?? null, preserve: true, userDrawn: true },
    el(
      'p:cSld',
      { name: layoutNameOf(layout) },
      el('p:bg', {}, el('p:bgPr', {}, fill(layout.background, context.palette), el('a:effectLst'))),
      shapeTree(shapes),
    ),
    el('p:clrMapOvr', {}, el('a:masterClrMapping')),
  )
  return { path, type: LAYOUT_CONTENT_TYPE, content, relationships: relationships.all }
}

function layoutNameOf({ name, titleSize }: LayoutPlan): string {
  return titleSize === null ? shapeNameFor(name) : `${shapeNameFor(name)}, title ${titleSize} pt`
}

interface LayoutPartOptions {
  readonly relationships: Relationships
  readonly context: TextContext
  readonly media: PptxMedia
}

const LAYOUT_CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml'

/** Office's layout types, keyed by the names of our layouts. Our other layouts have none. */
const OFFICE_TYPES: Readonly<Record<string, string>> = { title: 'title', part: 'secHead' }

function placeholderShape(layoutPlaceholder: LayoutPlaceholder, id: number, context: TextContext): Element {
  const { key, rect, wraps, shrinks, bases } = layoutPlaceholder
  const isField = layoutPlaceholder.placeholder.type === 'sldNum'
  return el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      el('p:cNvPr', { id, name: shapeNameFor(key) }),
      el('p:cNvSpPr', {}, el('a:spLocks', { noGrp: true })),
      el('p:nvPr', {}, placeholderElement(layoutPlaceholder.placeholder)),
    ),
    el('p:spPr', {}, transform('a:xfrm', rect)),
    el(
      'p:txBody',
      {},
      bodyProperties(wraps, autofit(shrinks)),
      el('a:lstStyle', {}, listStyle(bases, context)),
      el(
        'a:p',
        {},
        isField
          ? el('a:fld', SLIDE_NUMBER, el('a:rPr'), el('a:t', {}, '‹#›'))
          : el('a:r', {}, el('a:rPr'), el('a:t', {}, shapeNameFor(key))),
      ),
    ),
  )
}

/** Writes the text properties of each level of a placeholder. */
function listStyle(bases: readonly (TextBase | null)[], context: TextContext): readonly Element[] {
  return bases.flatMap((base, level) =>
    base === null
      ? []
      : [
          paragraphProperties(
            `a:lvl${level + 1}pPr`,
            base,
            context,
            null,
            runProperties('a:defRPr', base.run, { ...context, language: null }, null),
          ),
        ],
  )
}
