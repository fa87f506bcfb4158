import type { Edit } from '../../edit-source.ts'
import { isBlank, type ScannedLine, scan } from '../scan.ts'
import type { Dialect } from './dialect.ts'
import { cut, cutAround, editsInLines, withoutOverlaps } from './edit-lines.ts'

/**
 * Links, comments and highlights in Obsidian and wikis: `[[Page|words]]` and `==words==` are reduced to the words,
 * `![[gate.png]]` becomes an image, and other embedded files, comments between `%%`, lines of tags above and
 * below the text, and block ids (`^b1`) are removed.
 */
export const obsidian: Dialect = {
  name: 'Obsidian and wikis',
  applies: (text) => HINT.test(text),
  edits: (text) => {
    const lines = scan(text)
    return withoutOverlaps([...longCommentEdits(lines), ...tagEdits(lines), ...markEdits(text)])
  },
  examples: [
    ['The [[lock keeper|keeper]] reads [[Gates#Lower]].', 'The keeper reads Gates.'],
    ['The mark [[nodiscard]] stays.', 'The mark [[nodiscard]] stays.'],
    ['==The gauge== rose. %% really? %%', 'The gauge rose.'],
    ['The gauge rose.\n\n%%\n- ask [[Ida]]\n\nHow much?\n%%\n\nIt fell.', 'The gauge rose.\nIt fell.'],
    ['#rivers/locks #history\n\nThe gauge rose.\n\n#Floods\n', 'The gauge rose.\n#Floods'],
    ['# Locks\n\n#rivers #history\n\nIt rose.\n\n#a/b #c', 'Locks\nIt rose.'],
    ['We used:\n\n#rivers #history\n\nIt rose.\n#a #b', 'We used:\n#rivers #history\nIt rose. #a #b'],
    ['#Pros/Cons\n\nIt rose.', '#Pros/Cons\nIt rose.'],
    ['%% of it\n\nrose by 20%%\n\nor so.', '%% of it\nrose by 20%%\nor so.'],
    ['The gauge rose. ^b1', 'The gauge rose.'],
  ],
}

function markEdits(text: string): readonly Edit[] {
  return editsInLines(text, HINT, (find) => [
    ...find(COMMENT).map((match) => cut(match.index, match[0].length)),
    ...find(EMBED).map(embedEdit),
    ...find(WIKI_LINK).flatMap(linkEdits),
    ...find(HIGHLIGHT).flatMap(highlightEdits),
    ...find(BLOCK_ID).map((match) => cut(match.index, match[0].length)),
  ])
}

/**
 * Returns the edits that remove comments of several lines, between lines that consist of `%%`. Elsewhere, `%%` may begin
 * a cell of a script or write a percent sign.
 */
function longCommentEdits(lines: readonly ScannedLine[]): readonly Edit[] {
  const marks = lines.filter(({ text, state, isHtml }) => text.trimEnd() === '%%' && state === 'outside' && !isHtml)
  return marks.flatMap(({ start }, index) => {
    const end = marks[index + 1]
    return index % 2 === 1 || end === undefined ? [] : [cut(start, end.start + end.text.length - start)]
  })
}

/**
 * Returns the edits that remove lines of tags at the beginning of the text or below its title, and at its end. Tags
 * between paragraphs belong to the text.
 */
function tagEdits(lines: readonly ScannedLine[]): readonly Edit[] {
  const isOther = (line: ScannedLine) => line.state !== 'outside' || !(isBlank(line) || TAGS.test(line.text))
  const first = lines.findIndex((line) => isOther(line) && !line.text.startsWith('# '))
  const last = lines.findLastIndex(isOther)
  const isAtEnd = isBlank(lines[last + 1])
  return lines
    .filter(({ text }, index) => (index < first || (isAtEnd && index > last)) && TAGS.test(text))
    .map(({ text, start }) => cut(start, text.length))
}

const HINT = /\[\[|==|%%|[ \t]\^[\w-]+[ \t]*$|^#\p{L}[^\s#]*[ \t]+#/mu

/** The id of a block, at the end of its last line. */
const BLOCK_ID = /[ \t]+\^[A-Za-z\d][\w-]*[ \t]*$/g

/** A line of tags. A single one may be a heading that lacks a space. */
const TAGS = /^(?:#\p{L}[\p{L}\p{N}_/-]*(?:[ \t]+|$)){2,}$/u

const COMMENT = /%%[^%]*%%/g
const EMBED = /!\[\[([^[\]|#\n]+)(?:#[^[\]|\n]*)?(?:\|[^[\]\n]*)?\]\]/g

/**
 * A wiki link: its target contains a capital, a space, a slash or an anchor, or is followed by a label. Anything else,
 * such as `[[nodiscard]]`, is code.
 */
const WIKI_LINK =
  /(?<!!)\[\[(?=[^[\]|\n]*[\p{Lu} /#]|[^[\]|\n]*\|)([\p{L}\p{N}][^[\]|\n]*?)(?:\|([^[\]|\n]+))?\]\](?!\()/gu
const HIGHLIGHT = /(?<=^|[\s(])==(?=\S)([^=\n]+?)(?<=\S)==(?=$|[\s).,;:!?])/g

function embedEdit({ index, 0: { length }, 1: name = '' }: RegExpExecArray): Edit {
  return IMAGE.test(name) ? { span: [index, index + length], replacement: `![](<${name.trim()}>)` } : cut(index, length)
}

const IMAGE = /\.(?:avif|gif|jpe?g|png|svg|webp)\s*$/i

function linkEdits({ index, 0: { length }, 1: target = '', 2: words }: RegExpExecArray): readonly Edit[] {
  const end = index + length - 2
  const start = words === undefined ? index + 2 : end - words.length
  // Of "[[Gates#Lower]]", only the page name is read, not the section name.
  const to = words === undefined && target.includes('#') ? start + target.indexOf('#') : end
  return cutAround(index, length, [start, to])
}

function highlightEdits({ index, 0: { length } }: RegExpExecArray): readonly Edit[] {
  return cutAround(index, length, [index + 2, index + length - 2])
}
