// Finds the title of a listing in its first comment.

import type { Line } from '../model/draft.ts'
import { lineOf } from './line.ts'
import { MAX_TITLE_WIDTH } from './titles.ts'

/**
 * Returns the title that a listing's opening comment gives it: its file name, or its purpose. Null if there is no such
 * comment, if it continues on a second line, if it addresses a tool, or if it is meaningless.
 */
export function titleFromComment(text: string, lines: readonly Line[]): Line | null {
  const [first, second] = lines.filter((line) => line.text.trim() !== '')
  const [start = 0] = first?.spans[0] ?? []
  const comment = first === undefined ? null : commentIn(first.text)
  if (first === undefined || comment === null || second === undefined || commentIn(second.text) !== null) return null
  const title = comment.text.replace(/[\s.,:;*/=–—-]+$/u, '')
  const isMeaningful = FILE.test(title) || (title.match(WORD)?.length ?? 0) >= MIN_WORDS
  const [opening = ''] = /^[\p{L}']+/u.exec(title.toLowerCase().replace('’', "'")) ?? []
  if (!isMeaningful || title.length > MAX_TITLE_WIDTH || MEANINGLESS_OPENINGS.has(opening) || CODE.test(title))
    return null
  const from = start + comment.from
  const line = lineOf({ text, spans: [[from, from + title.length]], kind: 'prose', weight: first.weight })
  return { ...line, text: line.text.replaceAll('`', '') }
}

/** Returns the text of a line that is only a comment, and its offset in the line; null for any other line. */
function commentIn(line: string): { readonly text: string; readonly from: number } | null {
  const [, opening = '', comment = ''] = COMMENT.exec(line) ?? []
  const [label = ''] = FILE_LABEL.exec(comment) ?? []
  return comment === '' ? null : { text: comment.slice(label.length), from: opening.length + label.length }
}

/** Matches a line that is only a comment: `# …`, `// …`, `-- …`, `; …`, `/* … *\/`, `<!-- … -->` */
const COMMENT = /^(\s*(?:#+|\/\/+|--|;+|%+|\/\*+|<!--)\s+)(\S.*?)\s*(?:\*\/|-->)?$/

/** The label before a file name: "File: ". */
const FILE_LABEL = /^@?(?:file ?name|file)\s?:\s+(?=\S)/i

const FILE = /^(?:[\w.@-]+\/)*[\w.@-]+\.\w{1,8}$/
const WORD = /\p{L}{2,}/gu
const MIN_WORDS = 2

/** The first words of comments that address a tool or are meaningless: "rest of the code", "TODO: fix it". */
const MEANINGLESS_OPENINGS: ReadonlySet<string> = new Set(
  (
    'todo fixme xxx noqa eslint ts pylint prettier include rest previous existing your etc this it or and bad good wrong right before after ' +
    "example output result don't do instead note please previously copyright feel"
  ).split(' '),
)

/** Code that was commented out, or a tag for a tool. */
const CODE = /^[@-]|[;{}=]|^\w+\(.*\)$|=>|->|^(?:import|from|use|require|return|let|const|var|def)\b/
