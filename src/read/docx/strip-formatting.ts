/** Removes formatting that does not affect the structure of a document, such as fonts and sizes, from its XML. */
export function stripFormatting(xml: string): string {
  return xml.replace(FORMATTING_ELEMENTS, '')
}

/** Empty elements that Word writes in large numbers inside paragraphs, runs and tables. */
const FORMATTING_ELEMENTS =
  /<w:(?:proofErr|lang|sz|szCs|rFonts|color|kern|spacing|noProof|lastRenderedPageBreak|bCs|iCs|snapToGrid|shd|ind|jc|contextualSpacing|widowControl|autoSpaceDE|autoSpaceDN|adjustRightInd|textAlignment|tcW|vAlign|gridCol)\b[^<>]{0,400}\/>/g
