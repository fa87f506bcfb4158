import type { BlockPassage } from '../model/article.ts'
import type { Content, Line, Row } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import type { Group } from './group.ts'
import { passageLine } from './line.ts'
import { type NamedImage, picturesIn } from './picture.ts'

/** What stands on its slide as it stands in the article, and what of its group is left to say. */
export interface Verbatim {
  readonly title: Line | null
  readonly content: Content
  readonly said: readonly Sentence[]
}

/** Shows a table, a listing or a formula as it is; null where it is empty. */
export function writeVerbatim(group: Group): Verbatim | null {
  const { block, headings, lead, sentences } = group
  if (block === null || block.passages.length === 0) return null
  const heading = headings.at(-1)
  const content = contentOf(block.node, block.passages, captionIn(lead))
  const said = lead === null ? [] : [lead]
  // Notes that were merged in are said; the rows and code lines stand on the slide.
  const own = new Set(block.passages.map((passage) => passage.span[0]))
  const rest = sentences.filter((sentence) => sentence !== lead && !own.has(sentence.span[0]))
  return content === null
    ? null
    : { title: heading === undefined ? null : passageLine(heading, 'heading'), content, said: [...said, ...rest] }
}

/** What announces a table with a colon is said; what names it stands under it. */
function captionIn(lead: Group['lead']): Line | null {
  return lead === null || /[:：]$/u.test(lead.text) ? null : passageLine(lead, 'caption')
}

function contentOf(
  node: NonNullable<Group['block']>['node'],
  passages: readonly BlockPassage[],
  caption: Line | null,
): Content | null {
  if (node.type === 'table') {
    const [header, ...rows] = passages.map(rowOf)
    // What stood in its cells may be nothing that is read.
    if (rows.every(({ cells }) => cells.every((cell) => cell.trim() === ''))) return null
    return header === undefined ? null : { type: 'table', header, rows, align: node.align ?? [], caption }
  }
  if (node.type === 'code')
    return { type: 'code', language: node.lang ?? null, lines: passages.map((passage) => passageLine(passage, 'code')) }
  const [first] = passages
  return first === undefined ? null : { type: 'statement', statement: passageLine(first, 'math'), source: null }
}

function rowOf(passage: BlockPassage): Row {
  return { line: passageLine(passage, 'row'), cells: passage.text.split('\t') }
}

/** A caption of more characters is no caption but a description: it is said, and not shown. */
const LONGEST_CAPTION = 160

/** Shows each image of a group on a slide of its own, with its caption. */
export function writePictures({ block, headings, lead, sentences }: Group): Verbatim[] {
  if (block === null) return []
  const pictures = picturesIn(block)
  const captions = pictures.map(({ caption }) =>
    caption === null || caption.text.length > LONGEST_CAPTION ? null : passageLine(caption, 'caption'),
  )
  const shown = new Set(captions.flatMap((caption) => caption?.spans.map(([start]) => start) ?? []))
  const unshown = sentences.filter((sentence) => sentence !== lead && !shown.has(sentence.span[0]))
  const heading = headings.at(-1)
  const shares = shareOut(unshown, pictures)
  return pictures.map(({ image }, index) => ({
    title: index > 0 || heading === undefined ? null : passageLine(heading, 'heading'),
    content: { type: 'image', picture: { image, content: null }, caption: captions[index] ?? null },
    said: [...(index === 0 && lead !== null ? [lead] : []), ...(shares[index] ?? [])],
  }))
}

/** Each sentence goes with the last image whose words stand before it, so that the notes keep the article's order. */
function shareOut(sentences: readonly Sentence[], pictures: readonly NamedImage[]): readonly Sentence[][] {
  const shares: Sentence[][] = pictures.map(() => [])
  const worded = pictures.flatMap(({ caption }, index) => (caption === null ? [] : [{ start: caption.span[0], index }]))
  let owner = 0
  for (const sentence of sentences) {
    for (let next = worded[0]; next !== undefined && next.start <= sentence.span[0]; next = worded[0]) {
      owner = next.index
      worded.shift()
    }
    shares[owner]?.push(sentence)
  }
  return shares
}
