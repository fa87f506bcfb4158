/** Removes irrelevant formatting from the XML of a document: fonts, sizes, languages, spelling marks. */
export function withoutFormatting(xml: string): string {
  return xml.replace(FORMATTING_ELEMENTS, '')
}

/** Empty elements that Word writes in large numbers inside paragraphs and runs. Their names keep their prefix. */
const FORMATTING_ELEMENTS =
  /<w:(?:proofErr|lang|sz|szCs|rFonts|color|kern|spacing|noProof|lastRenderedPageBreak|bCs|iCs|snapToGrid|shd|ind|jc|contextualSpacing|widowControl|autoSpaceDE|autoSpaceDN|adjustRightInd|textAlignment|tcW|vAlign|gridCol)\b[^<>]{0,400}\/>/g
