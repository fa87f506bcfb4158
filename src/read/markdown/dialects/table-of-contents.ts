import type { Edit } from '../../edit-source.ts'
import { linesOutsideListings } from '../scan.ts'
import type { Dialect } from './dialect.ts'

/** Placeholders for a table of contents, as in Python-Markdown and GitLab, which are removed. */
export const tableOfContents: Dialect = {
  name: 'placeholders for a table of contents',
  applies: (text) => /^ {0,3}\[\[?_?TOC/im.test(text),
  edits: (text) =>
    linesOutsideListings(text).flatMap(({ text: line, start }): readonly Edit[] =>
      PLACEHOLDER.test(line) ? [{ span: [start, start + line.length], replacement: '' }] : [],
    ),
  examples: [
    ['[TOC]\n\n[[_TOC_]]\n\nThe gauge rose.', 'The gauge rose.'],
    ['The mark [TOC] stands for a table of contents.', 'The mark [TOC] stands for a table of contents.'],
  ],
}

const PLACEHOLDER = /^ {0,3}(?:\[TOC\]|\[\[_?TOC_?\]\])\s*$/i
