import type { Edit } from '../../edit-source.ts'
import { linesOutsideListings } from '../scan.ts'
import type { Dialect } from './dialect.ts'
import { cut, cutAround, editsInLines, withoutOverlaps } from './edit-lines.ts'

/**
 * Links, comments and highlights in Obsidian and wikis: `[[Page|words]]` and `==words==` are reduced to the words,
 * `![[gate.png]]` becomes an image, and other embedded files, comments between `%%`, lines of tags and block
 * ids (`^b1`) are removed.
 */
export const obsidian: Dialect = {
  name: 'Obsidian and wikis',
  applies: (text) => HINT.test(text),
  edits: (text) => withoutOverlaps([...longCommentEdits(text), ...markEdits(text)]),
  examples: [
    ['The [[lock keeper|keeper]] reads [[Gates#Lower]].', 'The keeper reads Gates.'],
    ['The mark [[nodiscard]] stays.', 'The mark [[nodiscard]] stays.'],
    ['==The gauge== rose. %% really? %%', 'The gauge rose.'],
    ['The gauge rose.\n\n%%\n- ask [[Ida]]\n\nHow much?\n%%\n\nIt fell.', 'The gauge rose.\nIt fell.'],
    ['#rivers/locks #history\n\nThe gauge rose.\n\n#Floods\n', 'The gauge rose.\n#Floods'],
    ['%% of it\n\nrose.', '%% of it\nrose.'],
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
    ...find(TAGS).map((match) => cut(match.index, match[0].length)),
  ])
}

/** Returns the edits that remove comments of several lines: from a line that begins with `%%` to one that ends so. */
function longCommentEdits(text: string): readonly Edit[] {
  const edits: Edit[] = []
  let start: number | undefined
  for (const line of linesOutsideListings(text)) {
    if (line.text.split('%%').length !== 2) continue
    const end = line.start + line.text.trimEnd().length
    if (start === undefined && line.text.startsWith('%%')) start = line.start
    else if (start !== undefined && line.text.trimEnd().endsWith('%%')) {
      edits.push(cut(start, end - start))
      start = undefined
    }
  }
  return edits
}

const HINT = /\[\[|==|%%|[ \t]\^[\w-]+[ \t]*$|^#\p{L}[^\s#]*(?:\/|[ \t]+#)/mu

/** The id of a block, at the end of its last line. */
const BLOCK_ID = /[ \t]+\^[A-Za-z\d][\w-]*[ \t]*$/g

/** A line of tags. A single tag without a slash may be a heading that lacks a space. */
const TAGS = /^(?=.*(?:\/|[ \t]#))(?:#\p{L}[\p{L}\p{N}_/-]*(?:[ \t]+|$))+$/gu

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
