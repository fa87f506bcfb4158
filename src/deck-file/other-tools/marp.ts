// Rewrites Marp decks as deck files.

import type { Edit } from '../../read/edit-source.ts'
import { namesServer } from '../../util/web-address.ts'
import { optionsComment } from '../slide-options.ts'
import { type DeckLine, linesOf, replaceLine } from './deck-lines.ts'
import type { DeckToRewrite } from './deck-to-rewrite.ts'
import { type DirectiveBackground, rewriteComments } from './marp-comments.ts'
import { backgroundIn, coloursIn, dividerLevelsIn } from './marp-directives.ts'

/** Rewrites the directives, comments and headings of a Marp deck as Lectern writes them. */
export function rewriteMarp({ text, values, frontMatterText, report }: DeckToRewrite): readonly Edit[] {
  const lines = linesOf(text)
  const comments = rewriteComments(text, lines, report)
  const images = rewriteImages(lines)
  const dividerLevels = new Set([...dividerLevelsIn(values.headingDivider), ...comments.dividerLevels])
  const dividers = new Set(lines.filter((line) => isDivider(line, dividerLevels)).map(({ start }) => start))
  const slides = slidesIn(lines, dividers)
  const slideImages = slides.map((slide, index) => {
    const slideBackgrounds = images.backgrounds.filter(({ offset }) => isOn(slide, offset))
    return divideImages(slideBackgrounds, index === 0)
  })
  for (const { offset, background } of slideImages.flatMap(({ backgrounds }) => backgrounds))
    if (namesServer(background)) report('remote', offset)
  return [
    ...underlinedHeadingEdits(lines),
    ...comments.edits,
    ...images.edits,
    ...slides.flatMap((slide, index) => pictureEdits(slide, slideImages[index]?.pictures ?? [], lines)),
    ...[...dividers].map((start): Edit => ({ span: [start, start], replacement: '\n\n---\n\n' })),
    ...optionEdits({
      lines,
      slides,
      backgrounds: [...comments.backgrounds, ...slideImages.flatMap(({ backgrounds }) => backgrounds)],
      initialBackground: backgroundIn({ ...values, ...coloursIn(frontMatterText) }),
    }),
  ]
}

/**
 * Inserts pictures at the end of a slide. If one of them belongs on the left, inserts all of them directly below the
 * heading instead, because Lectern shows pictures in that position on the left.
 */
function pictureEdits(
  slide: MarpSlide,
  pictures: readonly BackgroundImage[],
  lines: readonly DeckLine[],
): readonly Edit[] {
  const heading = lines.find(({ start, text, isCode }) => isOn(slide, start) && !isCode && /^#{1,6}\s/.test(text))
  const start = heading === undefined ? slide.start : heading.start + heading.text.length
  const offset = pictures.some(({ isLeft }) => isLeft) ? start : slide.end
  return pictures.map(
    ({ background }): Edit => ({ span: [offset, offset], replacement: `\n\n![](<${background}>)\n\n` }),
  )
}

/** The range of a slide, as offsets; `end` is exclusive. */
interface MarpSlide {
  readonly start: number
  readonly end: number
}

/** Finds the slides between rules and headings that begin a slide. */
function slidesIn(lines: readonly DeckLine[], dividers: ReadonlySet<number>): readonly MarpSlide[] {
  const slides: MarpSlide[] = []
  let start = 0
  for (const line of lines) {
    const isRule = !line.isCode && /^(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/.test(line.text)
    if (!isRule && !dividers.has(line.start)) continue
    slides.push({ start, end: line.start })
    start = line.start + (isRule ? line.text.length : 0)
  }
  const last = lines.at(-1)
  return [...slides, { start, end: last === undefined ? start : last.start + last.text.length }]
}

function isOn({ start, end }: MarpSlide, offset: number): boolean {
  return offset >= start && offset < end
}

/** A `bg` image. */
interface BackgroundImage extends DirectiveBackground {
  /** Whether the image is beside the text. */
  readonly isBeside: boolean
  readonly isLeft: boolean
}

/**
 * Divides the `bg` images of a slide into its background and its pictures, which are the images beside the text or
 * beside each other. The title slide has no room for pictures, so its first image is the background.
 */
function divideImages(
  images: readonly BackgroundImage[],
  isTitle: boolean,
): {
  readonly backgrounds: readonly BackgroundImage[]
  readonly pictures: readonly BackgroundImage[]
} {
  const areBeside = images.some(({ isBeside }) => isBeside)
  const behind = isTitle ? images.slice(0, 1) : areBeside ? [] : images
  const backgrounds = behind.length === 1 ? behind : []
  return { backgrounds, pictures: images.filter((image) => !backgrounds.includes(image)) }
}

/** Turns paragraphs underlined with hyphens into headings. */
function underlinedHeadingEdits(lines: readonly DeckLine[]): readonly Edit[] {
  return lines.flatMap((line, index): readonly Edit[] => {
    const previous = lines[index - 1]
    const isUnderlined =
      previous !== undefined &&
      !line.isCode &&
      /^-{2,}\s*$/.test(line.text) &&
      /^[^\s#>|<*+-]/.test(previous.text) &&
      !/^\d+[.)]/.test(previous.text)
    if (!isUnderlined) return []
    return [{ span: [previous.start, previous.start], replacement: '## ' }, replaceLine(line, '')]
  })
}

/** Removes `bg` images, and Marp's keywords from the alternative text of other images. */
function rewriteImages(lines: readonly DeckLine[]): {
  readonly edits: readonly Edit[]
  readonly backgrounds: readonly BackgroundImage[]
} {
  const edits: Edit[] = []
  const backgrounds: BackgroundImage[] = []
  for (const line of lines) {
    if (line.isCode) continue
    for (const { index, 0: match, 1: alt = '', 2: bracketed, 3: bare = '' } of line.text.matchAll(IMAGE)) {
      const url = bracketed ?? bare
      const offset = line.start + index
      const span = [offset, offset + match.length] as const
      const words = alt.split(/\s+/).filter((word) => word !== '' && !IMAGE_KEYWORD.test(word))
      if (/\bbg\b/.test(alt)) {
        const isBeside = /(?:^|\s)(?:left|right)(?=[\s:]|$)/.test(alt)
        const isLeft = /(?:^|\s)left(?=[\s:]|$)/.test(alt)
        backgrounds.push({ offset, background: url, isPersistent: false, isBeside, isLeft })
        edits.push({ span, replacement: '' })
      } else if (words.join(' ') !== alt || url.includes(' '))
        edits.push({ span, replacement: `![${words.join(' ')}](<${url}>)` })
    }
  }
  return { edits, backgrounds }
}

/** An image. Its address may contain spaces, which Markdown allows only in angle brackets. */
const IMAGE =
  /!\[([^\]]*)\]\(\s*(?:<([^<>]+)>|((?:[^\s()<>"']|\([^\s()<>]*\)| (?=[^\s()"'<>]))+))(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/g

/** Whether a line is a heading of a level that begins a slide. */
function isDivider({ text, isCode }: DeckLine, dividerLevels: ReadonlySet<number>): boolean {
  const level = /^(#{1,6})\s/.exec(text)?.[1]?.length
  return !isCode && level !== undefined && dividerLevels.has(level)
}

interface MarpOptions {
  readonly lines: readonly DeckLine[]
  readonly slides: readonly MarpSlide[]
  readonly backgrounds: readonly DirectiveBackground[]
  /** The background that the front matter asks for. */
  readonly initialBackground: string | undefined
}

/**
 * Writes a comment with options above each slide that needs one. In Marp, the items of lists with `*` or `1)` appear
 * one by one, so such slides get `steps`.
 */
function optionEdits({ lines, slides, backgrounds, initialBackground }: MarpOptions): readonly Edit[] {
  let currentBackground = initialBackground
  return slides.flatMap((slide): readonly Edit[] => {
    const { start, end } = slide
    const slideBackgrounds = backgrounds.filter(
      ({ offset, background }) => isOn(slide, offset) && !namesServer(background),
    )
    currentBackground = slideBackgrounds.findLast(({ isPersistent }) => isPersistent)?.background ?? currentBackground
    const slideBackground = slideBackgrounds.find(({ isPersistent }) => !isPersistent)?.background ?? currentBackground
    const isStepped = lines.some(
      (line) => line.start >= start && line.start < end && !line.isCode && /^(?:\*|\d+\))\s+\S/.test(line.text),
    )
    const comment = optionsComment({
      ...(slideBackground !== undefined && { background: slideBackground }),
      ...(isStepped && { steps: true }),
    })
    return comment === null ? [] : [{ span: [start, start], replacement: `\n\n${comment}\n\n` }]
  })
}

const IMAGE_KEYWORD =
  /^(?:bg|left|right|vertical|fit|contain|cover|auto|(?:left|right|w|h|width|height|blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia):\S+|(?:blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)|\d+%)$/
