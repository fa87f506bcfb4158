// Measures and cuts XML without parsing it.

/** The size of an XML document, and a place where it can be cut. */
export interface XmlMeasure {
  /** The greatest number of open elements. */
  readonly deepest: number
  /**
   * The first offset beyond the limit at which the document can be cut, if any, and the elements that are open there.
   */
  readonly cut: { readonly at: number; readonly open: readonly string[] } | undefined
}

/** Measures well-formed XML, up to the first place where it can be cut after `limit` elements. */
export function measure(xml: string, limit: number): XmlMeasure {
  const open: string[] = []
  let elements = 0
  let deepest = 0
  let start = xml.indexOf('<')
  while (start >= 0) {
    const end = endOfTag(xml, start)
    const [, slash, name] = NAME.exec(xml.slice(start, start + LONGEST_NAME)) ?? []
    const isEmpty = xml[end - 1] === '/'
    if (slash) open.pop()
    if (name !== undefined && !slash && !isEmpty) open.push(name)
    if (name !== undefined && !slash) elements += 1
    deepest = Math.max(deepest, open.length)
    const isJoint = name !== undefined && (slash || isEmpty) && open.length >= OUTERMOST && open.length <= INNERMOST
    if (isJoint && elements > limit) return { deepest, cut: { at: end + 1, open } }
    start = xml.indexOf('<', end)
  }
  return { deepest, cut: undefined }
}

/**
 * A document can be cut where this many elements are open: between children of its body, rows of a table and runs of a
 * paragraph.
 */
const OUTERMOST = 2
const INNERMOST = 3
const NAME = /^<(\/?)([A-Za-z_][\w:.-]*)/
const LONGEST_NAME = 100

/**
 * Returns the offset of the `>` that ends a tag, skipping quoted values; for a comment or the like, that of its end.
 */
function endOfTag(xml: string, start: number): number {
  const special = SPECIAL.find(({ opening }) => xml.startsWith(opening, start))
  if (special) {
    const end = xml.indexOf(special.closing, start)
    return end < 0 ? xml.length : end + special.closing.length - 1
  }
  QUOTE_OR_END.lastIndex = start
  for (let match = QUOTE_OR_END.exec(xml); match; match = QUOTE_OR_END.exec(xml)) {
    if (match[0] === '>') return match.index
    const close = xml.indexOf(match[0], match.index + 1)
    if (close < 0) return xml.length
    QUOTE_OR_END.lastIndex = close + 1
  }
  return xml.length
}

const SPECIAL = [
  { opening: '<!--', closing: '-->' },
  { opening: '<![CDATA[', closing: ']]>' },
  { opening: '<?', closing: '?>' },
] as const

const QUOTE_OR_END = /["'>]/g

/** Cuts XML, and closes the elements that are open at the cut. */
export function cutAt(xml: string, { at, open }: NonNullable<XmlMeasure['cut']>): string {
  return (
    xml.slice(0, at) +
    open
      .toReversed()
      .map((name) => `</${name}>`)
      .join('')
  )
}
