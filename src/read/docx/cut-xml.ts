// Measures and cuts XML without parsing it.

/** The nesting depth of an XML document, and the position at which it can be cut, if any. */
export interface XmlMeasurements {
  /** The greatest number of elements that are open at once, up to the cut. */
  readonly depth: number
  /**
   * The first offset beyond the limit at which the document can be cut, and the elements that are open there. Undefined
   * if there is none.
   */
  readonly cutPoint: { readonly offset: number; readonly openElements: readonly string[] } | undefined
}

/** Measures well-formed XML, up to the first position at which it can be cut after `limit` elements. */
export function measure(xml: string, limit: number): XmlMeasurements {
  const openElements: string[] = []
  let elementCount = 0
  let depth = 0
  let start = xml.indexOf('<')
  while (start >= 0) {
    const end = endOfTag(xml, start)
    const [, slash, name] = NAME.exec(xml.slice(start, start + LONGEST_NAME)) ?? []
    const isEmpty = xml[end - 1] === '/'
    if (slash) openElements.pop()
    if (name !== undefined && !slash && !isEmpty) openElements.push(name)
    if (name !== undefined && !slash) elementCount += 1
    depth = Math.max(depth, openElements.length)
    const canCut =
      name !== undefined &&
      (slash || isEmpty) &&
      openElements.length >= MIN_OPEN_AT_CUT &&
      openElements.length <= MAX_OPEN_AT_CUT
    if (canCut && elementCount > limit) return { depth, cutPoint: { offset: end + 1, openElements } }
    start = xml.indexOf('<', end)
  }
  return { depth, cutPoint: undefined }
}

/**
 * A document can be cut where two or three elements are open: between the children of its body, the rows of a table or
 * the runs of a paragraph.
 */
const MIN_OPEN_AT_CUT = 2
const MAX_OPEN_AT_CUT = 3
const NAME = /^<(\/?)([A-Za-z_][\w:.-]*)/
const LONGEST_NAME = 100

/**
 * Returns the offset of the `>` that ends a tag, a comment, a CDATA section or a processing instruction. Quoted values
 * in a tag are skipped.
 */
function endOfTag(xml: string, start: number): number {
  const section = NON_TAGS.find(({ opening }) => xml.startsWith(opening, start))
  if (section) {
    const end = xml.indexOf(section.closing, start)
    return end < 0 ? xml.length : end + section.closing.length - 1
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

const NON_TAGS = [
  { opening: '<!--', closing: '-->' },
  { opening: '<![CDATA[', closing: ']]>' },
  { opening: '<?', closing: '?>' },
] as const

const QUOTE_OR_END = /["'>]/g

/** Cuts XML, and closes the elements that are open at the cut. */
export function cutAt(xml: string, { offset, openElements }: NonNullable<XmlMeasurements['cutPoint']>): string {
  return (
    xml.slice(0, offset) +
    openElements
      .toReversed()
      .map((name) => `</${name}>`)
      .join('')
  )
}
