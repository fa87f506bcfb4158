// Removes the markup from a line in front matter, such as a title.

import type { Nodes } from 'mdast'
import { remark } from 'remark'
import type { Processor } from 'unified'
import { referenceEdits } from '../character-references.ts'
import { editText } from '../edit-source.ts'
import { writeSuperscriptsIn } from '../markdown/superscripts.ts'

/**
 * Removes emphasis, links and the marks of code from a line, and common elements of HTML. Anything else, such as a tag
 * that is not closed, may be what the line is about.
 */
export function plainLine(value: string): string {
  const withoutTags = value
    .replace(UNPRINTABLE, ' ')
    .replace(CODE_OR_MARKUP, (match, code, _ticks, _tag, content, page) =>
      code === undefined ? (content ?? page ?? ' ') : match,
    )
  const line = writeSuperscriptsIn(editText(withoutTags, referenceEdits(withoutTags)))
  return wordsIn(remark().use(remarkInlineOnly).parse(line), line)
}

function wordsIn(node: Nodes, line: string): string {
  if ('value' in node) return node.value
  if (!('children' in node)) return 'alt' in node ? (node.alt ?? '') : ''
  const words = node.children.map((child) => wordsIn(child, line)).join('')
  const mark = literalMark(node, words, line)
  return mark + words + mark
}

/**
 * Returns the mark around emphasis that is no markup: inside a word, as in "M*A*S*H" and "2*3*4", after a backslash, or
 * in a name such as `__init__`. Returns an empty string for other nodes.
 */
function literalMark({ type, position }: Nodes, words: string, line: string): string {
  if (type !== 'emphasis' && type !== 'strong') return ''
  const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0]
  const mark = line.slice(start, start + (type === 'strong' ? 2 : 1))
  const [before, after] = [line.charAt(start - 1), line.charAt(end)]
  const isInWord = SPACED_LETTER.test(before) && SPACED_LETTER.test(after)
  const isName = mark === '__' && /^[a-z]\w*$/.test(words)
  return isInWord || isName || before === '\\' ? mark : ''
}

/** Matches digits, and letters of scripts with spaces between words. */
const SPACED_LETTER = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u

/** Matches code, a line break, an element with text such as "<i>Moby-Dick</i>", and a link of Obsidian. */
const CODE_OR_MARKUP =
  /(?<code>(`+)(?!`)[^\n]*?(?<!`)\2(?!`))|<br\s*\/?>|<(?<tag>a|abbr|b|big|cite|code|del|em|font|i|ins|kbd|mark|q|s|small|span|strong|u)(?:\s[^<>]*)?>(?<content>\S(?:[^<>]*\S)?)<\/\k<tag>>|\[\[(?:[^\][|]*\|)?(?<page>[^\][|]+)\]\]/gi

/**
 * Parses only emphasis, code and links. A title such as "1. Locks" is not a list, and "Vec<T>" is not HTML; a backslash
 * may belong to a formula.
 */
function remarkInlineOnly(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: NOT_INLINE } }]
}

const NOT_INLINE = [
  'autolink',
  'blockQuote',
  'characterEscape',
  'characterReference',
  'codeFenced',
  'codeIndented',
  'definition',
  'hardBreakEscape',
  'headingAtx',
  'htmlFlow',
  'htmlText',
  'list',
  'setextUnderline',
  'thematicBreak',
]

/**
 * Unprintable characters. They have been removed from the text of the file, but an escape in a quoted value can
 * produce them.
 */
const UNPRINTABLE = /[\p{Cc}\p{Surrogate}\u2028\u2029\uFEFF]/gu
