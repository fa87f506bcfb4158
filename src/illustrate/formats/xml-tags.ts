// Splits XML into tags, to examine SVG files.

/** A tag of an XML document, or the point at which a parser would give up. */
export type Tag =
  | { readonly type: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly type: 'close' }
  /** A document type that declares its own entities or elements. */
  | { readonly type: 'declarations' }
  | { readonly type: 'broken' }

/**
 * Lists the tags of an XML document in order; an empty element counts as an opening and a closing tag. Ends with `broken`
 * where a parser would give up: at mismatched tags, unquoted or repeated attributes, or unknown references. Takes linear
 * time.
 */
export function* tagsOf(text: string): Generator<Tag> {
  const open: string[] = []
  let offset = 0
  let hasRoot = false
  for (let start = text.indexOf('<'); start >= 0; start = text.indexOf('<', offset)) {
    if (!hasOnlyKnownReferences(text.slice(offset, start))) return yield BROKEN
    const skipped = SKIPPED_CONSTRUCTS.find(({ opening }) => text.startsWith(opening, start))
    if (skipped !== undefined) {
      const end = text.indexOf(skipped.closing, start + skipped.opening.length)
      if (end < 0) return yield BROKEN
      offset = end + skipped.closing.length
      // Only a document type with declarations has a bracket before its first ">".
      if (skipped.opening === DOCUMENT_TYPE && text.slice(start, offset).includes('[')) yield { type: 'declarations' }
      continue
    }
    const tag = parseTag(text, start)
    if (tag === null || (hasRoot && open.length === 0)) return yield BROKEN
    offset = tag.end
    hasRoot = true
    if (tag.isClosing) {
      if (open.pop() !== tag.name) return yield BROKEN
    } else {
      yield { type: 'open', name: tag.name, attributes: tag.attributes }
      open.push(tag.name)
    }
    if (tag.isClosing || tag.isEmpty) yield { type: 'close' }
    if (tag.isEmpty) open.pop()
  }
  if (!hasRoot || open.length > 0 || text.slice(offset).trim() !== '') yield BROKEN
}

const BROKEN: Tag = { type: 'broken' }
const DOCUMENT_TYPE = '<!DOCTYPE'

const SKIPPED_CONSTRUCTS = [
  { opening: '<!--', closing: '-->' },
  { opening: '<![CDATA[', closing: ']]>' },
  { opening: '<?', closing: '?>' },
  { opening: DOCUMENT_TYPE, closing: '>' },
] as const

interface ParsedTag {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly isClosing: boolean
  readonly isEmpty: boolean
  readonly end: number
}

function parseTag(text: string, start: number): ParsedTag | null {
  const [opening, slash = '', name = ''] = matchAt(TAG_NAME, text, start) ?? []
  if (opening === undefined) return null
  const attributes = new Map<string, string>()
  let end = start + opening.length
  for (let match = matchAt(ATTRIBUTE, text, end); match !== null; match = matchAt(ATTRIBUTE, text, end)) {
    const [attribute, key = '', quoted = ''] = match
    const value = quoted.slice(1, -1)
    if (attributes.has(key) || !hasOnlyKnownReferences(value)) return null
    attributes.set(key, resolveReferences(value))
    end += attribute.length
  }
  const [closing, empty] = matchAt(TAG_END, text, end) ?? []
  if (closing === undefined || (slash !== '' && (empty !== '' || attributes.size > 0))) return null
  return { name, attributes, isClosing: slash !== '', isEmpty: empty !== '', end: end + closing.length }
}

const TAG_NAME = /<(\/?)([\p{L}_][\p{L}\p{N}_.:-]*)/uy
const ATTRIBUTE = /\s+([\p{L}_][\p{L}\p{N}_.:-]*)\s*=\s*("[^"<]*"|'[^'<]*')/uy
const TAG_END = /\s*(\/?)>/y

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset
  return pattern.exec(text)
}

/** Whether every ampersand begins a reference that needs no declaration. */
function hasOnlyKnownReferences(text: string): boolean {
  return !UNKNOWN_REFERENCE.test(text)
}

const UNKNOWN_REFERENCE = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/

/** Resolves the references in a value. */
function resolveReferences(value: string): string {
  return value.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g, (_, decimal, hex, name) => {
    if (name !== undefined) return NAMED_ENTITIES[name] ?? ''
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return point <= MAX_CODE_POINT ? String.fromCodePoint(point) : ''
  })
}

const NAMED_ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The last code point of Unicode. */
const MAX_CODE_POINT = 0x10ffff
