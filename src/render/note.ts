// Renders the speaker notes of a slide.

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { PassageKind } from '../model/article.ts'
import type { Note } from '../model/deck.ts'
import type { MarkedText } from '../model/mark.ts'
import { phrasing, phrasingOfCells } from '../model/phrasing.ts'
import type { SourcedText } from '../model/styled-text.ts'
import { firstNumber, type ItemNumbers } from './item-numbers.ts'
import { runsOf } from './note-runs.ts'
import { sanitize } from './sanitize.ts'

/**
 * Renders a note as blocks: paragraphs, lists, tables and listings. A list that is numbered on the slide has the same
 * numbers here.
 */
export function renderNote({ sentences }: Note, article: MarkedText, numbers: ItemNumbers): readonly Element[] {
  return sanitize(runsOf(sentences).map(({ kind, blocks }) => RENDERERS[kind](blocks, article, numbers)))
}

type RenderNote = (blocks: readonly SourcedText[], article: MarkedText, numbers: ItemNumbers) => Element

const paragraphs =
  (className: string): RenderNote =>
  (blocks, article) =>
    h(
      'div',
      { className: [className] },
      blocks.map((block) => h('p', phrasing(block, article))),
    )

const RENDERERS: Readonly<Record<PassageKind, RenderNote>> = {
  prose: paragraphs('note-prose'),
  heading: paragraphs('note-heading'),
  quotation: (blocks, article) =>
    h(
      'blockquote.note-quotation',
      blocks.map((block) => h('p', phrasing(block, article))),
    ),
  footnote: paragraphs('note-footnote'),
  caption: paragraphs('note-caption'),
  math: paragraphs('note-math'),
  item: (blocks, article, numbers) => {
    const first = firstNumber(blocks, numbers)
    const items = blocks.map((block) => h('li', phrasing(block, article)))
    if (first === null) return h('ul.note-items', { role: 'list' }, items)
    return h('ol.note-items', { role: 'list', start: first === 1 ? null : first }, items)
  },
  row: (blocks, article) =>
    h('table.note-rows', [
      h(
        'tbody',
        blocks.map((block) =>
          h(
            'tr',
            phrasingOfCells(block, article).map((cell) => h('td', cell)),
          ),
        ),
      ),
    ]),
  code: (blocks) => h('pre.note-code', { dir: 'ltr' }, [h('code', blocks.map(({ text }) => text).join('\n'))]),
}
