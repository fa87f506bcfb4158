// Finds front matter in the forms that site generators and editors use.

import type { Span } from '../../model/span.ts'
import { LIMITS } from '../limits.ts'
import { parseAssignments } from './assignments.ts'
import { lengthOfKeyLines, parseKeyLines } from './key-lines.ts'
import type { ParsedFrontMatter } from './parsed-front-matter.ts'
import { parseTomlValues } from './toml.ts'
import { parseYamlValues } from './yaml.ts'

/** Front matter found at the top of a text. */
export interface FoundBlock {
  readonly span: Span
  /** The offset at which the article begins, after the mark that closes the front matter. */
  readonly end: number
  readonly parse: Parse
}

type Parse = (text: string) => ParsedFrontMatter

/** Finds front matter in one form. Returns null if there is none. */
type FindBlock = (text: string) => FoundBlock | null

interface Form {
  /** Matches from the start of the text to the start of the front matter. */
  readonly opening: RegExp
  /** Matches at the end of the front matter, including the mark that closes it, if there is one. */
  readonly closing: RegExp
  /** Matches from the start of the front matter to the first key. It does not match a paragraph between two rules. */
  readonly key: RegExp
  readonly parse: Parse
}

function blockFinder({ opening, closing, key, parse }: Form): FindBlock {
  return (text) => {
    const [opened] = opening.exec(text) ?? []
    if (opened === undefined) return null
    const start = opened.length
    const rest = text.slice(start)
    const closed = key.test(rest) ? closing.exec(rest) : null
    if (closed === null) return null
    const end = start + closed.index
    return { span: [start, end], end: end + closed[0].length, parse }
  }
}

/** Lines with keys at the top, up to a blank line, or up to a line of hyphens, as in Hexo. */
export const KEY_LINES: FindBlock = (text) => {
  const start = text.search(/\S|$/)
  const end = start + lengthOfKeyLines(text.slice(start))
  if (end === start) return null
  const [closing] = /^(?:-{3,}[ \t]*(?=\n|$)|(?=\s|$))/.exec(text.slice(end)) ?? []
  return closing === undefined ? null : { span: [start, end], end: end + closing.length, parse: parseKeyLines }
}

/** Lines with keys in a comment, as in Nikola and Pico. */
const KEY_LINES_IN_COMMENT: FindBlock = (text) => {
  const [opening] = /^\s*(?:<!--|\/\*)[ \t]*\n/.exec(text) ?? []
  if (opening === undefined) return null
  const end = opening.length + lengthOfKeyLines(text.slice(opening.length))
  const [closing] = /^\s*(?:-->|\*\/)[ \t]*(?:\n|$)/.exec(text.slice(end)) ?? []
  if (end === opening.length || closing === undefined) return null
  return { span: [opening.length, end], end: end + closing.length, parse: parseKeyLines }
}

/** Finds an object in braces, as in JSON or an MDX file, unless it contains code that would have to be run. */
function objectFinder(opening: RegExp): FindBlock {
  const find = blockFinder({ opening, closing: /(?<=^\});?[ \t]*$/m, key: OBJECT_WITH_TITLE, parse: parseYamlValues })
  return (text) => {
    const block = find(text)
    const written = block === null ? '' : text.slice(...block.span)
    const isData = written.length <= LIMITS.frontMatter && parseYamlValues(written).error === undefined
    return isData ? block : null
  }
}

/** An object with a title. It is parsed as YAML, because JSON is also YAML. */
const OBJECT_WITH_TITLE = /^\{[ \t]*\n(?:[^}]*\n)?[ \t]*["']?title["']?[ \t]*:/

const COMMENTS = String.raw`^(?:[ \t]*(?:#.*)?\n)*`
const YAML_KEY = new RegExp(String.raw`${COMMENTS}["']?[\p{L}_][^\n:]{0,100}:(?:[ \t\n]|$)`, 'u')
const TOML_KEY = new RegExp(String.raw`${COMMENTS}(?:\[|["'\w.-]+[ \t]*=)`)
/** Stricter than `TOML_KEY`, because lines of hyphens may also be rules around a paragraph. */
const TOML_KEY_AND_VALUE = new RegExp(String.raw`${COMMENTS}["'\w-][\w."'-]*[ \t]*= *["'[{\w]`)

/** A line of three hyphens. */
const RULE = /^---[ \t]*$/m

/** All forms, in the order in which they are tried. */
export const FORMS: readonly FindBlock[] = [
  blockFinder({
    opening: /^(?:[ \t]*\n)*---(?:--)?(?:ya?ml)?[ \t]*\n/,
    // Nanoc uses five hyphens.
    closing: /^(?:---(?:--)?|\.\.\.)[ \t]*$/m,
    key: YAML_KEY,
    parse: parseYamlValues,
  }),
  blockFinder({
    opening: /^(?:[ \t]*\n)*\+\+\+[ \t]*\n/,
    closing: /^\+\+\+[ \t]*$/m,
    key: TOML_KEY,
    parse: parseTomlValues,
  }),
  blockFinder({
    opening: /^(?:[ \t]*\n)*---(?:toml)?[ \t]*\n/,
    closing: RULE,
    key: TOML_KEY_AND_VALUE,
    parse: parseTomlValues,
  }),
  blockFinder({
    opening: /^(?:[ \t]*\n)*---js(?:on)?[ \t]*\n/,
    closing: RULE,
    key: /^\s*\{/,
    parse: parseYamlValues,
  }),
  objectFinder(/^(?:[ \t]*\n)*(?=\{)/),
  objectFinder(/^(?:[ \t]*\n|import [^\n]*\n)*export const (?:frontmatter|meta|metadata) = (?=\{)/i),
  // Zine: `.title = "The lock",`
  blockFinder({
    opening: /^(?:[ \t]*\n)*---[ \t]*\n/,
    closing: RULE,
    key: /^(?:[ \t]*(?:\/\/.*)?\n)*\.[a-z_]\w*[ \t]*=/i,
    parse: parseLiterals,
  }),
  // Franklin: lines such as `@def title = "The lock"`, and indented lines below them.
  blockFinder({
    opening: /^(?:[ \t]*\n)*(?=@def )/,
    closing: /^(?!@def |[ \t]|[\])]|"""|$)|(?![\s\S])/m,
    key: /^@def [\p{L}_][\p{L}\d_]*[ \t]*=/u,
    parse: parseLiterals,
  }),
  KEY_LINES_IN_COMMENT,
]

function parseLiterals(text: string): ParsedFrontMatter {
  return parseAssignments(text) ?? { values: {}, places: [], error: { reason: NO_LITERAL, offset: 0 } }
}

const NO_LITERAL =
  'The front matter cannot be read. Write each value as text in quotes, a number, a date or a list, on lines of its own.'
