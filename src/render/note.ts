import type { Element } from 'hast'
import { h } from 'hastscript'
import type { PassageKind } from '../model/article.ts'
import type { Note } from '../model/deck.ts'
import type { Sentence } from '../model/outline.ts'
import { pass } from './gate.ts'

/** What a speaker says with a slide, as blocks: paragraphs, lists, tables and listings. The words are the article's. */
export function renderNote({ sentences }: Note): readonly Element[] {
  return pass(runsOf(sentences).map((run) => RENDERERS[run.kind](run.blocks.map(textOf))))
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
function textOf(block: readonly Sentence[]): string {
  return block.reduce((text, sentence, index) => {
    const touches = block[index - 1]?.span[1] === sentence.span[0]
    return text === '' || touches ? text + sentence.text : `${text} ${sentence.text}`
  }, '')
}

const paragraphs = (className: string) => (texts: readonly string[]) =>
  h(
    'div',
    { className: [className] },
    texts.map((text) => h('p', text)),
  )

const RENDERERS: Readonly<Record<PassageKind, (texts: readonly string[]) => Element>> = {
  prose: paragraphs('note-prose'),
  heading: paragraphs('note-heading'),
  quotation: (texts) =>
    h(
      'blockquote.note-quotation',
      texts.map((text) => h('p', text)),
    ),
  footnote: paragraphs('note-footnote'),
  caption: paragraphs('note-caption'),
  math: paragraphs('note-math'),
  item: (texts) =>
    h(
      'ul.note-items',
      { role: 'list' },
      texts.map((text) => h('li', text)),
    ),
  row: (texts) =>
    h('table.note-rows', [
      h(
        'tbody',
        texts.map((text) =>
          h(
            'tr',
            text.split('\t').map((cell) => h('td', cell)),
          ),
        ),
      ),
    ]),
  code: (texts) => h('pre.note-code', { dir: 'ltr' }, [h('code', texts.join('\n'))]),
}
