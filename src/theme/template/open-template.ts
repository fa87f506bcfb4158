// Opens a PowerPoint template.

import type { Element, Nodes, Root } from 'xast'
import { type TemplatePackage, templatePackage } from './template-package.ts'

/** The parts of a PowerPoint template: everything that its masters and layouts need, without its slides. */
export interface Template {
  readonly path: string
  /** The XML and pictures that are kept, by path. */
  readonly parts: ReadonlyMap<string, TemplatePart>
  /** Its masters, in order, with their ids in the presentation. */
  readonly masters: readonly { readonly path: string; readonly id: string }[]
  /** The size of its slides in EMU. */
  readonly size: { readonly width: number; readonly height: number }
}

export interface TemplatePart {
  readonly path: string
  readonly type: string
  readonly bytes: Buffer
  /** Null if it is not XML. */
  readonly root: Root | null
  readonly relations: readonly TemplateRelation[]
}

export interface TemplateRelation {
  readonly id: string
  /** The last segment of its type's address: `slideLayout`. */
  readonly type: string
  /** The whole address of its type. */
  readonly address: string
  /** The path of a part, or an external address. */
  readonly target: string
  readonly isExternal: boolean
}

/**
 * Opens a `.potx` or `.pptx` as data only: it must load nothing from outside, and its XML must declare no entities.
 * @throws {BadTheme} for other files, and for one that is damaged, locked or too large, or refers to something outside
 */
export function openTemplate(path: string): Template {
  const source = templatePackage(path)
  const types = source.xmlAt('[Content_Types].xml')
  const main = relationsIn(source.xmlAt('_rels/.rels'), '').find(({ type }) => type === 'officeDocument')?.target
  const presentation = main === undefined ? null : source.xmlAt(main)
  const isPresentation = presentation !== null && elementOf(presentation)?.name === 'p:presentation'
  if (main === undefined || types === null || !isPresentation)
    throw source.fault('This is not a presentation. Give a .potx or .pptx.')

  const masters = mastersOf(presentation, relationsOf(main, source))
  if (masters.length === 0) throw source.fault('It has no slide master. Give a template that has one.')
  const parts = new Map<string, TemplatePart>()
  for (const master of masters) keepPart(master.path, { parts, types, source })
  const [size] = allIn(presentation, 'p:sldSz')
  const [width, height] = [Number(size?.attributes.cx), Number(size?.attributes.cy)]
  if (!(width > 0 && height > 0))
    throw source.fault('The size of its slides is missing. Save the template again from PowerPoint.')
  return { path, parts, masters, size: { width, height } }
}

function mastersOf(presentation: Root, relations: readonly TemplateRelation[]): Template['masters'] {
  return allIn(presentation, 'p:sldMasterId').flatMap(({ attributes }) => {
    const path = relations.find(({ id }) => id === attributes['r:id'])?.target
    return path === undefined ? [] : [{ path, id: attributes.id ?? '2147483648' }]
  })
}

interface KeptParts {
  readonly parts: Map<string, TemplatePart>
  /** The content types of the package. */
  readonly types: Root
  readonly source: TemplatePackage
}

/** Keeps a part and all those that it refers to, except masters. Refuses parts that load or run something. */
function keepPart(name: string, kept: KeptParts): void {
  const { parts, types, source } = kept
  if (parts.has(name)) return
  const bytes = source.partAt(name)
  if (bytes === null) throw source.fault(`Its part ${name} is missing. Save the template again from PowerPoint.`)
  const relations = relationsOf(name, source)
  const outside = relations.find(({ isExternal, type }) => isExternal && type !== 'hyperlink')
  if (outside !== undefined)
    throw source.fault(
      `Its part ${name} loads ${outside.target} from outside. Embed or remove it, and save the template again.`,
    )
  const root = /\.xml$/i.test(name) ? source.parsed(name, bytes) : null
  if (relations.some(({ type }) => ACTIVE_TYPES.has(type)))
    throw source.fault(
      `Its part ${name} contains a control that can run. Remove the control and save the template again.`,
    )
  parts.set(name, { path: name, type: typeOf(types, name), bytes, root, relations })
  for (const { target, isExternal, type } of relations)
    if (!isExternal && type !== 'slideMaster') keepPart(target, kept)
}

/** Types of parts that can run something. */
const ACTIVE_TYPES: ReadonlySet<string> = new Set(['control', 'activeXControlBinary', 'vbaProject'])

function relationsOf(part: string, { xmlAt }: TemplatePackage): readonly TemplateRelation[] {
  const slash = part.lastIndexOf('/') + 1
  return relationsIn(xmlAt(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`), part)
}

function relationsIn(root: Root | null, from: string): readonly TemplateRelation[] {
  if (root === null) return []
  return allIn(root, 'Relationship').map(({ attributes }) => {
    const address = attributes.Type ?? ''
    const isExternal = attributes.TargetMode === 'External'
    const target = attributes.Target ?? ''
    return {
      id: attributes.Id ?? '',
      type: address.slice(address.lastIndexOf('/') + 1),
      address,
      target: isExternal ? target : resolvePath(from, target),
      isExternal,
    }
  })
}

/** Resolves a target to a path in the package. A target that would leave the package stays inside. */
function resolvePath(from: string, target: string): string {
  return decodeURIComponent(new URL(target, `file:///${from}`).pathname.slice(1))
}

function typeOf(types: Root, path: string): string {
  const named = allIn(types, 'Override').find(
    ({ attributes }) => attributes.PartName?.toLowerCase() === `/${path}`.toLowerCase(),
  )
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  const usual = allIn(types, 'Default').find(({ attributes }) => attributes.Extension?.toLowerCase() === ending)
  return named?.attributes.ContentType ?? usual?.attributes.ContentType ?? 'application/octet-stream'
}

export function elementOf({ children }: Root): Element | undefined {
  return children.find((child) => child.type === 'element')
}

/** Finds every element with a name, in document order. */
export function allIn(node: Nodes, name: string): readonly Element[] {
  if (!('children' in node)) return []
  return node.children.flatMap((child) => [
    ...(child.type === 'element' && child.name === name ? [child] : []),
    ...allIn(child, name),
  ])
}

/** Follows a path of element names, always to the first child with the name; undefined if there is none. */
export function childOf(element: Element | undefined, ...names: readonly string[]): Element | undefined {
  return names.reduce<Element | undefined>(
    (at, name) => at?.children.find((child): child is Element => child.type === 'element' && child.name === name),
    element,
  )
}
