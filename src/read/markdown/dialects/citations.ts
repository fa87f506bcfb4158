import type { Edit } from '../../edit-source.ts'
import type { Dialect } from './dialect.ts'
import { cut, editsInLines } from './edit-lines.ts'

/**
 * Citations of Pandoc and Quarto, which are reduced to the keys of their sources: "[-@smith2020, p. 3]" and
 * "@smith2020". A key without a year keeps its at sign, so that it is still recognised as a key.
 */
export const citations: Dialect = {
  name: 'Pandoc, citations',
  applies: (text) => /\[(?:[^[\]@\n]{0,60}[ ;-])?@\w/.test(text),
  edits: (text) =>
    editsInLines(text, /@/, (find, line) =>
      find(CITED_KEY).flatMap(({ index, 1: hyphen = '', 2: key = '' }): readonly Edit[] => {
        const removed = `${hyphen}${HAS_YEAR.test(key) ? '@' : ''}`
        if (removed !== '@' || !SENTENCE_START.test(line.slice(0, index)))
          return removed === '' ? [] : [cut(index, removed.length)]
        return [{ span: [index, index + 2], replacement: key.charAt(0).toUpperCase() }]
      }),
    ),
  examples: [
    ['Notes help [see @smith2020, p. 3; -@knuth].', 'Notes help [see smith2020, p. 3; @knuth].'],
    ['As @smith2020 says, notes help [-@smith2020].', 'As smith2020 says, notes help [smith2020].'],
    ['Notes [@bell1912] help. @urry2021 disagrees.', 'Notes [bell1912] help. Urry2021 disagrees.'],
    ['Thanks to [@smith2020](https://example.org) and [@knuth].', 'Thanks to @smith2020 and [@knuth].'],
  ],
}

/**
 * A citation: an at sign and a key, with or without a hyphen before them. E-mail addresses and link texts are not
 * citations.
 */
const CITED_KEY = /(?<![\w.@/])(-?)@(\w(?:[\w:.#$%&+?<>~/-]*\w)?)(?!\]\()/g

const HAS_YEAR = /(?:1[5-9]|20)\d\d(?!\d)/

const SENTENCE_START = /(?:^\s*|[.!?][)\]"'”’]* +)$/
