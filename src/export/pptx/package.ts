import { type Zippable, zipSync } from 'fflate'
import type { Element } from 'xast'
import { el, serialize } from './xml.ts'

/** A part of an Open Packaging package, by ECMA-376 part 2. */
export interface PackagePart {
  /** From the root of the package, without a leading slash: `ppt/slides/slide1.xml`. */
  readonly path: string
  /** Its content type. */
  readonly type: string
  readonly content: Element | Uint8Array
  /** The parts that it refers to, in the order of their ids. */
  readonly relations: readonly Relation[]
}

export interface Relation {
  /** Unique in its part: `rId1`. */
  readonly id: string
  /** The last segment of its type's address, such as `slideLayout`; or the whole address. */
  readonly type: string
  /** The path of a part, or an external address. */
  readonly target: string
  readonly isExternal?: boolean
}

/**
 * Zips parts into a file. The same parts always give the same bytes, because no entry is dated. `roots` are the
 * relations of the package itself.
 */
export function zipParts(parts: readonly PackagePart[], roots: readonly Relation[]): Uint8Array {
  const entries: Zippable = {}
  const add = (path: string, bytes: Uint8Array, isPacked: boolean) => {
    entries[path] = [bytes, { mtime: NO_DATE, level: isPacked ? 6 : 0 }]
  }
  add('[Content_Types].xml', serialize(contentTypes(parts)), true)
  add('_rels/.rels', serialize(relationships(roots, '')), true)
  for (const { path, content, relations } of parts) {
    if (content instanceof Uint8Array) add(path, content, /\.(?:xml|svg)$/.test(path))
    else add(path, serialize(content), true)
    if (relations.length > 0) add(relationsPath(path), serialize(relationships(relations, path)), true)
  }
  return zipSync(entries)
}

/** The first day that a zip file can store. Zip files store local time, so the bytes are the same everywhere. */
const NO_DATE = new Date(1980, 0, 1)

function relationsPath(path: string): string {
  const slash = path.lastIndexOf('/')
  return `${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`
}

/** Content types by extension. */
const BY_ENDING: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
}

function contentTypes(parts: readonly PackagePart[]): Element {
  const media = parts.filter(({ type }) => type.startsWith('image/'))
  const endings = new Map<string, string>(Object.entries(BY_ENDING))
  for (const { path, type } of media) endings.set(path.slice(path.lastIndexOf('.') + 1), type)
  return el(
    'Types',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
    [...endings].map(([ending, type]) => el('Default', { Extension: ending, ContentType: type })),
    parts
      .filter((part) => !media.includes(part))
      .map(({ path, type }) => el('Override', { PartName: `/${path}`, ContentType: type })),
  )
}

function relationships(relations: readonly Relation[], from: string): Element {
  return el(
    'Relationships',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
    relations.map(({ id, type, target, isExternal }) =>
      el('Relationship', {
        Id: id,
        Type: type.includes('/') ? type : `${OFFICE}${type}`,
        Target: isExternal ? target : relative(from, target),
        TargetMode: isExternal ? 'External' : null,
      }),
    ),
  )
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'

/** The relative path from one part to another, as Office writes it: `../media/image1.png`. */
function relative(from: string, to: string): string {
  const [folders, names] = [from.split('/').slice(0, -1), to.split('/')]
  const shared = folders.findIndex((folder, index) => folder !== names[index])
  const common = shared < 0 ? folders.length : shared
  return [...folders.slice(common).map(() => '..'), ...names.slice(common)].join('/')
}
