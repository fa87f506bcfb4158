import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Line } from '../model/draft.ts'
import type { Surroundings } from '../model/layout.ts'

/** Compounds up to this long are kept on one line: a balanced title would rather break “re-/skins”. */
const LONGEST_WHOLE = 15

/** The head of a slide with its title, or an empty one, so that every slide has the same three areas. */
export function slideHead(title: Line | null, surroundings: Surroundings): Element {
  return h('header.slide-head', title ? [heading(title, surroundings)] : [])
}

export function heading(title: Line, { level }: Pick<Surroundings, 'level'>): Element {
  return h(`h${level}.title`, phrase(title.text))
}

export function slideBody(children: readonly ElementContent[]): Element {
  return h('div.slide-body', [...children])
}

/** An unmarked list. `role` is for browsers that take a list without bullets for none. */
export function list(tag: 'ol' | 'ul', className: string, items: readonly Element[]): Element {
  return h(tag, { className: [className], role: 'list' }, [...items])
}

/** A text, its short hyphenated compounds kept whole. The words stay as they are, each run of white space is one space. */
export function phrase(words: string): ElementContent[] {
  const text = words.replace(/\s+/gu, ' ').trim()
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

/** A line in an element of its own, or none where there is no line. */
export function lineIn(selector: string, line: Line | null): readonly Element[] {
  return line ? [h(selector, phrase(line.text))] : []
}

/** The lines that are there. */
export function present(...lines: readonly (Line | null)[]): readonly Line[] {
  return lines.filter((line) => line !== null)
}
