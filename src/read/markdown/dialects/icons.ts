import type { Dialect } from './dialect.ts'
import { cut, editsInLines } from './edit-lines.ts'

/**
 * Icons of Material for MkDocs, such as `:material-email:{ .large }`. They are removed, because slides do not have the
 * icon fonts.
 */
export const icons: Dialect = {
  name: 'Icons of MkDocs',
  applies: (text) => HINT.test(text),
  edits: (text) => editsInLines(text, HINT, (find) => find(ICON).map(({ index, 0: { length } }) => cut(index, length))),
  examples: [
    [':material-email: Letters arrive.', 'Letters arrive.'],
    ['The gate :octicons-lock-16:{ .large } is shut.', 'The gate is shut.'],
    ['Write `:material-email:` for the icon.', 'Write :material-email: for the icon.'],
  ],
}

const HINT = /:(?:material|fontawesome|octicons|simple)-/
const ICON = /(?<![\w:/]):(?:material|fontawesome|octicons|simple)-[a-z0-9-]{1,60}:(?:\{[^{}\n]{0,80}\})?[ \t]?/g
