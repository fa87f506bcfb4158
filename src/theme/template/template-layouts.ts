// Reads the layouts of a PowerPoint template.

import type { Element, Root } from 'xast'
import { allIn, childOf, elementOf, type Template } from './open-template.ts'

/** A layout of a template and its placeholders. */
export interface TemplateLayout {
  readonly path: string
  readonly name: string
  /**
   * The layout's type in ECMA-376, declared or inferred from its placeholders, such as `title`, `obj`, `twoObj` or
   * `secHead`.
   */
  readonly kind: string
  readonly placeholders: readonly Placeholder[]
}

export interface Placeholder {
  /** `title`, `ctrTitle`, `subTitle`, `body`, `obj`, `pic`, `tbl`, `chart`, `dt`, `ftr`, `sldNum` and others. */
  readonly type: string
  readonly index: string | null
  /** The box in EMU; null if neither the layout nor its master has one. */
  readonly box: Box | null
  /** Whether `box` is the master's box even though the layout has its own. */
  readonly isMoved: boolean
  /** As in DrawingML: `l`, `ctr`, `r`. */
  readonly align: string
  /** The font size of first-level text, in hundredths of a point. */
  readonly size: number
  /**
   * True if neither the layout nor its master styles the placeholder's text, as in templates that LibreOffice writes,
   * where only the sample text is styled.
   */
  readonly isUnstyled: boolean
}

/** A box: in EMU as read from a template, or scaled to px. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Lists the layouts of all masters of a template, in order. */
export function readLayouts(template: Template): readonly TemplateLayout[] {
  return template.masters.flatMap(({ path }) => {
    const master = template.parts.get(path)
    const root = master?.root
    if (!master || !root) return []
    const order = allIn(root, 'p:sldLayoutId').map(({ attributes }) => attributes['r:id'])
    return order.flatMap((id) => {
      const target = master.relationships.find((relationship) => relationship.id === id)?.target
      const layout = target === undefined ? undefined : template.parts.get(target)?.root
      return target === undefined || !layout ? [] : [readLayout(target, layout, root)]
    })
  })
}

/** Reads a layout and its placeholders. To read a master like a layout, pass it as both `layout` and `master`. */
export function readLayout(path: string, layout: Root, master: Root): TemplateLayout {
  const ownPlaceholders = shapesIn(layout).map((shape) => readPlaceholder(shape, master))
  const bodyCount = ownPlaceholders.filter(({ type }) => masterTypeOf(type) === 'body').length
  // The master has only one body, so several bodies of a layout would be moved on top of each other.
  const placeholders = ownPlaceholders.map((placeholder) =>
    masterTypeOf(placeholder.type) === 'body' && bodyCount > 1 ? placeholder : moveToMaster(placeholder, master),
  )
  const element = elementOf(layout)
  const name = childOf(element, 'p:cSld')?.attributes.name ?? path
  return { path, name, kind: layoutKind(element?.attributes.type ?? 'cust', placeholders), placeholders }
}

/**
 * Moves a placeholder to its position in the master, if LibreOffice wrote the template: LibreOffice writes the
 * positions of the last master into the layouts of all masters.
 */
function moveToMaster(placeholder: Placeholder, master: Root): Placeholder {
  const box = placeholder.isUnstyled ? boxOf(parentOf(placeholder.type, master)) : null
  const isMoved = box !== null && JSON.stringify(box) !== JSON.stringify(placeholder.box)
  return isMoved ? { ...placeholder, box, isMoved } : placeholder
}

function parentOf(type: string, master: Root): Element | undefined {
  return shapesIn(master).find(
    (shape) => masterTypeOf(placeholderElement(shape)?.attributes.type ?? 'obj') === masterTypeOf(type),
  )
}

/** Lists the shapes that are placeholders. */
export function shapesIn(root: Root): readonly Element[] {
  return allIn(root, 'p:sp').filter((shape) => placeholderElement(shape) !== undefined)
}

export function placeholderElement(shape: Element): Element | undefined {
  return childOf(shape, 'p:nvSpPr', 'p:nvPr', 'p:ph')
}

function readPlaceholder(shape: Element, master: Root): Placeholder {
  const element = placeholderElement(shape)
  const type = element?.attributes.type ?? 'obj'
  const parent = parentOf(type, master)
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
  // LibreOffice also writes the sample text of the last master into the layouts of all masters.
  const samples = [parent, shape].flatMap((element) =>
    element === undefined ? [] : [...allIn(element, 'a:rPr'), ...allIn(element, 'a:endParaRPr')],
  )
  const isUnstyled = levels.length === 0
  const size = (isUnstyled ? samples : levels.map((level) => childOf(level, 'a:defRPr')))
    .map((run) => Number(run?.attributes.sz))
    .find((value) => value > 0)
  const paragraphs = [shape, parent].map((element) => childOf(element, 'p:txBody', 'a:p', 'a:pPr'))
  const align = [...levels, ...paragraphs].map((style) => style?.attributes.algn).find((value) => value !== undefined)
  return {
    type,
    index: element?.attributes.idx ?? null,
    box: boxOf(shape) ?? boxOf(parent),
    isMoved: false,
    align: align ?? 'l',
    size: size ?? 1800,
    isUnstyled,
  }
}

/** Returns the type of the master's placeholder that a placeholder inherits from. */
export function masterTypeOf(type: string): string {
  if (type === 'title' || type === 'ctrTitle') return 'title'
  return type === 'dt' || type === 'ftr' || type === 'sldNum' ? type : 'body'
}

export function boxOf(shape: Element | undefined): Box | null {
  const frame = childOf(shape, 'p:spPr', 'a:xfrm') ?? childOf(shape, 'p:xfrm')
  const [offset, size] = [childOf(frame, 'a:off'), childOf(frame, 'a:ext')]
  if (offset === undefined || size === undefined) return null
  const box = {
    x: Number(offset.attributes.x),
    y: Number(offset.attributes.y),
    width: Number(size.attributes.cx),
    height: Number(size.attributes.cy),
  }
  return Object.values(box).every(Number.isFinite) ? box : null
}

/**
 * Infers the type of a layout that declares none, or corrects the declared type: LibreOffice writes `tx` for title
 * slides, and `blank` for layouts for which it has no type.
 */
function layoutKind(declared: string, placeholders: readonly Placeholder[]): string {
  const inferred = inferKind(placeholders)
  const isVague = declared === 'cust' || declared === 'blank' || (declared === 'tx' && inferred === 'title')
  return isVague ? inferred : declared
}

function inferKind(placeholders: readonly Placeholder[]): string {
  const count = (...types: readonly string[]) => placeholders.filter(({ type }) => types.includes(type)).length
  if (count('ctrTitle') > 0 || count('subTitle') > 0) return 'title'
  if (count('title') === 0) return 'blank'
  const [bodies, pictures] = [count('body', 'obj'), count('pic')]
  if (pictures > 0) return bodies > 0 ? 'picTx' : 'pic'
  return ['titleOnly', 'obj', 'twoObj', 'objAndTwoObj', 'twoTxTwoObj'][Math.min(bodies, 4)] ?? 'obj'
}
