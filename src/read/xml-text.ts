import { singleSpaced } from '../util/single-spaced.ts'

/** Returns the text of XML without tags on one line, with the five references of XML itself decoded. */
export function xmlText(xml: string): string {
  const decoded = xml.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => REFERENCES[name] ?? '')
  return singleSpaced(decoded).trim()
}

const REFERENCES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
