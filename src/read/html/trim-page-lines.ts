// Removes lines that belong to a web page rather than to its article.

import type { Nodes } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { VFile } from 'vfile'
import { endsInColon } from '../../util/ends-in-colon.ts'
import { excerptOf } from '../../util/excerpt.ts'
import { isDate } from '../dates.ts'
import type { Piece, Words } from '../piece.ts'
import { sliceWords } from '../words.ts'

/**
 * Removes from an article the lines that belong to its page: publication dates, copyright notices, links to other
 * articles, notes to editors. The first date near the top becomes the article's date. A message reports lists of links.
 */
export function trimPageLines(pieces: readonly Piece[], host: string | undefined, file: VFile): readonly Piece[] {
  const articlePieces = withoutLinkLists(pieces, host, file).filter(
    (piece) => !isCrossReference(piece, host) && !isIcon(piece),
  )
  let hasDate = false
  const datedPieces = articlePieces.flatMap((piece, index): readonly Piece[] => {
    const isNearEdge = index < EDGE_PIECES || index >= articlePieces.length - EDGE_PIECES
    const date = isNearEdge ? datelineOf(piece) : undefined
    if (!date) return [piece]
    if (index >= EDGE_PIECES || hasDate) return []
    hasDate = true
    return [{ type: 'date', words: date }]
  })
  return withoutTail(withoutPressNotes(datedPieces))
}

/**
 * Removes the label of a press release ("Press release") and what follows its line "ENDS", such as notes to editors and
 * contacts.
 */
function withoutPressNotes(pieces: readonly Piece[]): readonly Piece[] {
  const end = pieces.findIndex((piece) => /^\W*ends?\W*$/i.test(lineOf(piece)?.text ?? ''))
  if (end < 0 || end < pieces.length / 2) return pieces
  return pieces.slice(0, end).filter((piece, index) => index >= EDGE_PIECES || !isPressLabel(piece))
}

function isPressLabel(piece: Piece): boolean {
  return /^\W*(?:press release|news release|media release|for immediate release)\W*$/i.test(lineOf(piece)?.text ?? '')
}

function withoutTail(datedPieces: readonly Piece[]): readonly Piece[] {
  const end = datedPieces.findLastIndex((piece) => !isTail(piece)) + 1
  return end === 0 || datedPieces.length - end > MAX_TAIL_PIECES ? datedPieces : datedPieces.slice(0, end)
}

/** The number of pieces at the start, and at the end, in which a date belongs to the page. */
const EDGE_PIECES = 5

/** If an article ends in more headings and notices than this, they are probably an outline, and are kept. */
const MAX_TAIL_PIECES = 3

/** Whether a piece is only a link to another article on the same site, alone or after a label: "Read more: …". */
function isCrossReference(piece: Piece, host: string | undefined): boolean {
  if (piece.type !== 'block' || piece.node.type !== 'paragraph') return false
  const links = linksIn(piece.node)
  const [link] = links
  if (!link || links.length > 1 || !isOnHost(link.url, host)) return false
  const label = textOf(piece.node).replace(textOf(link), '').trim()
  return label === '' ? isHeadline(textOf(link)) : label.length <= LONGEST_LABEL && endsInColon(label)
}

/**
 * Removes the lists of other articles at the end, such as "Read also", with the labels above them, which a message
 * reports. In the middle of an article, or in a file that names no site, a list of links may be what the text is about.
 */
function withoutLinkLists(pieces: readonly Piece[], host: string | undefined, file: VFile): readonly Piece[] {
  if (host === undefined) return pieces
  let end = pieces.length
  for (let index = end - 1; index > 0 && isLinkList(pieces[index], host); index = end - 1)
    end = isLabel(pieces[index - 1]) ? index - 1 : index
  const first = pieces[end]
  if (first === undefined || end < MIN_PIECES) return pieces
  const words = first.type === 'block' ? first.words[0] : first.words
  file.info(
    `Links to other articles were left out of the deck, from "${excerptOf(words?.text ?? '')}". To mention them in the talk, write them as sentences.`,
    { place: words?.position ?? { line: 1, column: 1 }, source: 'lectern', ruleId: 'left-out' },
  )
  return pieces.slice(0, end)
}

/** A page with fewer pieces above its lists of links may be an index. */
const MIN_PIECES = 5

/** Whether a piece is a list in which every item is only a link to another article on the same site. */
function isLinkList(piece: Piece | undefined, host: string | undefined): boolean {
  if (piece?.type !== 'block' || piece.node.type !== 'list' || piece.node.children.length < MIN_LINKS) return false
  return piece.node.children.every((item) => {
    const [link, ...others] = linksIn(item)
    return link !== undefined && others.length === 0 && isOnHost(link.url, host) && textOf(link) === textOf(item).trim()
  })
}

const MIN_LINKS = 2

/** Whether a piece only announces the list below it. */
function isLabel(piece: Piece | undefined): boolean {
  if (piece?.type === 'heading') return true
  const text = piece === undefined ? undefined : lineOf(piece)?.text
  return text !== undefined && text.length <= LONGEST_LABEL_ABOVE && !/[.!。]$/.test(text)
}

/** In characters. */
const LONGEST_LABEL_ABOVE = 60

/** Whether a piece is only an emoji, such as the icon of a box. */
function isIcon(piece: Piece): boolean {
  return /^(?:\p{Extended_Pictographic}|\uFE0F|\u200D|\s)+$/u.test(lineOf(piece)?.text ?? '')
}

/** In characters. */
const LONGEST_LABEL = 30

function isHeadline(text: string): boolean {
  return text.split(/\s+/).length >= MIN_HEADLINE_WORDS && !/[.!?]$/.test(text)
}

const MIN_HEADLINE_WORDS = 4

function linksIn(node: Nodes): readonly Extract<Nodes, { type: 'link' }>[] {
  if (node.type === 'link') return [node]
  return 'children' in node ? node.children.flatMap((child) => linksIn(child)) : []
}

function isOnHost(address: string, host: string | undefined): boolean {
  return /^(?:\/(?!\/)|\.{1,2}\/)/.test(address) || (host !== undefined && hostOf(address) === host)
}

/** Returns the host of an address, without `www.`; undefined if the address is relative or invalid. */
export function hostOf(address: string): string | undefined {
  try {
    return new URL(address.startsWith('//') ? `https:${address}` : address).host.replace(/^www\./, '')
  } catch {
    return undefined
  }
}

/** Finds the date, if any, in a short line that contains little else. */
function datelineOf(piece: Piece): Words | undefined {
  const line = lineOf(piece)
  if (!line || line.text.length > LONGEST_DATELINE || /[.!?。]$/.test(line.text)) return undefined
  const words = [...line.text.matchAll(/\S+/g)]
  for (let otherWords = 0; otherWords <= Math.min(MAX_OTHER_WORDS, words.length - 1); otherWords += 1) {
    for (let first = 0; first <= otherWords; first += 1) {
      const last = words[words.length - 1 - otherWords + first]
      const start = words[first]?.index ?? 0
      const end = (last?.index ?? 0) + (last?.[0].replace(/[,،]$/u, '').length ?? 0)
      if (!isDate(line.text.slice(start, end))) continue
      // The word before a comma may look like a weekday but be a name, as in "By Ada Marsh, 3 May 2024".
      const next = words[first + 1]?.index ?? end
      const mayBeName = first > 0 && /^\p{L}+,$/u.test(words[first]?.[0] ?? '')
      return sliceWords(line, [mayBeName && isDate(line.text.slice(next, end)) ? next : start, end])
    }
  }
  return undefined
}

/** In characters. */
const LONGEST_DATELINE = 80
const MAX_OTHER_WORDS = 12

/**
 * Whether a piece at the end is not part of the article: a copyright notice, or a heading, which has no content below
 * it.
 */
function isTail(piece: Piece): boolean {
  const text = lineOf(piece)?.text
  return piece.type === 'heading' || (text !== undefined && text.length <= LONGEST_NOTICE && COPYRIGHT.test(text))
}

/** In characters. */
const LONGEST_NOTICE = 300
const COPYRIGHT = /^(?:copyright|©|ⓒ|\(c\))|©\s?(?:19|20)\d\d|[©ⓒ].{0,80}$|all rights reserved/i

/** Returns the words of a paragraph without images; undefined for any other piece. */
function lineOf(piece: Piece): Words | undefined {
  if (piece.type !== 'block' || piece.node.type !== 'paragraph' || piece.words.length !== 1) return undefined
  return piece.words[0]
}
