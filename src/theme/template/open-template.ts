// Opens a PowerPoint template.

import type { Element, Nodes, Root } from 'xast'
import { openTemplatePackage, type TemplatePackage } from './template-package.ts'

/** The parts of a PowerPoint template: everything that its masters and layouts need, without its slides. */
export interface Template {
  readonly path: string
  /** The XML and the pictures, keyed by path. */
  readonly parts: ReadonlyMap<string, TemplatePart>
  /** The masters, in order, with their ids in the presentation. */
  readonly masters: readonly { readonly path: string; readonly id: string }[]
  /** The size of the slides in EMU. */
  readonly size: { readonly width: number; readonly height: number }
}

export interface TemplatePart {
  readonly path: string
  readonly type: string
  readonly bytes: Buffer
  /** Null if the part is not XML. */
  readonly root: Root | null
  readonly relationships: readonly TemplateRelationship[]
}

export interface TemplateRelationship {
  readonly id: string
  /** The last segment of `typeUri`, such as `slideLayout`. */
  readonly type: string
  /** The URI of the relationship's type. */
  readonly typeUri: string
  /** The path of a part, or an external address. */
  readonly target: string
  readonly isExternal: boolean
}

/**
 * Opens a `.potx` or `.pptx` as data only: it must load nothing from outside, and its XML must declare no entities.
 * @throws {ThemeError} for other files, and for a template that is damaged, encrypted or too large, or that loads or
 * runs something
 */
export function openTemplate(path: string): Template {
  const source = openTemplatePackage(path)
  const types = source.readXml('[Content_Types].xml')
  const main = relationshipsIn(source.readXml('_rels/.rels'), '').find(({ type }) => type === 'officeDocument')?.target
  const presentation = main === undefined ? null : source.readXml(main)
  const isPresentation = presentation !== null && elementOf(presentation)?.name === 'p:presentation'
  if (main === undefined || types === null || !isPresentation)
    throw source.themeError('This is not a presentation. Give a .potx or .pptx.')

  const masters = mastersOf(presentation, relationshipsOf(main, source))
  if (masters.length === 0) throw source.themeError('It has no slide master. Give a template that has one.')
  const parts = new Map<string, TemplatePart>()
  for (const master of masters) addPart(master.path, { parts, types, source })
  const [size] = allIn(presentation, 'p:sldSz')
  const [width, height] = [Number(size?.attributes.cx), Number(size?.attributes.cy)]
  if (!(width > 0 && height > 0))
    throw source.themeError('The size of its slides is missing. Save the template again from PowerPoint.')
  return { path, parts, masters, size: { width, height } }
}

function mastersOf(presentation: Root, relationships: readonly TemplateRelationship[]): Template['masters'] {
  return allIn(presentation, 'p:sldMasterId').flatMap(({ attributes }) => {
    const path = relationships.find(({ id }) => id === attributes['r:id'])?.target
    return path === undefined ? [] : [{ path, id: attributes.id ?? '2147483648' }]
  })
}

/** The parts collected so far, and the package that they come from. */
interface PartCollection {
  readonly parts: Map<string, TemplatePart>
  /** The content types of the package. */
  readonly types: Root
  readonly source: TemplatePackage
}

/**
 * Adds a part and all parts that it refers to, except masters, to the collection.
 * @throws {ThemeError} if a part is missing, or loads or runs something
 */
function addPart(name: string, collection: PartCollection): void {
  const { parts, types, source } = collection
  if (parts.has(name)) return
  const bytes = source.readPart(name)
  if (bytes === null) throw source.themeError(`Its part ${name} is missing. Save the template again from PowerPoint.`)
  const relationships = relationshipsOf(name, source)
  const externalRelationship = relationships.find(({ isExternal, type }) => isExternal && type !== 'hyperlink')
  if (externalRelationship !== undefined)
    throw source.themeError(
      `Its part ${name} loads ${externalRelationship.target} from outside. Embed or remove it, and save the template again.`,
    )
  const root = /\.xml$/i.test(name) ? source.parseXml(name, bytes) : null
  if (relationships.some(({ type }) => ACTIVE_TYPES.has(type)))
    throw source.themeError(
      `Its part ${name} contains a control that can run. Remove the control and save the template again.`,
    )
  parts.set(name, { path: name, type: contentTypeOf(types, name), bytes, root, relationships })
  for (const { target, isExternal, type } of relationships)
    if (!isExternal && type !== 'slideMaster') addPart(target, collection)
}

/** Types of parts that can run something. */
const ACTIVE_TYPES: ReadonlySet<string> = new Set(['control', 'activeXControlBinary', 'vbaProject'])

function relationshipsOf(part: string, { readXml }: TemplatePackage): readonly TemplateRelationship[] {
  const slash = part.lastIndexOf('/') + 1
  return relationshipsIn(readXml(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`), part)
}

function relationshipsIn(root: Root | null, basePath: string): readonly TemplateRelationship[] {
  if (root === null) return []
  return allIn(root, 'Relationship').map(({ attributes }) => {
    const typeUri = attributes.Type ?? ''
    const isExternal = attributes.TargetMode === 'External'
    const target = attributes.Target ?? ''
    return {
      id: attributes.Id ?? '',
      type: typeUri.slice(typeUri.lastIndexOf('/') + 1),
      typeUri,
      target: isExternal ? target : resolvePath(basePath, target),
      isExternal,
    }
  })
}

/** Resolves a target to a path in the package, never to one outside it. */
function resolvePath(basePath: string, target: string): string {
  return decodeURIComponent(new URL(target, `file:///${basePath}`).pathname.slice(1))
}

function contentTypeOf(types: Root, path: string): string {
  const override = allIn(types, 'Override').find(
    ({ attributes }) => attributes.PartName?.toLowerCase() === `/${path}`.toLowerCase(),
  )
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  const defaultType = allIn(types, 'Default').find(
    ({ attributes }) => attributes.Extension?.toLowerCase() === extension,
  )
  return override?.attributes.ContentType ?? defaultType?.attributes.ContentType ?? 'application/octet-stream'
}

export function elementOf({ children }: Root): Element | undefined {
  return children.find((child) => child.type === 'element')
}

/** Lists the elements with this name at any depth, in document order. */
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
    (current, name) =>
      current?.children.find((child): child is Element => child.type === 'element' && child.name === name),
    element,
  )
}
