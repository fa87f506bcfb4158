import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { MarkedText, Style } from './mark.ts'
import { type StyledText, styledText, type Worded } from './styled-text.ts'

/** Compounds up to this long are kept on one line: a balanced title would rather break “re-/skins”. */
const LONGEST_WHOLE = 15

/** Words as the article has them marked, as markup. Each run of white space is one space, all else stays as it is. */
export function phrasing({ text, spans }: Worded, article: MarkedText): ElementContent[] {
  return inside(styledText({ text: text.replace(/\s+/gu, ' ').trim(), spans }, article), 0)
}

/** The same of cells that tabs join. */
export function cellsPhrasing(row: Worded, article: MarkedText): readonly ElementContent[][] {
  const cells: StyledText[][] = [[]]
  for (const { text, styles } of styledText(row, article)) {
    for (const [index, part] of text.split('\t').entries()) {
      if (index > 0) cells.push([])
      cells.at(-1)?.push({ text: part.replace(/\s+/gu, ' '), styles })
    }
  }
  return cells.map((cell) => inside(cell, 0))
}

/** Pieces that stand inside the same styles so far, the next one inside these; neighbours of one style share its element. */
function inside(pieces: readonly StyledText[], depth: number): ElementContent[] {
  const runs: { readonly style: Style | undefined; readonly pieces: StyledText[] }[] = []
  for (const piece of pieces) {
    const style = piece.styles[depth]
    const run = runs.at(-1)
    if (run && run.style === style) run.pieces.push(piece)
    else runs.push({ style, pieces: [piece] })
  }
  return runs.flatMap(({ style, pieces }) =>
    style === undefined ? plain(wordsOf(pieces)) : [elementFor(style, pieces, depth + 1)],
  )
}

function elementFor(style: Style, pieces: readonly StyledText[], depth: number): Element {
  if (style.type === 'inlineMath') {
    const tex = wordsOf(pieces)
    if (style.formula === null) return h('code.term', tex)
    return h('span.inline-formula', { role: 'img', ariaLabel: tex, dir: 'ltr' }, [style.formula])
  }
  const children = inside(pieces, depth)
  if (style.type !== 'link') return h(SELECTORS[style.type], children)
  return h('a', { href: style.url, target: '_blank', rel: 'noopener noreferrer' }, children)
}

const SELECTORS = { strong: 'strong', emphasis: 'em', delete: 'del', inlineCode: 'code.term' } as const

function wordsOf(pieces: readonly StyledText[]): string {
  return pieces.map(({ text }) => text).join('')
}

/** A text, its short hyphenated compounds kept whole. */
function plain(text: string): ElementContent[] {
  const children: ElementContent[] = []
  let end = 0
  for (const match of text.matchAll(/[\p{L}\p{N}’'-]+/gu)) {
    const word = match[0]
    if (word.length > LONGEST_WHOLE || !/[^-]-[^-]/u.test(word)) continue
    if (match.index > end) children.push({ type: 'text', value: text.slice(end, match.index) })
    children.push(h('span.whole', word))
    end = match.index + word.length
  }
  if (end < text.length) children.push({ type: 'text', value: text.slice(end) })
  return children
}
