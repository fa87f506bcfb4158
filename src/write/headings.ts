// Turns headings into titles, and into sentences for the notes.

import type { Passage } from '../model/article.ts'
import type { Sentence } from '../model/outline.ts'
import { type Context, countSlideWords } from './context.ts'
import { passageLine } from './line.ts'
import type { Heading } from './plan/slide-titles.ts'
import { MAX_TITLE_WIDTH } from './titles.ts'

/**
 * Turns a heading into a possible title; null if there is no heading or it is far too long. `isNew` is true if no
 * slide shows it yet.
 */
export function headingFrom(
  context: Context,
  passage: Passage | null,
  { isNew }: Pick<Heading, 'isNew'>,
): Heading | null {
  // A heading as long as a paragraph goes to the notes.
  if (passage === null || passage.text.length > 2 * MAX_TITLE_WIDTH) return null
  const line = passageLine(passage, 'heading')
  return { line, words: countSlideWords(context, line.text), isNew }
}

/** Turns a heading that no slide shows into a sentence for the notes. */
export function headingSentence(heading: Passage): Sentence {
  return { text: heading.text, span: heading.span, kind: 'heading', startsBlock: true }
}
