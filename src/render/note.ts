import type { Element } from 'hast'
import { h } from 'hastscript'
import type { PassageKind } from '../model/article.ts'
import type { Note } from '../model/deck.ts'
import type { MarkedText } from '../model/mark.ts'
import type { Sentence } from '../model/outline.ts'
import { cellsPhrasing, phrasing } from '../model/phrasing.ts'
import type { Worded } from '../model/styled-text.ts'
import { pass } from './gate.ts'

/** What a speaker says with a slide, as blocks: paragraphs, lists, tables and listings. The words are the article's. */
export function renderNote({ sentences }: Note, article: MarkedText): readonly Element[] {
  return pass(runsOf(sentences).map((run) => RENDERERS[run.kind](run.blocks.map(wordsOf), article)))
}

/** Blocks of one kind that follow each other. */
interface Run {
  readonly kind: PassageKind
  readonly blocks: Sentence[][]
}

function runsOf(sentences: readonly Sentence[]): readonly Run[] {
  const runs: Run[] = []
  for (const sentence of sentences) {
    const run = runs.at(-1)
    const block = run?.blocks.at(-1)
    if (!run || run.kind !== sentence.kind) runs.push({ kind: sentence.kind, blocks: [[sentence]] })
    else if (!block || sentence.opens || SINGLES.has(sentence.kind)) run.blocks.push([sentence])
    else block.push(sentence)
  }
  return runs
}

/** Kinds of which every piece is a block of its own. */
const SINGLES: ReadonlySet<PassageKind> = new Set(['row', 'code', 'math', 'caption', 'heading'])

/** The sentences of a block, with a space where the article has one between them. */
function wordsOf(block: readonly Sentence[]): Worded {
  const text = block.reduce((text, sentence, index) => {
    const touches = block[index - 1]?.span[1] === sentence.span[0]
    return text === '' || touches ? text + sentence.text : `${text} ${sentence.text}`
  }, '')
  return { text, spans: block.map(({ span }) => span) }
}

type Render = (blocks: readonly Worded[], article: MarkedText) => Element

const paragraphs =
  (className: string): Render =>
  (blocks, article) =>
    h(
      'div',
      { className: [className] },
      blocks.map((block) => h('p', phrasing(block, article))),
    )

const RENDERERS: Readonly<Record<PassageKind, Render>> = {
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
  item: (blocks, article) =>
    h(
      'ul.note-items',
      { role: 'list' },
      blocks.map((block) => h('li', phrasing(block, article))),
    ),
  row: (blocks, article) =>
    h('table.note-rows', [
      h(
        'tbody',
        blocks.map((block) =>
          h(
            'tr',
            cellsPhrasing(block, article).map((cell) => h('td', cell)),
          ),
        ),
      ),
    ]),
  code: (blocks) => h('pre.note-code', { dir: 'ltr' }, [h('code', blocks.map(({ text }) => text).join('\n'))]),
}
