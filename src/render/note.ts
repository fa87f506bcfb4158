// Renders the speaker notes of a slide.

import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { citedKeysIn } from '../grammar/citations.ts'
import type { PassageKind } from '../model/article.ts'
import type { Note } from '../model/deck.ts'
import type { MarkedText } from '../model/mark.ts'
import { phrasing, phrasingOfCells } from '../model/phrasing.ts'
import { isList, isListed, listsOf, type NoteList, type PlacedText } from './note-lists.ts'
import { runsOf } from './note-runs.ts'
import { sanitize } from './sanitize.ts'

/** Renders a note as blocks: paragraphs, lists, tables and listings. */
export function renderNote({ sentences }: Note, article: MarkedText): readonly Element[] {
  return sanitize(runsOf(sentences).flatMap(({ kind, blocks }) => RENDERERS[kind](blocks, article)))
}

type RenderNote = (blocks: readonly PlacedText[], article: MarkedText) => Element | readonly Element[]

const paragraphs =
  (className: string): RenderNote =>
  (blocks, article) =>
    h(
      'div',
      { className: [className] },
      blocks.map((block) => h('p', words(block, article))),
    )

/** Renders the words of a block, and marks those that are not read aloud. */
function words(block: PlacedText, article: MarkedText): ElementContent[] {
  return phrasing(block, article, citedKeysIn)
}

function lists(blocks: readonly PlacedText[], article: MarkedText): Element[] {
  return listsOf(blocks).map((list) => renderList(list, article))
}

const RENDERERS: Readonly<Record<PassageKind, RenderNote>> = {
  prose: paragraphs('note-prose'),
  heading: paragraphs('note-heading'),
  quotation: (blocks, article) =>
    h(
      'blockquote.note-quotation',
      blocks.map((block) => h('p', words(block, article))),
    ),
  footnote: (blocks, article) =>
    isListed(blocks) ? h('div.note-footnote', lists(blocks, article)) : paragraphs('note-footnote')(blocks, article),
  caption: paragraphs('note-caption'),
  math: paragraphs('note-math'),
  item: lists,
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

function renderList({ start, items }: NoteList, article: MarkedText): Element {
  const children = items.map(({ text, others }) =>
    h('li', [
      ...words(text, article),
      ...others.map((other) => (isList(other) ? renderList(other, article) : h('p', words(other, article)))),
    ]),
  )
  if (start === null) return h('ul.note-items', { role: 'list' }, children)
  return h('ol.note-items', { role: 'list', start: start === 1 ? null : start }, children)
}
