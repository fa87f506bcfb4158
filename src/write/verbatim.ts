import type { BlockPassage } from '../model/article.ts'
import type { Content, Line, Row } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import { begun, passageLine } from './line.ts'
import { type NamedImage, picturesIn } from './picture.ts'
import type { Stretch } from './stretches.ts'
import { LONGEST_TITLE } from './titles.ts'

/** A display shown as it is in the article, and what else of its group is left for the notes. */
export interface Verbatim {
  readonly title: Line | null
  readonly content: Content
  readonly said: readonly Sentence[]
}

/** Shows a table, a listing or a formula as it is; null if it is empty. */
export function writeVerbatim(group: Stretch): Verbatim | null {
  const { block, headings, lead, sentences } = group
  if (block === null || block.passages.length === 0) return null
  const heading = headings.at(-1)
  const content = contentOf(block.node, block.passages, captionIn(lead))
  const said = lead === null ? [] : [lead]
  // Notes that were merged in go to the notes; the rows and lines of code are on the slide.
  const own = new Set(block.passages.map((passage) => passage.span[0]))
  const rest = sentences.filter((sentence) => sentence !== lead && !own.has(sentence.span[0]))
  return content === null
    ? null
    : { title: heading === undefined ? null : passageLine(heading, 'heading'), content, said: [...said, ...rest] }
}

/** A lead that ends with a colon goes to the notes; one that names the table is its caption. */
function captionIn(lead: Stretch['lead']): Line | null {
  return lead === null || /[:：]$/u.test(lead.text) ? null : passageLine(lead, 'caption')
}

function contentOf(
  node: NonNullable<Stretch['block']>['node'],
  passages: readonly BlockPassage[],
  caption: Line | null,
): Content | null {
  if (node.type === 'table') {
    const [header, ...rows] = passages.map(rowOf)
    // The cells may have contained nothing that is read.
    if (rows.every(({ cells }) => cells.every((cell) => cell.trim() === ''))) return null
    const request = node.data?.chart
    const asked = request === undefined ? {} : { request }
    return header === undefined ? null : { type: 'table', header, rows, align: node.align ?? [], caption, ...asked }
  }
  if (node.type === 'code')
    return { type: 'code', language: node.lang ?? null, lines: passages.map((passage) => passageLine(passage, 'code')) }
  const [first] = passages
  return first === undefined ? null : { type: 'statement', statement: passageLine(first, 'math'), source: null }
}

function rowOf(passage: BlockPassage): Row {
  return { line: passageLine(passage, 'row'), cells: passage.text.split('\t') }
}

/** A longer caption is a description: it goes to the notes. */
const LONGEST_CAPTION = 160

/**
 * Shows each image of a group on its own slide, with its caption. If it has no heading, the first image takes the sentence that
 * introduces it as its title, and each of the others a short caption, or the section's heading above a longer caption.
 */
export function writePictures(
  { block, headings, over, lead, sentences }: Stretch,
  { announced, step }: { readonly announced: Line | null; readonly step: Line | null },
): Verbatim[] {
  if (block === null) return []
  const pictures = picturesIn(block)
  const heading = headings.at(-1) ?? null
  const titles = pictures.map((_, index) =>
    index > 0 ? null : heading === null ? announced : passageLine(heading, 'heading'),
  )
  // A step that is not the title describes its picture better than the alternative text.
  const isStepShown = step === null || titles[0]?.spans[0]?.[0] === step.spans[0]?.[0]
  const captions = pictures.map(({ caption }, index) =>
    index === 0 && !isStepShown ? step : captionFor(caption, titles[index] ?? null),
  )
  const shown = captions.flatMap((caption) => caption?.spans ?? [])
  const unshown = sentences.filter(
    (sentence) =>
      sentence !== lead && !shown.some(([start, end]) => start <= sentence.span[0] && end >= sentence.span[1]),
  )
  const shares = shareOut(unshown, pictures)
  return pictures.map(({ image }, index) => {
    const [given, words] = [titles[index] ?? null, captions[index] ?? null]
    const isTitle = given === null && words !== null && words.text.length <= LONGEST_TITLE && !CREDIT.test(words.text)
    const title =
      given ??
      (isTitle ? (WORDS.test(words.text) ? begun(words) : words) : over === null ? null : passageLine(over, 'heading'))
    const caption = isTitle ? null : words
    const said = [...(index === 0 && lead !== null ? [lead] : []), ...(shares[index] ?? [])]
    return { title, content: { type: 'image', picture: { image, content: null }, caption }, said }
  })
}

/** The caption of an image, cut to its first sentence if it is too long; null if it says nothing, or nothing beyond the title. */
function captionFor(caption: BlockPassage | null, title: Line | null): Line | null {
  if (caption === null || NAMELESS.test(caption.text.trim()) || /^[a-z\d]+$/.test(caption.text.trim())) return null
  const { text, span } = caption
  const length = text.length <= LONGEST_CAPTION ? text.length : (FIRST_SENTENCE.exec(text)?.[0].length ?? text.length)
  const line = passageLine({ ...caption, text: text.slice(0, length), span: [span[0], span[0] + length] }, 'caption')
  return length > LONGEST_CAPTION || plain(line.text) === plain(title?.text ?? '') ? null : line
}

const FIRST_SENTENCE = /^.{20,}?[.!?](?=\s+\p{Lu})/su

/** "git-push" is a name, not a caption. */
const WORDS = /^\p{Ll}+\s/u

/** A credit does not describe the picture. */
const CREDIT =
  /^(?:©|\(c\)|(?:credits?|courtesy|foto|image|photo|picture|quelle|source)s?(?: ?:| by\b| courtesy\b| credits?\b))|https?:\/\//i

/** Words that only say that it is a picture, or that name its file. */
const NAMELESS =
  /^(?:(?:an?|the|my) )?(?:alt(?:[ -]text)?|captura|diagram|drawing|figure|gif|image|img|logo|photo|pic|picture|screen ?shot|thumbnail|untitled)?[\W\d_]*(?:image|description)?$|^(?:\S+\.)?(?:avif|gif|jpe?g|png|svg|webp)$|^https?:\S+$|^[^\s_-]+(?:[_-][^\s_-]+){2,}$/i

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Assigns each sentence to the last image whose words come before it, so that the notes keep the article's order. */
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
