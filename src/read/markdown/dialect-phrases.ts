import type { Span } from '../../model/span.ts'
import { referenceEdits } from '../character-references.ts'
import type { Edit } from '../edit.ts'
import { LONGEST, outsideCode } from './open-lines.ts'

/**
 * What leaves of the marks inside a line that only some tools know their words: `[[Page|words]]`, `==words==`, and the roles of
 * MyST such as {ref}`words <place>`. `![[gate.png]]` becomes an image, what is between `%%` is a comment, and `---` is a dash.
 * A link that a space breaks is mended, and a character that Windows numbers is written.
 */
export function phraseEdits(line: string): readonly Edit[] {
  if (line.length > LONGEST || !MARKED.test(line)) return []
  const isWords = outsideCode(line)
  const edits = [
    ...matches(line, COMMENT).map((found) => cut(found.index, found[0].length)),
    ...matches(line, EMBED).filter(isWords).map(embedded),
    ...matches(line, WIKI_LINK).filter(isWords).flatMap(linked),
    ...matches(line, HIGHLIGHT).filter(isWords).flatMap(highlighted),
    ...matches(line, ROLE).filter(isWords).flatMap(spoken),
    ...matches(line, PARTED).filter(isWords).map(joined),
    ...matches(line, SPACED).filter(isWords).flatMap(escaped),
    ...matches(line, WINDOWS).filter(isWords).flatMap(decoded),
    ...(line.includes('|') ? [] : matches(line, DASH))
      .filter(isWords)
      .map(({ index, 0: { length } }): Edit => ({ span: [index, index + length], by: '—' })),
  ]
  let end = 0
  return edits
    .toSorted((one, other) => one.span[0] - other.span[0])
    .filter(({ span }) => {
      const isFree = span[0] >= end
      if (isFree) end = span[1]
      return isFree
    })
}

const MARKED = /\[\[|==|\}`|%%| --- |\]\([^()]* |\] \(http|&#1[2-5]/

const COMMENT = /%%[^%]*%%/g
const EMBED = /!\[\[([^[\]|#\n]+)(?:#[^[\]|\n]*)?(?:\|[^[\]\n]*)?\]\]/g

/** A name of two words, with a capital, or with words of its own: `[[nodiscard]]` is code. */
const WIKI_LINK =
  /(?<!!)\[\[(?=[^[\]|\n]*[\p{Lu} /#]|[^[\]|\n]*\|)([\p{L}\p{N}][^[\]|\n]*?)(?:\|([^[\]|\n]+))?\]\](?!\()/gu
const HIGHLIGHT = /(?<=^|[\s(])==(?=\S)([^=\n]+?)(?<=\S)==(?=$|[\s).,;:!?])/g
const ROLE = /(?<=^|[\s(“"'])\{([a-z][\w:+.-]*)\}`([^`\n]+)`/g

/** `[words] (https://…)` */
const PARTED = /\[[^[\]\n]{1,300}\] (?=\(https?:\/\/[^()\s]+\))/g
/** `[words](a page.html)`; what stands in quotation marks behind an address is its title. */
const SPACED = /(?<=\[[^[\]\n]{1,300}\]\()(?=[^()\n]*[/.])[\w./:#%?=&~+-]+(?: [\w./:#%?=&~+-]+)+(?=\))/g
const WINDOWS = /&#1[2-5]\d;/g

/** Three hyphens between words; not those of a table. */
const DASH = /(?<=[\p{L}\p{N}.,;:!?)"'’”*_] )---(?= [\p{L}\p{N}("'“*_[])/gu

function matches(line: string, pattern: RegExp): readonly RegExpExecArray[] {
  return [...line.matchAll(pattern)]
}

function cut(start: number, length: number): Edit {
  return { span: [start, start + length], by: '' }
}

/** All of a stretch cut but what stands inside it. */
function cutAround(index: number, length: number, [from, to]: Span): readonly Edit[] {
  return [cut(index, from - index), cut(to, index + length - to)]
}

function joined({ index, 0: { length } }: RegExpExecArray): Edit {
  return cut(index + length - 1, 1)
}

function escaped({ index, 0: address }: RegExpExecArray): readonly Edit[] {
  return matches(address, / /g).map((space): Edit => {
    const at = index + space.index
    return { span: [at, at + 1], by: '%20' }
  })
}

function decoded({ index, 0: reference }: RegExpExecArray): readonly Edit[] {
  return referenceEdits(reference).map(({ by }): Edit => ({ span: [index, index + reference.length], by }))
}

function embedded({ index, 0: { length }, 1: name = '' }: RegExpExecArray): Edit {
  return IMAGE.test(name) ? { span: [index, index + length], by: `![](<${name.trim()}>)` } : cut(index, length)
}

const IMAGE = /\.(?:avif|gif|jpe?g|png|svg|webp)\s*$/i

function linked({ index, 0: { length }, 1: target = '', 2: words }: RegExpExecArray): readonly Edit[] {
  const end = index + length - 2
  const start = words === undefined ? index + 2 : end - words.length
  // "[[Gates#Lower]]": the page, not the place in it.
  const to = words === undefined && target.includes('#') ? start + target.indexOf('#') : end
  return cutAround(index, length, [start, to])
}

function highlighted({ index, 0: { length } }: RegExpExecArray): readonly Edit[] {
  return cutAround(index, length, [index + 2, index + length - 2])
}

/** What a role says: a name stays code, what it leads to goes, and a source that it cites is not said at all. */
function spoken({ index, 0: { length }, 1: role = '', 2: inside = '' }: RegExpExecArray): readonly Edit[] {
  if (/^(?:cite|footcite)/.test(role)) return [cut(index, length)]
  const open = index + role.length + 2
  const [words] = /^[^<>]+(?=\s<[^<>]+>$)/.exec(inside) ?? []
  if (words !== undefined) return cutAround(index, length, [open + 1, open + 1 + words.length])
  return PLAIN.has(role) ? cutAround(index, length, [open + 1, index + length - 1]) : [cut(index, open - index)]
}

const PLAIN: ReadonlySet<string> = new Set(['abbr', 'dfn', 'guilabel', 'menuselection', 'sub', 'sup', 'term'])
