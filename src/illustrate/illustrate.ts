// Adds images, highlighted code and formulas to the slides of a deck.

import type { Element } from 'hast'
import type { Image } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { Article, Section } from '../model/article.ts'
import { changeBlocks } from '../model/column-blocks.ts'
import type { Deck, Slide } from '../model/deck.ts'
import type { ColumnBlock, Line, Picture, PictureContent } from '../model/draft.ts'
import type { Mark } from '../model/mark.ts'
import type { RuleId } from '../model/message-rules/message-rules.ts'
import { picturesOn } from '../model/slide-pictures.ts'
import { pointAt } from '../model/source-position.ts'
import type { Span } from '../model/span.ts'
import { formatSize } from '../util/format-size.ts'
import { createHighlighter, type Highlight } from './highlight.ts'
import { identifyImage } from './identify-image.ts'
import { identifyMedia, linkedMedia } from './identify-media.ts'
import { type ImageFault, quoteAddress, tooLarge } from './image-fault.ts'
import type { ImageSource } from './image-source.ts'
import { LIMITS } from './limits.ts'
import { type FormulaStyle, typesetFormula } from './typeset-formula.ts'

/** The sources of a deck's images. */
export interface IllustrateOptions {
  readonly article: Article
  readonly images: ImageSource
  /** Images that earlier messages have already reported as left out. */
  readonly reported?: ReadonlySet<Readonly<Image>> | undefined
}

/**
 * Loads the images on a deck's slides, highlights its listings and typesets its formulas. An image that cannot be shown
 * leaves an empty frame, with a warning at its position; images that are on no slide are reported together.
 */
export async function illustrate(
  deck: Deck,
  { article, images, reported }: IllustrateOptions,
  file: VFile,
): Promise<Deck> {
  const loadImage = imageLoader(images)
  const highlight = createHighlighter()
  const slides: Slide[] = []
  for (const slide of deck.slides) {
    if (slide.layout === 'image') slides.push(await illustrateImage(slide, loadImage, file))
    else if (slide.layout === 'comparison')
      slides.push(await illustrateColumns(slide, { loadImage, highlight, article, file }))
    else if (slide.layout === 'code') slides.push(await illustrateCode(slide, highlight))
    else if (slide.layout === 'statement') slides.push(await illustrateFormula(slide, article, file))
    else slides.push(slide)
  }
  const shown = new Set(slides.flatMap(picturesOn).map((picture) => ('image' in picture ? picture.image : null)))
  reportUnshownImages(
    imagesIn(article.root).filter((image) => !shown.has(image) && reported?.has(image) !== true),
    file,
  )
  const marks = await Promise.all(deck.marks.map((mark) => illustrateMark(mark, article, file)))
  const formulas = await formulasInNotes(slides)
  const allMarks = [...marks, ...formulas].toSorted((one, other) => one.span[0] - other.span[0])
  return { ...deck, slides, marks: allMarks }
}

/**
 * Typesets the displayed formulas in notes. A formula that cannot be typeset stays TeX, and is reported on its slide.
 */
async function formulasInNotes(slides: readonly Slide[]): Promise<readonly Mark[]> {
  const marks: Mark[] = []
  for (const { text, span } of slides.flatMap(({ note }) => note.sentences).filter(({ kind }) => kind === 'math')) {
    const formula = await typesetFormula(text, 'display')
    if (!('fault' in formula)) marks.push({ span, style: { type: 'inlineMath', formula } })
  }
  return marks
}

/** Typesets a mark's formula. Marks of other styles stay as they are. */
async function illustrateMark(mark: Mark, article: Article, file: VFile): Promise<Mark> {
  if (mark.style.type !== 'inlineMath') return mark
  const formula = await formulaAt(mark.span, { style: 'inline', article, file })
  return { ...mark, style: { type: 'inlineMath', formula } }
}

async function illustrateCode(slide: Slide<'code'>, highlight: Highlight): Promise<Slide<'code'>> {
  return { ...slide, slots: { ...slide.slots, pieces: await piecesOf(slide.slots, highlight) } }
}

function piecesOf({ lines, language }: Pick<Slide<'code'>['slots'], 'lines' | 'language'>, highlight: Highlight) {
  return highlight(
    lines.map(({ text }) => text),
    language,
  )
}

interface IllustrationContext {
  readonly loadImage: LoadImage
  readonly highlight: Highlight
  readonly article: Article
  readonly file: VFile
}

async function illustrateColumns(slide: Slide<'comparison'>, tools: IllustrationContext): Promise<Slide<'comparison'>> {
  return { ...slide, slots: await changeBlocks(slide.slots, (block) => illustrateBlock(block, tools)) }
}

async function illustrateBlock(
  block: ColumnBlock,
  { loadImage, highlight, article, file }: IllustrationContext,
): Promise<ColumnBlock> {
  if (block.type === 'code') return { ...block, pieces: await piecesOf(block, highlight) }
  if (block.type === 'formula') return { ...block, formula: await formulaOf(block.line, article, file) }
  return block.type === 'image' && 'image' in block.picture
    ? { ...block, picture: await illustratePicture(block.picture, loadImage, file) }
    : block
}

async function illustrateFormula(
  slide: Slide<'statement'>,
  article: Article,
  file: VFile,
): Promise<Slide<'statement'>> {
  const { statement } = slide.slots
  if (statement.kind !== 'math') return slide
  return { ...slide, slots: { ...slide.slots, formula: await formulaOf(statement, article, file) } }
}

async function formulaOf({ spans: [span] }: Line, article: Article, file: VFile): Promise<Element | null> {
  return span === undefined ? null : formulaAt(span, { style: 'display', article, file })
}

interface FormulaOptions {
  readonly style: FormulaStyle
  readonly article: Article
  readonly file: VFile
}

/** Typesets the formula in a span of the article; null, with a warning at its position, if that fails. */
async function formulaAt([start, end]: Span, { style, article, file }: FormulaOptions): Promise<Element | null> {
  const formula = await typesetFormula(article.text.slice(start, end), style)
  if (!('fault' in formula)) return formula
  const reason = `This formula cannot be typeset, so its TeX is shown: ${formula.fault}. Correct it.`
  file.message(reason, { place: pointAt(article, start), source: 'lectern', ruleId: 'math' })
  return null
}

async function illustrateImage(slide: Slide<'image'>, loadImage: LoadImage, file: VFile): Promise<Slide<'image'>> {
  const { picture } = slide.slots
  if ('drawing' in picture) return slide
  return { ...slide, slots: { ...slide.slots, picture: await illustratePicture(picture, loadImage, file) } }
}

async function illustratePicture(picture: Picture, loadImage: LoadImage, file: VFile): Promise<Picture> {
  const loaded = await loadImage(picture.image.url)
  if ('fact' in loaded) reportImageFault(picture.image, loaded, file)
  const content = 'fact' in loaded ? null : loaded
  if (content?.media?.data === null) reportLinkedMedia(picture.image, content.media.kind, file)
  return { ...picture, content }
}

type LoadedPicture = PictureContent | ImageFault

/** Loads the image, video or sound at an address. */
type LoadImage = (address: string) => Promise<LoadedPicture>

/** Returns a function that loads images one after another, each address once, until the deck can hold no more. */
function imageLoader(images: ImageSource): LoadImage {
  const pictures = new Map<string, LoadedPicture>()
  let usedBytes = 0
  let usedPixels = 0
  const isFull = () => usedBytes > LIMITS.allBytes || usedPixels > LIMITS.allPixels
  const load = async (address: string) => {
    const bytes = await images.bytesAt(address)
    usedBytes += 'fact' in bytes ? 0 : bytes.length
    if ('fact' in bytes) return bytes.ruleId === 'image-too-large' ? (linkedMedia(address) ?? bytes) : bytes
    return identifyMedia(bytes) ?? identifyImage(bytes)
  }
  return async (address) => {
    if (isFull()) return TOO_MANY
    const earlier = pictures.get(address)
    const picture = earlier ?? (await load(address))
    pictures.set(address, picture)
    if ('fact' in picture) return picture
    // An image shown twice is embedded twice.
    if (earlier !== undefined) usedBytes += picture.data.length
    usedPixels += picture.isDrawing ? 0 : picture.width * picture.height
    return isFull() ? TOO_MANY : picture
  }
}

const TOO_MANY = tooLarge('comes after more images than a deck can hold')

function reportImageFault({ url, position }: Image, { ruleId, fact, remedy }: ImageFault, file: VFile): void {
  file.message(`The image${quoteAddress(url)} ${fact}. ${remedy}`, messageOptions(position, ruleId))
}

function reportLinkedMedia({ url, position }: Image, kind: string, file: VFile): void {
  const fact = `The ${kind}${quoteAddress(url)} is larger than ${formatSize(LIMITS.bytes)}, so the deck links to it instead of embedding it`
  file.message(`${fact}. Keep a copy of it beside the deck.`, messageOptions(position, 'media-linked'))
}

function reportUnshownImages(images: readonly Image[], file: VFile): void {
  const [first] = images
  if (first === undefined) return
  const fact =
    images.length === 1
      ? `The image${quoteAddress(first.url)} is in a sentence, a table or a row of badges and is not shown`
      : `${images.length} images are in sentences, tables or rows of badges and are not shown; the first is here`
  file.message(
    `${fact}. To show an image, put it on a separate line.`,
    messageOptions(first.position, 'image-not-shown'),
  )
}

function messageOptions(position: Image['position'], ruleId: RuleId) {
  return { place: position, source: 'lectern', ruleId }
}

function imagesIn({ blocks, sections }: Section): Image[] {
  const images: Image[] = []
  for (const { node } of blocks) visit(node, 'image', (image) => void images.push(image))
  return [...images, ...sections.flatMap(imagesIn)]
}
