// Turns bold lines above paragraphs into headings.

import type { Paragraph, PhrasingContent } from 'mdast'
import type { Piece } from './piece.ts'

/** Turns bold lines above paragraphs into headings, but only in an article that has no headings. */
export function withBoldHeadings(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.some(({ type }) => type === 'heading') ? pieces : toHeadings(pieces, isBoldLine)
}

/**
 * Turns bold lines above paragraphs into headings one level below the heading of their section. Questions stay prose,
 * because in an interview every bold line is a question.
 */
export function withBoldSubheadings(pieces: readonly Piece[]): readonly Piece[] {
  return toHeadings(pieces, (piece) => isBoldLine(piece) && !isQuestion(piece))
}

function isQuestion(piece: Piece): boolean {
  return piece.type === 'block' && /[?？]$/u.test(piece.words[0]?.text ?? '')
}

function toHeadings(pieces: readonly Piece[], isCandidate: (piece: Piece) => boolean): readonly Piece[] {
  const isHeading = pieces.map((piece, index) => isCandidate(piece) && isAboveProse(pieces, index))
  if (isHeading.filter(Boolean).length < MIN_BOLD_LINES) return pieces
  let sectionLevel = 1
  return pieces.map((piece, index): Piece => {
    if (piece.type === 'heading') sectionLevel = piece.level
    const [words] = piece.type === 'block' ? piece.words : []
    if (!words || !isHeading[index]) return piece
    const isTitle = index === 0 && isShortLine(pieces[1])
    return { type: 'heading', level: isTitle ? 1 : Math.min(sectionLevel + 1, DEEPEST_LEVEL), words }
  })
}

/** Whether a piece is a short line without final punctuation, such as a subtitle or an author under a title. */
function isShortLine(piece: Piece | undefined): boolean {
  const [words, ...others] = piece?.type === 'block' && piece.node.type === 'paragraph' ? piece.words : []
  return (
    words !== undefined && others.length === 0 && words.text.length <= LONGEST_HEADING && !/[.:;!?…]$/u.test(words.text)
  )
}

const DEEPEST_LEVEL = 6

/** The minimum number of bold lines that are headings. A single one may be a lede or an exclamation. */
const MIN_BOLD_LINES = 2

function isBoldLine(piece: Piece): boolean {
  if (piece.type !== 'block' || piece.node.type !== 'paragraph' || piece.words.length !== 1) return false
  const text = piece.words[0]?.text ?? ''
  return (
    isBold(piece.node) && text.length <= LONGEST_HEADING && /\p{L}{2}/u.test(text) && !/[.:;,!…。：；，！]$/u.test(text)
  )
}

/** In characters. */
const LONGEST_HEADING = 80

function isBold(paragraph: Paragraph): boolean {
  const children = paragraph.children.filter(
    (child) => child.type !== 'break' && (child.type !== 'text' || child.value.trim() !== ''),
  )
  return children.length > 0 && children.every(isStrong)
}

function isStrong(child: PhrasingContent): boolean {
  return (
    child.type === 'strong' || ((child.type === 'emphasis' || child.type === 'link') && child.children.every(isStrong))
  )
}

/** Whether the next piece is prose, or a picture above prose. */
function isAboveProse(pieces: readonly Piece[], index: number): boolean {
  const next = pieces[index + 1]
  return isProse(next) || (next !== undefined && isPicture(next) && isProse(pieces[index + 2]))
}

function isPicture(piece: Piece): boolean {
  return piece.type === 'block' && piece.words.length === 0 && piece.node.type === 'paragraph'
}

/** Whether a piece is a block with words, other than code or a bold line. */
function isProse(piece: Piece | undefined): boolean {
  return piece?.type === 'block' && !isBoldLine(piece) && piece.node.type !== 'code' && piece.words.length > 0
}
