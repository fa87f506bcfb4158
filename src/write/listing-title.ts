// Finds the title of a listing in its first comment.

import type { Line } from '../model/draft.ts'
import { wordSet } from '../util/word-set.ts'
import { lineOf } from './line.ts'
import { MAX_TITLE_WIDTH } from './titles.ts'

/**
 * Returns the title that a listing's opening comment gives it. Null if there is no such
 * comment, if it continues on a second line, if it addresses a tool, or if it is meaningless.
 */
export function titleFromComment(text: string, lines: readonly Line[]): Line | null {
  const [first, second] = lines.filter((line) => line.text.trim() !== '')
  const [start = 0] = first?.spans[0] ?? []
  const comment = first === undefined ? null : commentIn(first.text)
  if (first === undefined || comment === null || second === undefined || commentIn(second.text) !== null) return null
  const title = comment.text.replace(/[\s.,:;*/=–—-]+$/u, '')
  const isMeaningful = (title.match(WORD)?.length ?? 0) >= MIN_WORDS && !/^[@-]|[;{}=]/.test(title)
  const [opening = ''] = /^[\p{L}']+/u.exec(title.toLowerCase().replace('’', "'")) ?? []
  if (!isMeaningful || title.length > MAX_TITLE_WIDTH || MEANINGLESS_OPENINGS.has(opening)) return null
  const from = start + comment.from
  const line = lineOf({ text, spans: [[from, from + title.length]], kind: 'prose', weight: first.weight })
  return { ...line, text: line.text.replaceAll('`', '') }
}

/** Returns the text of a line that is only a comment, and its offset in the line; null for any other line. */
function commentIn(line: string): { readonly text: string; readonly from: number } | null {
  const [, opening = '', text = ''] = COMMENT.exec(line) ?? []
  return text === '' ? null : { text, from: opening.length }
}

/** Matches a line that is only a comment: `# …`, `// …`, `-- …`, `; …`, `/* … *\/`, `<!-- … -->` */
const COMMENT = /^(\s*(?:#+|\/\/+|--|;+|%+|\/\*+|<!--)\s+)(\S.*?)\s*(?:\*\/|-->)?$/

const WORD = /\p{L}{2,}/gu
const MIN_WORDS = 2

/** The first words of comments that address a tool, are code or are meaningless: "rest of the code", "TODO: fix it". */
const MEANINGLESS_OPENINGS: ReadonlySet<string> = wordSet(
  'todo fixme xxx noqa eslint ts pylint prettier include rest previous existing your etc this it or and bad good wrong right before after ' +
    "example output result don't do instead note please previously copyright feel import from use require return let const var def",
)
