// Finds the captions of tables.

import type { BlockWords, Piece } from './piece.ts'
import { sliceWords } from './words.ts'

/** Marks a paragraph directly above or below a table as its caption if it begins like one: "Table 2. Costs". */
export function markTableCaptions(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece, index) => {
    const words = paragraphIn(piece)
    if (piece.type !== 'block' || words === undefined || !isTableCaption(words.text)) return piece
    const isBesideTable = [pieces[index - 1], pieces[index + 1]].some((neighbour) => isTable(neighbour))
    if (!isBesideTable) return piece
    const keyLength = KEY.exec(words.text)?.[0].length ?? 0
    return {
      ...piece,
      words: [{ ...words, ...sliceWords(words, [keyLength, words.text.length]), kind: 'caption' }],
    }
  })
}

/** Whether the text of a paragraph begins like the caption of a table, and is short enough to be one. */
export function isTableCaption(text: string): boolean {
  return text.length <= MAX_CAPTION_LENGTH && (NUMBERED.test(text) || KEY.test(text))
}

/** In UTF-16 code units. */
const MAX_CAPTION_LENGTH = 200

/** "Table 2. Costs", "Tabelle 2: Kosten" */
const NUMBERED =
  /^(?:tab(?:\.|le|elle|leau|la|ella|el|ela|ulka)?|taulukko|表)\s?[\dIVX]+(?:\.\d+)*(?:[.:：]|\s[–—-])\s*\S/iu
/** The key before a caption in Pandoc's Markdown. */
const KEY = /^(?:table)?:[ \t]+(?=\S)/iu

function paragraphIn(piece: Piece): BlockWords | undefined {
  if (piece.type !== 'block' || piece.node.type !== 'paragraph') return undefined
  const [words, ...others] = piece.words
  return words?.kind === 'prose' && others.length === 0 ? words : undefined
}

function isTable(piece: Piece | undefined): boolean {
  return piece?.type === 'block' && piece.node.type === 'table'
}
