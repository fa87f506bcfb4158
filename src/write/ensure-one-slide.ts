import type { Article } from '../model/article.ts'
import type { Draft } from '../model/draft.ts'
import type { DraftOrNotes } from './draft-or-notes.ts'
import { lineOf, passageLine } from './line.ts'

/**
 * If there would be no body slide at all, as in an article of one word, shows the article's first sentence of prose
 * unless it is too long.
 */
export function ensureOneSlide(pieces: readonly DraftOrNotes[], article: Article): readonly DraftOrNotes[] {
  if (pieces.some((piece) => piece.type === 'draft' && piece.purpose === 'body')) return pieces
  const index = pieces.findIndex(({ noteSentences }) => noteSentences.some(({ kind }) => kind === 'prose'))
  const piece = pieces[index]
  const first = piece?.noteSentences.find(({ kind }) => kind === 'prose')
  if (piece === undefined || first === undefined || first.text.length > MAX_SENTENCE_LENGTH) return pieces
  const heading =
    piece.noteSentences.findLast(({ kind, span }) => kind === 'heading' && span[0] < first.span[0]) ?? article.title
  const draft: Draft = {
    type: 'draft',
    purpose: 'body',
    part: 0,
    title: heading === undefined ? null : passageLine(heading, 'heading'),
    content: {
      type: 'statement',
      statement: lineOf({ text: article.text, spans: [first.span], kind: 'prose', weight: 1 }),
      source: null,
    },
    noteSentences: piece.noteSentences,
  }
  return pieces.with(index, draft)
}

/** In UTF-16 code units. A longer sentence is not shown. */
const MAX_SENTENCE_LENGTH = 200
