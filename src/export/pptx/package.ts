// Writes the zip package of an Office file.

import { type Zippable, zipSync } from 'fflate'
import type { Element } from 'xast'
import { el, serialize } from './xml.ts'

/** A part of a package, according to the Open Packaging Conventions (ECMA-376 part 2). */
export interface PackagePart {
  /** The path from the root of the package, without a leading slash: `ppt/slides/slide1.xml`. */
  readonly path: string
  /** The content type. */
  readonly type: string
  readonly content: Element | Uint8Array
  /** The parts that this one refers to, in the order of their ids. */
  readonly relationships: readonly Relationship[]
}

export interface Relationship {
  /** Unique within the part that refers to the target: `rId1`. */
  readonly id: string
  /** The last segment of the type's URI, such as `slideLayout`, or the whole URI. */
  readonly type: string
  /** The path of another part, or an external address. */
  readonly target: string
  readonly isExternal?: boolean
}

/**
 * Zips parts into a file. The same parts always give the same bytes, because no entry is dated. `roots` are the
 * relationships of the package itself.
 */
export function zipParts(parts: readonly PackagePart[], roots: readonly Relationship[]): Uint8Array {
  const entries: Zippable = {}
  const add = (path: string, bytes: Uint8Array, isCompressed: boolean) => {
    entries[path] = [bytes, { mtime: NO_DATE, level: isCompressed ? 6 : 0 }]
  }
  add('[Content_Types].xml', serialize(contentTypes(parts)), true)
  add('_rels/.rels', serialize(relationshipsElement(roots, '')), true)
  for (const { path, content, relationships } of parts) {
    if (content instanceof Uint8Array) add(path, content, /\.(?:xml|svg)$/.test(path))
    else add(path, serialize(content), true)
    if (relationships.length > 0)
      add(relationshipsPath(path), serialize(relationshipsElement(relationships, path)), true)
  }
  return zipSync(entries)
}

/** The first day that a zip file can store. Zip files store local time, so the bytes are the same in all time zones. */
const NO_DATE = new Date(1980, 0, 1)

function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf('/')
  return `${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`
}

/** Content types, keyed by extension. */
const DEFAULT_TYPES: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
}

function contentTypes(parts: readonly PackagePart[]): Element {
  const media = parts.filter(({ type }) => type.startsWith('image/'))
  const typesByExtension = new Map<string, string>(Object.entries(DEFAULT_TYPES))
  for (const { path, type } of media) typesByExtension.set(path.slice(path.lastIndexOf('.') + 1), type)
  return el(
    'Types',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
    [...typesByExtension].map(([extension, type]) => el('Default', { Extension: extension, ContentType: type })),
    parts
      .filter((part) => !media.includes(part))
      .map(({ path, type }) => el('Override', { PartName: `/${path}`, ContentType: type })),
  )
}

function relationshipsElement(relationships: readonly Relationship[], from: string): Element {
  return el(
    'Relationships',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
    relationships.map(({ id, type, target, isExternal }) =>
      el('Relationship', {
        Id: id,
        Type: type.includes('/') ? type : `${OFFICE_TYPES}${type}`,
        Target: isExternal ? target : relativePath(from, target),
        TargetMode: isExternal ? 'External' : null,
      }),
    ),
  )
}

const OFFICE_TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'

/** Returns the relative path from one part to another, as Office writes it: `../media/image1.png`. */
function relativePath(from: string, to: string): string {
  const [folders, names] = [from.split('/').slice(0, -1), to.split('/')]
  const shared = folders.findIndex((folder, index) => folder !== names[index])
  const common = shared < 0 ? folders.length : shared
  return [...folders.slice(common).map(() => '..'), ...names.slice(common)].join('/')
}
