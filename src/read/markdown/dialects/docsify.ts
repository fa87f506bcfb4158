import type { Edit } from '../../edit-source.ts'
import { linesOutsideListings } from '../scan.ts'
import type { Dialect } from './dialect.ts'

/** Hints in docsify (`?> words`, `!> words`), which become paragraphs. */
export const docsify: Dialect = {
  name: 'docsify',
  applies: (text) => /^[?!]> /m.test(text),
  edits: (text) =>
    linesOutsideListings(text).flatMap(({ text: line, start }): readonly Edit[] =>
      HINT.test(line) ? [{ span: [start, start + MARK_LENGTH], replacement: '' }] : [],
    ),
  examples: [
    ['?> Read the gauge.\n\n!> Close the gate.', 'Read the gauge.\nClose the gate.'],
    ['Is a !> b, or a ?> b?', 'Is a !> b, or a ?> b?'],
  ],
}

const HINT = /^[?!]> (?=\S)/
/** The length of the mark and the space after it. */
const MARK_LENGTH = 3
