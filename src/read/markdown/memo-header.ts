// Reads the header of a memo or an e-mail.

import type { PhrasingContent, RootContent } from 'mdast'
import { toString as wordsIn } from 'mdast-util-to-string'
import type { VFile } from 'vfile'
import { rangeOf } from '../../model/source-position.ts'
import { memoFieldsIn, reportUnusedLines } from '../memo-fields.ts'
import { phraseOf } from '../passages.ts'
import { type ArticleHead, HEAD_PARTS, type Piece } from '../piece.ts'
import { TIME } from '../plain/mail.ts'
import { sliceText } from '../slice-text.ts'
import type { Source } from '../source.ts'
import { linesOf } from './typed-lists.ts'

/** The paragraph with the header, and the parts of the article's head that it gives. */
export interface MemoHeader {
  readonly node: RootContent
  readonly pieces: readonly Piece[]
}

interface MemoOptions {
  readonly source: Source
  readonly head: ArticleHead
  readonly file: VFile
}

/**
 * Finds a header in the first paragraph: each of its lines begins with a key such as "From:", which may be bold. A
 * heading above it is the title. Lines that do not belong in the head of an article, such as the recipient, are left
 * out, and a message says so.
 */
export function memoHeaderIn(
  nodes: readonly RootContent[],
  { source, head, file }: MemoOptions,
): MemoHeader | undefined {
  const [first] = nodes
  const node = first?.type === 'heading' ? nodes[1] : first
  if (node?.type !== 'paragraph') return undefined
  const lines = linesOf(node.children, source).map(({ children }) => trimStart(children, source))
  const texts = lines.map((children) => wordsIn({ type: 'paragraph', children: [...children] }).trim())
  const known = HEAD_PARTS.filter((part) => head[part] || (part === 'title' && first?.type === 'heading'))
  const memo = memoFieldsIn(texts, new Set(known))
  if (memo === undefined) return undefined
  const unused = memo.unusedLines.flatMap((index) => texts[index] ?? [])
  reportUnusedLines(unused, rangeOf(lines[memo.unusedLines[0] ?? 0] ?? [])?.start, file)
  const pieces = [...memo.fields].map(([index, { part, keyLength }]): Piece => {
    const value = withoutStart(lines[index] ?? [], keyLength, source)
    const children = part === 'date' ? withoutTime(value, source) : withoutAddress(value)
    return {
      type: part,
      words: phraseOf({ type: 'paragraph', children: [...children], position: rangeOf(children) }, source),
    }
  })
  return { node, pieces }
}

function trimStart(children: readonly PhrasingContent[], source: Source): readonly PhrasingContent[] {
  const [first] = children
  return first?.type === 'text'
    ? withoutStart(children, first.value.length - first.value.trimStart().length, source)
    : children
}

/** Removes the first `length` characters of the text. */
function withoutStart(nodes: readonly PhrasingContent[], length: number, source: Source): readonly PhrasingContent[] {
  let rest = length
  return nodes.flatMap((node): readonly PhrasingContent[] => {
    const own = wordsIn(node).length
    const cut = Math.min(rest, own)
    rest -= cut
    if (cut === 0) return [node]
    if (cut === own) return []
    if (node.type === 'text') return [sliceText(node, [cut, own], source)]
    return 'children' in node ? [{ ...node, children: [...withoutStart(node.children, cut, source)] }] : [node]
  })
}

/** Removes the address after the name of the sender. */
function withoutAddress(children: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const kept = children.filter((child) => child.type !== 'link' || !child.url.startsWith('mailto:'))
  return kept.some((child) => wordsIn(child).trim() !== '') ? kept : children
}

/** Removes the time at which an e-mail was sent. */
function withoutTime(children: readonly PhrasingContent[], source: Source): readonly PhrasingContent[] {
  return children.map((child) =>
    child.type === 'text' ? sliceText(child, [0, child.value.replace(TIME, '').length], source) : child,
  )
}
