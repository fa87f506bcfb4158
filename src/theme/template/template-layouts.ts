// Reads the layouts of a PowerPoint template.

import type { Element, Root } from 'xast'
import { allIn, childOf, elementOf, type Template } from './open-template.ts'

/** A layout of a template and its placeholders. */
export interface TemplateLayout {
  readonly path: string
  readonly name: string
  /**
   * Its type in ECMA-376, stated or inferred from its placeholders: `title`, `obj`, `twoObj`, `secHead`, `titleOnly`.
   */
  readonly kind: string
  readonly places: readonly TemplatePlace[]
}

export interface TemplatePlace {
  /** `title`, `ctrTitle`, `subTitle`, `body`, `obj`, `pic`, `tbl`, `chart`, `dt`, `ftr`, `sldNum` and others. */
  readonly type: string
  readonly index: string | null
  /** The box in EMU; null if neither the layout nor its master has one. */
  readonly box: EmuBox | null
  /** The font size of its first level, in hundredths of a point. */
  readonly size: number
  /**
   * Whether neither the layout nor its master styles its text. LibreOffice writes such templates, and styles only their
   * sample text.
   */
  readonly isUnstyled: boolean
}

export interface EmuBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Lists the layouts of all masters of a template, in order. */
export function layoutsOf(template: Template): readonly TemplateLayout[] {
  return template.masters.flatMap(({ path }) => {
    const master = template.parts.get(path)
    const root = master?.root
    if (!master || !root) return []
    const order = allIn(root, 'p:sldLayoutId').map(({ attributes }) => attributes['r:id'])
    return order.flatMap((id) => {
      const target = master.relations.find((relation) => relation.id === id)?.target
      const layout = target === undefined ? undefined : template.parts.get(target)?.root
      return target === undefined || !layout ? [] : [layoutOf(target, layout, root)]
    })
  })
}

/** Reads a layout and its placeholders, or those of a master itself if it is given as both. */
export function layoutOf(path: string, layout: Root, master: Root): TemplateLayout {
  const places = shapesIn(layout).map((shape) => placeOf(shape, master))
  const element = elementOf(layout)
  const name = childOf(element, 'p:cSld')?.attributes.name ?? path
  return { path, name, kind: kindOf(element?.attributes.type ?? 'cust', places), places }
}

/** Lists the shapes that are placeholders. */
export function shapesIn(root: Root): readonly Element[] {
  return allIn(root, 'p:sp').filter((shape) => placeIn(shape) !== undefined)
}

export function placeIn(shape: Element): Element | undefined {
  return childOf(shape, 'p:nvSpPr', 'p:nvPr', 'p:ph')
}

function placeOf(shape: Element, master: Root): TemplatePlace {
  const place = placeIn(shape)
  const type = place?.attributes.type ?? 'obj'
  const parent = shapesIn(master).find(
    (each) => masterTypeOf(placeIn(each)?.attributes.type ?? 'obj') === masterTypeOf(type),
  )
  const style = childOf(
    elementOf(master),
    'p:txStyles',
    masterTypeOf(type) === 'title' ? 'p:titleStyle' : 'p:bodyStyle',
  )
  const levels = [
    childOf(shape, 'p:txBody', 'a:lstStyle', 'a:lvl1pPr'),
    childOf(parent, 'p:txBody', 'a:lstStyle', 'a:lvl1pPr'),
    childOf(style, 'a:lvl1pPr'),
  ].filter((level) => level !== undefined)
  const samples = [shape, parent].flatMap((each) =>
    each === undefined ? [] : [...allIn(each, 'a:rPr'), ...allIn(each, 'a:endParaRPr')],
  )
  const isUnstyled = levels.length === 0
  const size = (isUnstyled ? samples : levels.map((level) => childOf(level, 'a:defRPr')))
    .map((run) => Number(run?.attributes.sz))
    .find((value) => value > 0)
  const box = boxOf(shape) ?? boxOf(parent)
  return { type, index: place?.attributes.idx ?? null, box, size: size ?? 1800, isUnstyled }
}

/** Returns the type of the master's placeholder that a placeholder inherits from. */
export function masterTypeOf(type: string): string {
  if (type === 'title' || type === 'ctrTitle') return 'title'
  return type === 'dt' || type === 'ftr' || type === 'sldNum' ? type : 'body'
}

export function boxOf(shape: Element | undefined): EmuBox | null {
  const frame = childOf(shape, 'p:spPr', 'a:xfrm') ?? childOf(shape, 'p:xfrm')
  const [at, size] = [childOf(frame, 'a:off'), childOf(frame, 'a:ext')]
  if (at === undefined || size === undefined) return null
  const box = {
    x: Number(at.attributes.x),
    y: Number(at.attributes.y),
    width: Number(size.attributes.cx),
    height: Number(size.attributes.cy),
  }
  return Object.values(box).every(Number.isFinite) ? box : null
}

/**
 * Corrects the type that a layout states: LibreOffice writes `tx` for title slides, and `blank` for layouts that it has
 * no type for.
 */
function kindOf(stated: string, places: readonly TemplatePlace[]): string {
  const inferred = inferredKind(places)
  const isVague = stated === 'cust' || stated === 'blank' || (stated === 'tx' && inferred === 'title')
  return isVague ? inferred : stated
}

function inferredKind(places: readonly TemplatePlace[]): string {
  const count = (...types: readonly string[]) => places.filter(({ type }) => types.includes(type)).length
  if (count('ctrTitle') > 0 || count('subTitle') > 0) return 'title'
  if (count('title') === 0) return 'blank'
  const [bodies, pictures] = [count('body', 'obj'), count('pic')]
  if (pictures > 0) return bodies > 0 ? 'picTx' : 'pic'
  return ['titleOnly', 'obj', 'twoObj', 'objAndTwoObj', 'twoTxTwoObj'][Math.min(bodies, 4)] ?? 'obj'
}
