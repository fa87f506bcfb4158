/**
 * Removes formatting that does not affect the structure of a document, such as fonts and sizes, from its XML. Tick
 * boxes stay as characters, because mammoth would replace them with form fields.
 */
export function stripFormatting(xml: string): string {
  return xml.replace(FORMATTING_ELEMENTS, '').replace(TICK_BOX, '')
}

const TICK_BOX = /<w14:checkbox\b[^<>]{0,400}>(?:(?!<\/?w14:checkbox\b)[\s\S]){0,1000}<\/w14:checkbox>/g

/** Empty elements that Word writes in large numbers inside paragraphs, runs and tables. */
const FORMATTING_ELEMENTS =
  /<w:(?:proofErr|lang|sz|szCs|rFonts|color|kern|spacing|noProof|lastRenderedPageBreak|bCs|iCs|snapToGrid|shd|ind|jc|contextualSpacing|widowControl|autoSpaceDE|autoSpaceDN|adjustRightInd|textAlignment|tcW|vAlign|gridCol)\b[^<>]{0,400}\/>/g
