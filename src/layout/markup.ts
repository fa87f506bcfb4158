// Markup that layouts share.

import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Line, Row } from '../model/draft.ts'
import type { RenderContext } from '../model/layout.ts'
import { numberOf, withoutNumber } from '../model/numbered-title.ts'
import { phrasing, phrasingOfCells } from '../model/phrasing.ts'
import { directionOf, type TextDirection } from '../model/text-direction.ts'

/**
 * Renders the head of a slide with its title. It is empty if there is no title, so that every slide has the same three
 * areas.
 */
export function slideHead(title: Line | null, context: RenderContext): Element {
  return h('header.slide-head', title ? [heading(title, context)] : [])
}

/** Renders a title. The number of a slide in a series, "(2/3)", has its own element, so that it can be set quietly. */
export function heading(title: Line, context: RenderContext): Element {
  const number = numberOf(title)
  const words = phrasing(withoutNumber(title) ?? title, context.article)
  const numbering: ElementContent[] =
    number === null ? [] : [{ type: 'text', value: ' ' }, h('span.title-number', number)]
  return h(`h${context.level}.title`, inOwnDirection(title.text, [...words, ...numbering], context.direction))
}

export function slideBody(children: readonly ElementContent[]): Element {
  return h('div.slide-body', [...children])
}

/** Renders a list without bullets. Some browsers announce such a list to screen readers only if it has a `role`. */
export function list(tag: 'ol' | 'ul', className: string, items: readonly Element[]): Element {
  return h(tag, { className: [className], role: 'list' }, [...items])
}

/** Renders a line with the article's marks. */
export function phrase(line: Line, { article, direction }: RenderContext): ElementContent[] {
  return inOwnDirection(line.text, phrasing(line, article), direction)
}

/**
 * Encloses a line that runs against the direction of the deck, such as an English title in an Arabic deck, because its
 * punctuation would otherwise be at the wrong end.
 */
function inOwnDirection(text: string, words: ElementContent[], deckDirection: TextDirection = 'ltr'): ElementContent[] {
  const direction = directionOf(text)
  return direction === null || direction === deckDirection ? words : [h('span', { dir: direction }, words)]
}

/** Renders a line inside a link, which must not contain another link. */
export function linkedPhrase(line: Line, { article: { text, marks }, direction }: RenderContext): ElementContent[] {
  const words = phrasing(line, { text, marks: marks.filter(({ style }) => style.type !== 'link') })
  return inOwnDirection(line.text, words, direction)
}

/** Renders the cells of a row. */
export function phrasesOf({ line, cells }: Row, { article, direction }: RenderContext): readonly ElementContent[][] {
  return phrasingOfCells(line, article).map((words, index) => inOwnDirection(cells[index] ?? '', words, direction))
}

/** Renders a line in its own element, or nothing if there is no line. */
export function lineIn(selector: string, line: Line | null, context: RenderContext): readonly Element[] {
  return line ? [h(selector, phrase(line, context))] : []
}

/** Lists the lines that are not null. */
export function withoutNulls(...lines: readonly (Line | null)[]): readonly Line[] {
  return lines.filter((line) => line !== null)
}
