import { type Part, zip } from './zip.ts'

/** A Word file to be made. */
export interface WordFile {
  /** The XML of the children of its body. */
  readonly body: string
  /** The XML of its properties: `<dc:title>…</dc:title>`. */
  readonly properties?: string
  /** The XML of styles other than those of headings, titles and captions. */
  readonly styles?: string
  /** The XML of its footnotes. */
  readonly notes?: string
  /** Relationships of its text other than those to styles, lists and footnotes. */
  readonly relationships?: string
  /** Other parts, such as pictures, and parts that replace those made here. */
  readonly parts?: readonly Part[]
}

/** The bytes of a Word file as Word would write them, reduced to what matters. */
export function wordFile({ body, properties, styles, notes, relationships, parts = [] }: WordFile): Buffer {
  const own: readonly Part[] = [
    { name: '[Content_Types].xml', data: `${XML}<Types xmlns="${PACKAGE}/content-types">${TYPES}</Types>` },
    { name: '_rels/.rels', data: related(relationship('main', 'officeDocument', 'word/document.xml')) },
    { name: 'docProps/core.xml', data: `${XML}<cp:coreProperties ${CORE}>${properties ?? ''}</cp:coreProperties>` },
    { name: 'word/document.xml', data: `${XML}<w:document ${SPACES}><w:body>${body}</w:body></w:document>` },
    { name: 'word/_rels/document.xml.rels', data: related(`${RELATIONSHIPS}${relationships ?? ''}`) },
    { name: 'word/styles.xml', data: `${XML}<w:styles ${SPACES}>${STYLES}${styles ?? ''}</w:styles>` },
    { name: 'word/numbering.xml', data: `${XML}<w:numbering ${SPACES}>${LISTS}</w:numbering>` },
    { name: 'word/footnotes.xml', data: `${XML}<w:footnotes ${SPACES}>${notes ?? ''}</w:footnotes>` },
  ]
  const given = new Set(parts.map(({ name }) => name))
  return zip([...own.filter(({ name }) => !given.has(name)), ...parts])
}

/** A paragraph; its style and its place in a list are in its properties. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`
}

/** A paragraph in a style: `Heading1`, `Title`, `Caption`. */
export function styled(style: string, text: string): string {
  return paragraph(text, `<w:pStyle w:val="${style}"/>`)
}

/** An item of a list with bullets, from level 0 inwards. */
export function item(level: number, text: string): string {
  return paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`)
}

/** A run of words. */
export function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** A table of rows of cells. */
export function table(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string => row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`
}

/** A run with a picture: `how` says where it is, `r:embed="…"` or `r:link="…"`, `alt` is its alternative text. */
export function picture(how: string, alt: string): string {
  const graphic = `<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip ${how}/></pic:blipFill></pic:pic></a:graphicData></a:graphic>`
  return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="${alt}"/>${graphic}</wp:inline></w:drawing></w:r>`
}

/** A relationship of a part; `mode` is `External` for targets that are not in the file. */
export function relationship(id: string, type: string, target: string, mode?: string): string {
  const where = mode ? ` TargetMode="${mode}"` : ''
  return `<Relationship Id="${id}" Type="${OFFICE}/relationships/${type}" Target="${target}"${where}/>`
}

function related(relationships: string): string {
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relationships}</Relationships>`
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'

const SPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${OFFICE}/relationships"`,
  `xmlns:wp="${DRAWING}/wordprocessingDrawing"`,
  `xmlns:a="${DRAWING}/main"`,
  `xmlns:pic="${DRAWING}/picture"`,
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ')

const CORE = `xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

const TYPES = [
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>',
  `<Override PartName="/word/document.xml" ContentType="${MAIN}"/>`,
].join('')

const RELATIONSHIPS = [
  relationship('styles', 'styles', 'styles.xml'),
  relationship('numbering', 'numbering', 'numbering.xml'),
  relationship('footnotes', 'footnotes', 'footnotes.xml'),
].join('')

const STYLES = [
  ...[1, 2, 3].map((level) => style(`Heading${level}`, `heading ${level}`, `<w:outlineLvl w:val="${level - 1}"/>`)),
  style('Title', 'Title'),
  style('Subtitle', 'Subtitle'),
  style('Caption', 'caption'),
  style('Quote', 'Quote'),
  style('TOC1', 'toc 1'),
].join('')

/** A paragraph style. */
export function style(id: string, name: string, rest = ''): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr>${rest}</w:pPr></w:style>`
}

const LISTS = `<w:abstractNum w:abstractNumId="0">${[0, 1, 2]
  .map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="bullet"/></w:lvl>`)
  .join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
