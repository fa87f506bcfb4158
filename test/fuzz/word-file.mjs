import { zipSync } from 'fflate'
import { prose, sentence, word } from './words.mjs'

/** The bytes of a Word file with this body. */
export function wordFile(body) {
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="main" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="styles" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="numbering" Type="${OFFICE}/numbering" Target="numbering.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles xmlns:w="${WORD}">${STYLES}</w:styles>`,
    'word/numbering.xml': `<w:numbering xmlns:w="${WORD}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  }
  const files = Object.entries(parts).map(([name, xml]) => [name, new TextEncoder().encode(xml)])
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 2) })
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const STYLES = [
  ['Heading1', 'heading 1'],
  ['Heading2', 'heading 2'],
  ['Heading3', 'heading 3'],
  ['Title', 'Title'],
  ['Caption', 'caption'],
]
  .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
  .join('')

/** The body of a Word file as XML: paragraphs, headings, lists and tables in Word's own elements. */
export function wordBody(random) {
  return random.times(random.between(0, 16), () => random.pick(BLOCKS)(random)).join('')
}

const text = (value) =>
  value
    // XML cannot contain these.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')

const run = (value, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text(value)}</w:t></w:r>`
const paragraph = (runs, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`

const BLOCKS = [
  (random) => paragraph(run(prose(random))),
  (random) => paragraph(run(prose(random))),
  (random) => paragraph(run(prose(random))),
  (random) =>
    paragraph(
      random.times(random.between(1, 6), () => run(prose(random), random.pick(['<w:b/>', '<w:i/>', '']))).join(''),
    ),
  (random) =>
    paragraph(
      run(sentence(random)),
      `<w:pStyle w:val="${random.pick(['Heading1', 'Heading2', 'Heading3', 'Title', 'Caption', 'Nosuch'])}"/>`,
    ),
  (random) =>
    random
      .times(random.between(1, 6), () =>
        paragraph(
          run(sentence(random)),
          `<w:numPr><w:ilvl w:val="${random.between(0, 9)}"/><w:numId w:val="1"/></w:numPr>`,
        ),
      )
      .join(''),
  (random) =>
    `<w:tbl>${random
      .times(
        random.between(0, 5),
        () =>
          `<w:tr>${random.times(random.between(0, 4), () => `<w:tc>${paragraph(run(word(random)))}</w:tc>`).join('')}</w:tr>`,
      )
      .join('')}</w:tbl>`,
  () => '<w:p/>',
  () => paragraph('<w:r><w:br w:type="page"/><w:tab/></w:r>'),
]
