import { readFileSync } from 'node:fs'
import type { Element, Nodes, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { entriesOf, unpack } from '../../model/zip.ts'
import { BadTheme } from '../bad-theme.ts'

/** A PowerPoint template taken apart: everything that its masters and layouts need, without its slides. */
export interface Template {
  readonly path: string
  /** The parts that are kept, by path: XML, pictures. */
  readonly parts: ReadonlyMap<string, TemplatePart>
  /** Its masters, in order, with their ids in the presentation. */
  readonly masters: readonly { readonly path: string; readonly id: string }[]
  /** Its slides' size in EMU. */
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
  /** The whole address. */
  readonly address: string
  /** The path of a part, or an external address. */
  readonly target: string
  readonly isExternal: boolean
}

/** The limits of a template: bytes packed, bytes unpacked, bytes of one part, parts, elements of one part. */
const TEMPLATE_LIMITS = {
  packed: 128 * 2 ** 20,
  unpacked: 256 * 2 ** 20,
  part: 64 * 2 ** 20,
  entries: 5000,
  xml: 16 * 2 ** 20,
  elements: 200_000,
} as const

/**
 * Opens a `.potx` or `.pptx` as data only: it may load nothing from outside, and its XML may declare nothing.
 * @throws {BadTheme} for other files, and for one that is damaged, locked, too large or refers outside
 */
export function openTemplate(path: string): Template {
  const bytes = readBytes(path)
  const fail = (reason: string) => new BadTheme(path, [{ reason }])
  if (bytes.length > TEMPLATE_LIMITS.packed) throw fail(TOO_LARGE)
  if (bytes.indexOf(COMPOUND) === 0)
    throw fail('It is locked by a password, or an old .ppt. Save it as .potx without one.')
  const entries = bytes.indexOf(ZIP) === 0 ? entriesOf(bytes) : undefined
  if (entries === undefined) throw fail('This is no PowerPoint file, or it is damaged. Save it again as .potx.')
  if (
    entries.length > TEMPLATE_LIMITS.entries ||
    entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > TEMPLATE_LIMITS.unpacked
  )
    throw fail(TOO_LARGE)
  const found = new Map(entries.map((entry) => [entry.name, entry]))
  const budget = { left: TEMPLATE_LIMITS.unpacked as number }
  const partAt = (name: string): Buffer | null => {
    const entry = found.get(name)
    if (entry === undefined) return null
    const part = entry.isEncrypted ? 'broken' : unpack(bytes, entry, Math.min(TEMPLATE_LIMITS.part, budget.left))
    if (part === 'too large') throw fail(TOO_LARGE)
    if (part === 'broken') throw fail('It is damaged or locked. Save it again as .potx.')
    budget.left -= part.length
    return part
  }
  const xmlAt = (name: string): Root | null => {
    const part = partAt(name)
    return part === null
      ? null
      : parsed(part, () =>
          fail(`${name} in it is no XML that can be read safely. Save the template again from PowerPoint.`),
        )
  }
  const types = xmlAt('[Content_Types].xml')
  const roots = relationsIn(xmlAt('_rels/.rels'), '')
  const main = roots.find(({ type }) => type === 'officeDocument')?.target
  const presentation = main === undefined ? null : xmlAt(main)
  if (
    main === undefined ||
    types === null ||
    presentation === null ||
    elementOf(presentation)?.name !== 'p:presentation'
  )
    throw fail('This is no presentation. Give a .potx or .pptx.')

  const parts = new Map<string, TemplatePart>()
  const keep = (name: string): void => {
    if (parts.has(name)) return
    const isXml = /\.xml$/i.test(name)
    const content = partAt(name)
    if (content === null)
      throw fail(`${name} is named in it and is not there. Save the template again from PowerPoint.`)
    const slash = name.lastIndexOf('/') + 1
    const relations = relationsIn(xmlAt(`${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`), name)
    const outside = relations.find(({ isExternal, type }) => isExternal && type !== 'hyperlink')
    if (outside !== undefined)
      throw fail(
        `${name} in it loads ${outside.target} from outside. Embed that, or take it away, and save the template again.`,
      )
    const root = isXml
      ? parsed(content, () =>
          fail(`${name} in it is no XML that can be read safely. Save the template again from PowerPoint.`),
        )
      : null
    if (relations.some(({ type }) => RUNS.has(type)))
      throw fail(`${name} in it holds a control that runs. Take it away and save the template again.`)
    parts.set(name, { path: name, type: typeOf(types, name), bytes: content, root, relations })
    for (const { target, isExternal, type } of relations) if (!isExternal && type !== 'slideMaster') keep(target)
  }
  const relations = relationsIn(
    xmlAt(`${main.slice(0, main.lastIndexOf('/') + 1)}_rels/${main.slice(main.lastIndexOf('/') + 1)}.rels`),
    main,
  )
  const masters = allIn(presentation, 'p:sldMasterId').flatMap(({ attributes }) => {
    const path = relations.find(({ id }) => id === attributes['r:id'])?.target
    return path === undefined ? [] : [{ path, id: attributes.id ?? '2147483648' }]
  })
  if (masters.length === 0) throw fail('It has no slide master. Give a template that has one.')
  for (const master of masters) keep(master.path)
  const [size] = allIn(presentation, 'p:sldSz')
  const [width, height] = [Number(size?.attributes.cx), Number(size?.attributes.cy)]
  if (!(width > 0 && height > 0))
    throw fail('It does not say how large its slides are. Save the template again from PowerPoint.')
  return { path, parts, masters, size: { width, height } }
}

const TOO_LARGE = 'It is too large, packed or unpacked. Compress its pictures and save it again.'
const ZIP = Buffer.from('PK')
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** Parts that can run something. */
const RUNS: ReadonlySet<string> = new Set(['control', 'activeXControlBinary', 'vbaProject'])

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const reason = code === 'ENOENT' ? 'There is no such file.' : `It cannot be read (${code}).`
    throw new BadTheme(path, [{ reason: `${reason} Give the path of a .potx or .pptx.` }])
  }
}

/** No declarations: they could name entities that multiply, or files. */
function parsed(bytes: Buffer, failure: () => Error): Root {
  const text = bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le') : bytes.toString('utf8')
  const count = text.split('<').length
  if (/<!DOCTYPE|<!ENTITY/i.test(text) || text.length > TEMPLATE_LIMITS.xml || count > 2 * TEMPLATE_LIMITS.elements)
    throw failure()
  try {
    return fromXml(text.replace(/^\uFEFF/, ''))
  } catch {
    throw failure()
  }
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
      target: isExternal ? target : within(from, target),
      isExternal,
    }
  })
}

/** A target as a path of the package; one that would leave it stays inside. */
function within(from: string, target: string): string {
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

/** Every element with a name, in document order. */
export function allIn(node: Nodes, name: string): readonly Element[] {
  if (!('children' in node)) return []
  return node.children.flatMap((child) => [
    ...(child.type === 'element' && child.name === name ? [child] : []),
    ...allIn(child, name),
  ])
}

/** The first descendant along a path of names. */
export function childOf(element: Element | undefined, ...names: readonly string[]): Element | undefined {
  return names.reduce<Element | undefined>(
    (at, name) => at?.children.find((child): child is Element => child.type === 'element' && child.name === name),
    element,
  )
}
