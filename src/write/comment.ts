import type { Line } from '../model/draft.ts'
import { lineOf } from './line.ts'
import { LONGEST_TITLE } from './titles.ts'

/**
 * What the comment says that a listing begins with, as its title: the name of its file, or what it does. Null where it begins with
 * none, where that goes on in a second line or is a command to a machine, and where all the rest is comments too.
 */
export function openingComment(text: string, lines: readonly Line[]): Line | null {
  const [first, second] = lines.filter((line) => line.text.trim() !== '')
  const [start = 0] = first?.spans[0] ?? []
  const said = first === undefined ? null : commentIn(first.text)
  if (first === undefined || said === null || second === undefined || commentIn(second.text) !== null) return null
  const spoken = said.text.replace(/[\s.,:;*/=–—-]+$/u, '')
  const says = FILE.test(spoken) || (spoken.match(WORD)?.length ?? 0) >= LEAST_WORDS
  if (!says || spoken.length > LONGEST_TITLE || IDLE.test(spoken) || CODE.test(spoken)) return null
  const from = start + said.from
  const line = lineOf({ text, spans: [[from, from + spoken.length]], kind: 'prose', weight: first.weight })
  return { ...line, text: line.text.replaceAll('`', '') }
}

/** The words of a line that is nothing but a comment, and where in it they begin. */
function commentIn(line: string): { readonly text: string; readonly from: number } | null {
  const [, mark = '', said = ''] = COMMENT.exec(line) ?? []
  const [label = ''] = LABEL.exec(said) ?? []
  return said === '' ? null : { text: said.slice(label.length), from: mark.length + label.length }
}

/** `# …`, `// …`, `-- …`, `; …`, `/* … *\/`, `<!-- … -->` */
const COMMENT = /^(\s*(?:#+|\/\/+|--|;+|%+|\/\*+|<!--)\s+)(\S.*?)\s*(?:\*\/|-->)?$/

/** What only tells that a name follows. */
const LABEL = /^@?(?:file ?name|file)\s?:\s+(?=\S)/i

const FILE = /^(?:[\w.@-]+\/)*[\w.@-]+\.\w{1,8}$/
const WORD = /\p{L}{2,}/gu
const LEAST_WORDS = 2

/** What a comment says to a machine, or of nothing: "rest of the code", "TODO: fix it". */
const IDLE =
  /^(?:-\*-|@|todo|fixme|xxx|noqa|eslint|ts-|type:|pylint|prettier|include\b|rest of|previous code|existing code|your code|etc|this (?:is|will|does|should|would)|it|or\b|and\b|bad|good|wrong|right|before|after|example|output|result|don['’]t|do not|feel free|instead|note\b|please|previously|copyright)/i

/** A line of code that was put out of use. */
const CODE = /[;{}=]|^\w+\(.*\)$|=>|->|^(?:import|from|use|require|return|let|const|var|def)\b/
