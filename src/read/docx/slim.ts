/** The XML of a document without what says nothing of its words: typefaces, sizes, languages, marks of the spelling checker. */
export function slim(xml: string): string {
  return xml.replace(SILENT, '')
}

/** Empty elements inside paragraphs and runs that Word writes by the dozen; the names keep their prefix. */
const SILENT =
  /<w:(?:proofErr|lang|sz|szCs|rFonts|color|kern|spacing|noProof|lastRenderedPageBreak|bCs|iCs|snapToGrid|shd|ind|jc|contextualSpacing|widowControl|autoSpaceDE|autoSpaceDN|adjustRightInd|textAlignment|tcW|vAlign|gridCol)\b[^<>]{0,400}\/>/g
