// Examines SVG images: their size, and whether they are safe and fast to draw.

import { formatSize } from '../../util/format-size.ts'
import { BROKEN, CONTAINS_SCRIPT, DECLARES_ENTITIES, type ImageFault, TOO_COMPLEX, tooLarge } from '../image-fault.ts'
import { LIMITS } from '../limits.ts'
import { countCopies, type Definition } from './drawing-cost.ts'
import type { ImageFormat, PixelSize } from './image-format.ts'
import { type Tag, tagsOf } from './xml-tags.ts'

/**
 * SVGs are embedded byte for byte: in an `img`, they run nothing and load nothing in any browser. Nevertheless, SVGs
 * that contain a script, or would keep a browser busy for a long time, are refused.
 */
export const svg: ImageFormat = {
  mediaType: 'image/svg+xml',
  isDrawing: true,
  isPhotograph: () => false,
  matches: (bytes) => ROOT.test(textOf(bytes.subarray(0, MAX_BEFORE_ROOT))),
  measure: (bytes) => {
    if (bytes.length > LIMITS.drawingBytes)
      return tooLarge(`is a drawing larger than ${formatSize(LIMITS.drawingBytes)}`)
    const text = textOf(bytes)
    const [, encoding = 'utf-8'] = ENCODING.exec(text) ?? []
    return KNOWN_ENCODING.test(encoding) ? measureText(text) : BROKEN
  },
}

/** The tag of the root element, and the maximum number of bytes in which it is looked for. */
const ROOT = /<(?:[\w.-]{1,40}:)?svg[\s>/]/
const MAX_BEFORE_ROOT = 4096

function textOf(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

/** The encoding that an XML declaration names. */
const ENCODING = /^<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([^"']{1,40})/
/** Encodings in which all markup can be recognised, so that no tag is hidden. */
const KNOWN_ENCODING = /^(?:utf-?8|utf-?16(?:le|be)?|us-ascii|ascii|iso-8859-\d{1,2}|windows-125\d)$/i

function measureText(text: string): PixelSize | ImageFault {
  const definitions = new Map<string, Definition>()
  const drawing: Definition = { cost: 0, innerIds: [], references: [] }
  const prefixes = new Set(['', 'xml', 'xmlns'])
  const open: Definition[] = []
  let enclosing = drawing
  let root: SvgAttributes | undefined
  let count = 0
  for (const tag of tagsOf(text)) {
    if (tag.type === 'broken') return BROKEN
    if (tag.type === 'declarations') return DECLARES_ENTITIES
    if (tag.type === 'close') enclosing = open.pop() ?? drawing
    if (tag.type !== 'open') continue
    for (const prefix of declaredPrefixes(tag)) prefixes.add(prefix)
    if ((root === undefined && !isSvgRoot(tag)) || !hasDeclaredPrefixes(tag, prefixes)) return BROKEN
    root ??= tag.attributes
    if (containsScript(tag)) return CONTAINS_SCRIPT
    count += 1
    if (count > LIMITS.elements || open.length > LIMITS.nesting || hasHugeRegion(tag, root)) return TOO_COMPLEX
    open.push(enclosing)
    enclosing = definitionFor(tag, { enclosing, definitions })
    enclosing.cost += COSTS[localName(tag.name)] ?? 1
    enclosing.references.push(...referencesOf(tag))
  }
  if (root === undefined) return BROKEN
  return countCopies(drawing, definitions) > LIMITS.copies ? TOO_COMPLEX : sizeOf(root)
}

type OpenTag = Extract<Tag, { readonly type: 'open' }>
type SvgAttributes = OpenTag['attributes']

/** The cost of elements that are slow wherever they are used, because they work on pixels. */
const COSTS: Readonly<Record<string, number>> = { mask: 20, filter: 20 }

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function prefixOf(name: string): string {
  return name.slice(0, Math.max(0, name.indexOf(':')))
}

function declaredPrefixes({ attributes }: OpenTag): readonly string[] {
  return [...attributes.keys()].filter((key) => key.startsWith('xmlns:')).map(localName)
}

/** Whether every prefix in a tag is declared, in that tag or an earlier one; otherwise an XML parser would give up. */
function hasDeclaredPrefixes({ name, attributes }: OpenTag, prefixes: ReadonlySet<string>): boolean {
  return [name, ...attributes.keys()].every((prefixedName) => prefixes.has(prefixOf(prefixedName)))
}

function isSvgRoot({ name, attributes }: OpenTag): boolean {
  const prefix = prefixOf(name)
  const namespace = attributes.get(prefix === '' ? 'xmlns' : `xmlns:${prefix}`)
  return localName(name) === 'svg' && namespace?.trim() === 'http://www.w3.org/2000/svg'
}

function containsScript({ name, attributes }: OpenTag): boolean {
  return (
    /^(?:script|handler|listener)$/i.test(localName(name)) ||
    [...attributes].some(([key, value]) => /^on/i.test(localName(key)) || /^[\s\p{Cc}]*javascript:/iu.test(value))
  )
}

/** A filter region is slow if it is more than this many times as large as its target or the whole drawing. */
const MAX_REGION_FACTOR = 36

function hasHugeRegion({ name, attributes }: OpenTag, root: SvgAttributes): boolean {
  if (localName(name) !== 'filter') return false
  const isAbsolute = attributes.get('filterUnits') === 'userSpaceOnUse'
  const drawingSize = viewBoxOf(root) ?? { width: lengthOf(root.get('width')), height: lengthOf(root.get('height')) }
  const sideOf = (side: 'width' | 'height') => {
    const value = attributes.get(side) ?? '120%'
    const length = Math.abs(Number.parseFloat(value))
    if (value.trim().endsWith('%')) return length / 100
    return isAbsolute ? length / (drawingSize[side] ?? 1) : length
  }
  return !(sideOf('width') * sideOf('height') <= MAX_REGION_FACTOR)
}

interface DefinitionContext {
  readonly enclosing: Definition
  readonly definitions: Map<string, Definition>
}

/**
 * Returns the definition that an element belongs to: its own if it has an id, otherwise the enclosing one. Only the
 * first element with a given id counts.
 */
function definitionFor({ attributes }: OpenTag, { enclosing, definitions }: DefinitionContext): Definition {
  const id = attributes.get('id')
  if (id === undefined || definitions.has(id)) return enclosing
  const definition: Definition = { cost: 0, innerIds: [], references: [] }
  definitions.set(id, definition)
  enclosing.innerIds.push(id)
  return definition
}

/** Lists the ids that an element refers to: `href="#a"`, `fill="url(#b)"`. */
function referencesOf({ attributes }: OpenTag): readonly string[] {
  return [...attributes].flatMap(([key, value]) => {
    if (localName(key) === 'href') return value.trim().startsWith('#') ? [value.trim().slice(1)] : []
    return [...value.matchAll(REFERENCE)].map(([, id = '']) => id)
  })
}

const REFERENCE = /url\(\s{0,9}["']?#([^"')\s]+)/g

/** The size at which browsers show a drawing that specifies no size, in CSS px. */
const DEFAULT_SIZE = { width: 300, height: 150 } as const

function sizeOf(root: SvgAttributes): PixelSize | ImageFault {
  const box = viewBoxOf(root)
  const [width, height] = [lengthOf(root.get('width')), lengthOf(root.get('height'))]
  const size = {
    width:
      width ?? (box && height !== undefined ? (height * box.width) / box.height : (box?.width ?? DEFAULT_SIZE.width)),
    height:
      height ?? (box && width !== undefined ? (width * box.height) / box.width : (box?.height ?? DEFAULT_SIZE.height)),
  }
  const ratio = size.width / size.height
  return ratio > 0 && Number.isFinite(ratio) ? size : BROKEN
}

function viewBoxOf(root: SvgAttributes): PixelSize | undefined {
  const [, , width = 0, height = 0] = (root.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/, 4)
    .map(Number)
  return width > 0 && height > 0 ? { width, height } : undefined
}

/**
 * Converts a length to CSS px; undefined for anything else. Percentages are not converted, because a drawing has no
 * surroundings that they could refer to.
 */
function lengthOf(value: string | undefined): number | undefined {
  const [, digits = '', unit = ''] = /^\+?([\d.]{1,20})([a-z]{0,2})$/i.exec(value?.trim() ?? '') ?? []
  const length = Number.parseFloat(digits) * (UNITS[unit.toLowerCase()] ?? 1)
  return Number.isNaN(length) ? undefined : length
}

const UNITS: Readonly<Record<string, number>> = {
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  pt: 96 / 72,
  pc: 16,
  em: 16,
  ex: 8,
}
