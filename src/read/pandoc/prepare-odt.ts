// Prepares OpenDocument text documents (.odt) for Pandoc.

import { strToU8, zipSync } from 'fflate'
import { entriesOf, unpack, type ZipEntry } from '../../util/zip.ts'
import { LIMITS } from '../limits.ts'
import type { ArticleHead } from '../piece.ts'
import { markQuotations } from './odt-quotations.ts'

/** An OpenDocument text document prepared for Pandoc, and its title and subtitle, which Pandoc does not report. */
export interface PreparedDocument {
  readonly bytes: Uint8Array
  readonly head: ArticleHead
}

/**
 * Prepares an OpenDocument text document for Pandoc, without its pictures. Pandoc ignores the header rows of tables, so
 * they are passed as ordinary rows. It also ignores the styles Title and Subtitle, so their paragraphs are found here,
 * and the style of quotations, so their paragraphs are marked.
 * @returns null for a file of another kind, and for one that is encrypted, damaged or too large
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
  const withOrdinaryRows = content.replace(/<\/?table:table-header-rows\b[^<>]*>/g, '')
  const files = {
    mimetype: MIME_TYPE,
    'content.xml': markQuotations(withOrdinaryRows, namesBasedOn('Quotations', content)),
    ...(styles && { 'styles.xml': styles }),
    'META-INF/manifest.xml': manifest,
  }
  const encoded = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const)
  return { bytes: zipSync(Object.fromEntries(encoded), { level: 0 }), head: headIn(content) }
}

const PARTS = ['content.xml', 'styles.xml', 'META-INF/manifest.xml']
const MIME_TYPE = 'application/vnd.oasis.opendocument.text'

function partOf(buffer: Buffer, entry: ZipEntry | undefined): string | undefined {
  const part = entry && unpack(buffer, entry, LIMITS.partBytes)
  return typeof part === 'string' ? undefined : part?.toString('utf8')
}

/**
 * Finds the first paragraph with the style Title and the first with the style Subtitle, or with styles based on these.
 */
function headIn(content: string): ArticleHead {
  const [title, subtitle] = ['Title', 'Subtitle'].map((style) => {
    const names = namesBasedOn(style, content)
    const paragraph = [
      ...content.matchAll(
        /<text:p\b[^<>]{0,300}?text:style-name="([^"]{1,100})"[^<>]{0,300}>([\s\S]{0,2000}?)<\/text:p>/g,
      ),
    ].find(([, name = '']) => names.has(name))
    const text = plainText(paragraph?.[2] ?? '')
    return text === '' ? undefined : { text, anchors: [] }
  })
  return { ...(title && { title }), ...(subtitle && { subtitle }) }
}

/** Returns the names of a style and of those based on it. */
function namesBasedOn(style: string, content: string): ReadonlySet<string> {
  const parent = `style:parent-style-name="${style}"`
  const derived = [...content.matchAll(/<style:style\b[^<>]{0,500}>/g)]
    .filter(([tag]) => tag.includes(parent))
    .flatMap(([tag]) => /style:name="([^"]{1,100})"/.exec(tag)?.[1] ?? [])
  return new Set([style, ...derived])
}

function plainText(xml: string): string {
  return xml
    .replace(/<text:note\b[\s\S]*?<\/text:note>/g, '')
    .replace(/<text:(?:s|tab|line-break)\b[^<>]*>/g, ' ')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
