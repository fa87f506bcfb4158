// Joins two PDFs that Chromium has printed: pages, tags, links and outline.

import { joinOutlines } from './join-outlines.ts'
import { contentOf, type ObjectContents, type PdfLayout, readLayout, splitObjects } from './pdf-layout.ts'
import { referenceIn } from './pdf-reference.ts'

/**
 * Joins two PDFs of one document, each with some of its pages, as if they had been printed together. Returns null if
 * either is not structured like Chromium's.
 */
export function joinPdfs(first: Uint8Array, second: Uint8Array): Uint8Array | null {
  const [one, other] = [readPrintedPdf(first), readPrintedPdf(second)]
  if (one === null || other === null) return null
  const shift: Shift = {
    numbers: one.layout.offsets.length,
    keys: one.nextKey,
    document: { from: other.document, to: one.document },
  }
  const moved = moveObjects(other, shift)
  const objects = new Map([...one.objects, ...moved])
  const outlines = joinOutlines(objects, one.outline, other.outline + shift.numbers)
  if (outlines === null) return null
  objects.delete(other.outline + shift.numbers)
  const changed = [...joinRoots(one, other, shift), ...outlines]
  for (const [number, content] of changed) objects.set(number, Buffer.from(`${content}\n`, 'latin1'))
  return writePdf(one, objects)
}

/** The parts of a printed PDF that concern the whole file. All numbers except `nextKey` are object numbers. */
interface PrintedPdf {
  readonly layout: PdfLayout
  readonly header: Buffer
  readonly objects: ObjectContents
  readonly catalog: number
  readonly info: number
  readonly pages: number
  readonly outline: number
  /** The dictionary of link destinations, and its entries; null and empty if there is none. */
  readonly destinations: number | null
  readonly targets: string
  /** The root of the tags, the tag of the document, and the references to the tags in it. */
  readonly tags: number
  readonly document: number
  readonly documentTags: string
  /** The tree from the keys of pages and links to their tags, its entries, and the next key. */
  readonly parentTree: number
  readonly parents: string
  readonly nextKey: number
  /** The tree from names to tags, and the references to its branches; null and empty if there is none. */
  readonly idTree: number | null
  readonly ids: string
}

function readPrintedPdf(pdf: Uint8Array): PrintedPdf | null {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const layout = readLayout(bytes)
  if (layout === null) return null
  const objects = new Map(splitObjects(bytes, layout).map(({ number, bytes }) => [number, contentOf(bytes)]))
  const match = (number: number, pattern: RegExp) => pattern.exec(textOf(objects, number)) ?? []
  const [catalog, info] = [referenceIn(layout.trailer, 'Root'), referenceIn(layout.trailer, 'Info')]
  const root = textOf(objects, catalog)
  const [pages, tags] = [referenceIn(root, 'Pages'), referenceIn(root, 'StructTreeRoot')]
  const outline = referenceIn(root, 'Outlines')
  if (!pages || !tags || !outline) return null
  const destinations = Number(match(catalog, DESTINATIONS)[1]) || null
  const [, targets] = destinations ? match(destinations, DICTIONARY) : ['', '']
  const [, document, nextKey, parentTree, idTree] = match(tags, TAGS_ROOT).map(Number)
  if (!document || !nextKey || !parentTree) return null
  const [, manyTags, oneTag] = match(document, KIDS_AT_END)
  const [, parents] = match(parentTree, PARENT_TREE)
  const [, ids] = idTree ? match(idTree, ID_TREE) : ['', '']
  const documentTags = manyTags ?? oneTag
  if (documentTags === undefined || parents === undefined || ids === undefined || targets === undefined) return null
  const start = layout.offsets.reduce<number>((least, offset) => Math.min(least, offset ?? least), bytes.length)
  const roots = { catalog, info, pages, outline, tags, document, parentTree, destinations, idTree: idTree || null }
  return { layout, header: bytes.subarray(0, start), objects, ...roots, documentTags, parents, nextKey, ids, targets }
}

const PAGES = /\/Pages (\d+) 0 R/
const DESTINATIONS = /\n\/Dests (\d+) 0 R/
const DICTIONARY = /^<<([\s\S]*)>>\s*$/
const TAGS_ROOT =
  /^<<\/Type \/StructTreeRoot\n\/K (\d+) 0 R\n\/ParentTreeNextKey (\d+)\n\/ParentTree (\d+) 0 R(?:\n\/IDTree (\d+) 0 R)?>>\s*$/
const KIDS_AT_END = /\/K (?:\[([^\]]*)\]|(\d+ 0 R))>>\s*$/
const PARENT_TREE = /^<<\/Type \/ParentTree\n\/Nums \[([^\]]*)\]>>\s*$/
const ID_TREE = /^<<\/Kids \[([^\]]*)\]>>\s*$/

/** Returns the text of an object; of a stream, only its dictionary. */
function textOf(objects: ObjectContents, number: number): string {
  const content = objects.get(number) ?? Buffer.alloc(0)
  return content.toString('latin1', 0, dictionaryLength(content))
}

function dictionaryLength(content: Buffer): number {
  const stream = content.indexOf(STREAM_START)
  return stream === -1 ? content.length : stream
}

const STREAM_START = '>> stream\n'

/** How to change the numbers in a PDF so that they follow the numbers in another. */
interface Shift {
  /** Added to object numbers. */
  readonly numbers: number
  /** Added to the keys of pages and links in the tree of their tags. */
  readonly keys: number
  /** The number of the document's tag, and the number of the other PDF's document tag, which replaces it. */
  readonly document: { readonly from: number; readonly to: number }
}

/**
 * Gives the objects of a PDF their new numbers, and leaves out the objects that `joinRoots` merges into the other PDF.
 */
function moveObjects(pdf: PrintedPdf, shift: Shift): ObjectContents {
  const { catalog, info, destinations, tags, document, parentTree, idTree } = pdf
  const joined = new Set([catalog, info, destinations, tags, document, parentTree, idTree])
  const kept = [...pdf.objects].filter(([number]) => !joined.has(number))
  return new Map(
    kept.map(([number, content]): [number, Buffer] => {
      const length = dictionaryLength(content)
      const text = Buffer.from(shiftNumbers(content.toString('latin1', 0, length), shift), 'latin1')
      return [number + shift.numbers, Buffer.concat([text, content.subarray(length)])]
    }),
  )
}

/** Shifts the numbers in the text of an object. Of its strings, only names of tags change. */
function shiftNumbers(text: string, { numbers, keys, document }: Shift): string {
  return text.replace(NUMBERED, (token, reference, key, fontTag, node) => {
    if (reference !== undefined) {
      const number = Number(reference)
      return `${number === document.from ? document.to : number + numbers} 0 R`
    }
    if (key !== undefined) return `${token.slice(0, -key.length)}${Number(key) + keys}`
    // The subsets of a font need different names.
    if (fontTag !== undefined) return `/${fontTag}B+`
    return node === undefined ? token : `(node${Number(node) + NODE_SHIFT})`
  })
}

/** Matches a reference, a key of tags, the name of a font, the name of a tag, or any other string. */
const NUMBERED = /(\d+) 0 R\b|\/StructParents? (\d+)|\/([A-Z]{5})A\+|\(node(\d{8})\)|\((?:\\[\s\S]|[^\\()])*\)/g

/** Added to the numbers in the names of tags, which have eight digits. The tags are renumbered afterwards. */
const NODE_SHIFT = 50_000_000

/** Joins the objects that concern the whole file, and returns their new contents with their numbers. */
function joinRoots(one: PrintedPdf, other: PrintedPdf, shift: Shift): readonly (readonly [number, string])[] {
  const join = (first: string, second: string, separator = ' ') =>
    [first, shiftNumbers(second, shift)].filter((part) => part !== '').join(separator)
  const pages = shift.numbers + other.layout.offsets.length
  const branches = [one.pages, other.pages + shift.numbers]
  const movedPages = shiftNumbers(textOf(other.objects, other.pages), shift)
  const pageTexts = [textOf(one.objects, one.pages), movedPages]
  const pageCount = pageTexts.reduce((sum, text) => sum + Number(/\/Count (\d+)/.exec(text)?.[1]), 0)
  const targets = join(one.targets, other.targets, '\n')
  const destinations = targets === '' ? [] : [[pages + 1, `<<${targets}>>`] as const]
  const catalog = textOf(one.objects, one.catalog)
    .replace(DESTINATIONS, '')
    .replace(PAGES, `/Pages ${pages} 0 R${targets === '' ? '' : `\n/Dests ${pages + 1} 0 R`}`)
  const documentTags = join(one.documentTags, other.documentTags)
  const document = textOf(one.objects, one.document).replace(KIDS_AT_END, `/K [${documentTags}]>>`)
  const parents = shiftNumbers(other.parents, shift).replace(
    PARENT,
    (_, key: string, tag: string) => `${Number(key) + shift.keys} ${tag} 0 R`,
  )
  const ids = join(one.ids, other.ids)
  const idTree = ids === '' ? '' : `\n/IDTree <</Kids [${ids}]>>`
  const tags = `<</Type /StructTreeRoot\n/K ${one.document} 0 R\n/ParentTreeNextKey ${one.nextKey + other.nextKey}\n/ParentTree ${one.parentTree} 0 R${idTree}>>`
  return [
    [pages, `<</Type /Pages\n/Count ${pageCount}\n/Kids [${branches.map((number) => `${number} 0 R`).join(' ')}]>>`],
    ...pageTexts.map((text, index): [number, string] => [
      branches[index] ?? 0,
      text.replace(/>>\s*$/, `\n/Parent ${pages} 0 R>>`),
    ]),
    ...destinations,
    [one.catalog, catalog],
    [one.document, document],
    [one.parentTree, `<</Type /ParentTree\n/Nums [${one.parents} ${parents}]>>`],
    [one.tags, tags],
  ]
}

/** Matches a key in the tree of tags, and the number of its entry. */
const PARENT = /(\d+) (\d+) 0 R/g

/** Writes a file as Chromium does, with the header and trailer of one that Chromium printed. */
function writePdf({ header, layout }: PrintedPdf, objects: ObjectContents): Uint8Array {
  const size = [...objects.keys()].reduce((most, number) => Math.max(most, number), 0) + 1
  const pieces: Buffer[] = [header]
  let length = header.length
  const entries = Array.from({ length: size }, (_, number) => {
    const content = objects.get(number)
    if (content === undefined) return '0000000000 65535 f \n'
    const offset = length
    const start = Buffer.from(`${number} 0 obj\n`)
    pieces.push(start, content, END_OF_OBJECT)
    length += start.length + content.length + END_OF_OBJECT.length
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const trailer = `trailer\n<</Size ${size}\n${layout.trailer.trim()}>>\nstartxref\n${length}\n%%EOF\n`
  return Buffer.concat([...pieces, Buffer.from(`xref\n0 ${size}\n${entries.join('')}${trailer}`)])
}

const END_OF_OBJECT = Buffer.from('endobj\n')
