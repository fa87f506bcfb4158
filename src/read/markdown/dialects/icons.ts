import type { Edit } from '../../edit-source.ts'
import { LONGEST_SEARCHED, outsideCodeTest } from '../code-spans.ts'
import { linesOutsideListings } from '../scan.ts'
import type { Dialect } from './dialect.ts'

/** Icons of Material for MkDocs, such as `:material-email:{ .large }`: removed, because a slide has no such font. */
export const icons: Dialect = {
  name: 'Icons of MkDocs',
  applies: (text) => HINT.test(text),
  edits: editsOf,
  examples: [
    [':material-email: Letters arrive.', 'Letters arrive.'],
    ['The gate :octicons-lock-16:{ .large } is shut.', 'The gate is shut.'],
    ['Write `:material-email:` for the icon.', 'Write :material-email: for the icon.'],
  ],
}

function editsOf(text: string): readonly Edit[] {
  return linesOutsideListings(text).flatMap(({ text: line, start }): readonly Edit[] => {
    if (line.length > LONGEST_SEARCHED || !HINT.test(line)) return []
    const isOutsideCode = outsideCodeTest(line)
    return [...line.matchAll(ICON)]
      .filter(isOutsideCode)
      .map(({ index, 0: { length } }) => ({ span: [start + index, start + index + length], replacement: '' }))
  })
}

const HINT = /:(?:material|fontawesome|octicons|simple)-/
const ICON = /(?<![\w:/]):(?:material|fontawesome|octicons|simple)-[a-z0-9-]{1,60}:(?:\{[^{}\n]{0,80}\})?[ \t]?/g
