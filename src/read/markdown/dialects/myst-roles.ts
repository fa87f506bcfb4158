import type { Edit } from '../../edit-source.ts'
import type { Dialect } from './dialect.ts'
import { cut, cutAround, editsInLines } from './edit-lines.ts'

/** MyST roles, which are reduced to their text: only the words of {ref}`words <place>` are kept. */
export const mystRoles: Dialect = {
  name: 'MyST, roles',
  applies: (text) => text.includes('}`'),
  edits: (text) => editsInLines(text, /\}`/, (find) => find(ROLE).flatMap(roleEdits)),
  examples: [
    ['See {ref}`the gates <gates>` and {term}`Weir`.', 'See the gates and Weir.'],
    ['As told {cite:p}`bell1912` before.', 'As told before.'],
    ['In C, write {a} and `b`, or f{x}`y`.', 'In C, write {a} and b, or f{x}y.'],
  ],
}

const ROLE = /(?<=^|[\s(“"'])\{([a-z][\w:+.-]*)\}`([^`\n]+)`/g

/** Reduces a role to its text, without a target. The text stays code unless it is prose. A citation is removed. */
function roleEdits({ index, 0: { length }, 1: role = '', 2: content = '' }: RegExpExecArray): readonly Edit[] {
  if (/^(?:cite|footcite)/.test(role)) return [cut(index, length)]
  const backtick = index + role.length + 2
  const [words] = /^[^<>]+(?=\s<[^<>]+>$)/.exec(content) ?? []
  if (words !== undefined) return cutAround(index, length, [backtick + 1, backtick + 1 + words.length])
  return TEXT_ROLES.has(role)
    ? cutAround(index, length, [backtick + 1, index + length - 1])
    : [cut(index, backtick - index)]
}

const TEXT_ROLES: ReadonlySet<string> = new Set(['abbr', 'dfn', 'guilabel', 'menuselection', 'sub', 'sup', 'term'])
