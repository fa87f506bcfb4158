// Prepares OpenDocument text documents (.odt) for Pandoc.

import { strToU8, zipSync } from 'fflate'
import type { FrontMatter } from '../../model/article.ts'
import { entriesOf, unpack, type ZipEntry } from '../../util/zip.ts'
import { LIMITS } from '../limits.ts'
import type { ArticleHead } from '../piece.ts'
import { xmlText } from '../xml-text.ts'
import { rewriteContent } from './odt-elements.ts'
import { formulasIn, withFormulas } from './odt-formulas.ts'
import { type OdtStyle, styleFinder } from './odt-styles.ts'

/** A document prepared for Pandoc, and its title and subtitle, which Pandoc does not report. */
export interface PreparedDocument {
  readonly bytes: Uint8Array
  readonly head: ArticleHead
  /** The text of the paragraphs that Pandoc should read, if known. */
  readonly paragraphs: readonly string[]
  readonly frontMatter?: FrontMatter | undefined
}

/**
 * Prepares an OpenDocument text document for Pandoc: keeps its formulas, removes its pictures, and rewrites what Pandoc
 * ignores. Also finds the paragraphs in the styles Title and Subtitle, because Pandoc ignores these styles too. Returns
 * null for a file of another kind, and for one that is encrypted, damaged or too large.
 */
export function prepareOpenDocument(bytes: Uint8Array): PreparedDocument | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = entriesOf(buffer) ?? []
  const parts = PARTS.map((name) =>
    partOf(
      buffer,
      entries.find((entry) => entry.name === name),
    ),
  )
  const [content, styles, manifest] = parts
  if (content === undefined || manifest === undefined || manifest.includes('manifest:encryption-data')) return null
  const formulas = formulasIn(content, (name) =>
    partOf(
      buffer,
      entries.find((entry) => entry.name === name),
    ),
  )
  const styleOf = styleFinder(content, styles ?? '')
  const { xml, paragraphs } = rewriteContent(content, styleOf)
  const files = {
    mimetype: MIME_TYPE,
    'content.xml': withFormulas(xml, formulas),
    ...(styles && { 'styles.xml': styles }),
    ...Object.fromEntries(formulas),
    'META-INF/manifest.xml': manifest,
  }
  const encoded = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const)
  return { bytes: zipSync(Object.fromEntries(encoded), { level: 0 }), head: headIn(content, styleOf), paragraphs }
}

const PARTS = ['content.xml', 'styles.xml', 'META-INF/manifest.xml']
const MIME_TYPE = 'application/vnd.oasis.opendocument.text'

function partOf(buffer: Buffer, entry: ZipEntry | undefined): string | undefined {
  const part = entry && unpack(buffer, entry, LIMITS.partBytes)
  return typeof part === 'string' ? undefined : part?.toString('utf8')
}

/**
 * Finds the first paragraph with the style Title and the first with the style Subtitle, or with styles based on these
 * two.
 */
function headIn(content: string, styleOf: (name: string) => OdtStyle): ArticleHead {
  const paragraphs = [
    ...content.matchAll(
      /<text:p\b[^<>]{0,300}?text:style-name="([^"]{1,100})"[^<>]{0,300}>([\s\S]{0,2000}?)<\/text:p>/g,
    ),
  ]
  const [title, subtitle] = ['Title', 'Subtitle'].map((style) => {
    const paragraph = paragraphs.find(([, name = '']) => styleOf(name).names.includes(style))
    const text = plainText(paragraph?.[2] ?? '')
    return text === '' ? undefined : { text, anchors: [] }
  })
  return { ...(title && { title }), ...(subtitle && { subtitle }) }
}

function plainText(xml: string): string {
  const withoutTags = xml
    .replace(/<text:note\b[\s\S]*?<\/text:note>/g, '')
    .replace(/<text:(?:s|tab|line-break)\b[^<>]*>/g, ' ')
    .replace(/<[^<>]*>/g, '')
  return xmlText(withoutTags)
}
