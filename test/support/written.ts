// Runs the writer on short articles, for tests of its steps.

import { VFile } from 'vfile'
import { loadGrammar } from '../../src/grammar/load-grammar.ts'
import { layOut } from '../../src/layout/choose-layout.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Slide } from '../../src/model/deck.ts'
import type { Draft } from '../../src/model/draft.ts'
import { linesOf } from '../../src/model/layout.ts'
import type { Outline, Sentence } from '../../src/model/outline.ts'
import { outline } from '../../src/outline/outline.ts'
import { read } from '../../src/read/read.ts'
import type { Context } from '../../src/write/context.ts'
import { parserOf } from '../../src/write/parser.ts'
import { partNames } from '../../src/write/part-names.ts'
import { phrasesOf } from '../../src/write/sentence-versions.ts'
import { write } from '../../src/write/write.ts'

const grammar = loadGrammar()
export const parse = parserOf(grammar)

export async function outlineOf(value: string, path = 'talk.md'): Promise<Outline> {
  return outline(await read(new TextEncoder().encode(value), new VFile({ path })))
}

/** The slides of an English article, before they are laid out. */
export async function draftsOf(value: string, path = 'talk.md'): Promise<readonly Draft[]> {
  return write(await outlineOf(value, path), { grammar, name: 'talk', minutes: null })
}

/** The slides of an article, before they are measured. */
export async function slidesOf(value: string, path = 'talk.md'): Promise<readonly Slide[]> {
  const outlined = await outlineOf(value, path)
  const drafts = write(outlined, { grammar, name: 'talk', minutes: null })
  return layOut(drafts, { article: outlined.article, parts: partNames(outlined), layouts }).slides
}

/** The lines of a slide, its title first. */
export function textsOf(slide: Slide): readonly string[] {
  return linesOf(layouts, slide).map(({ text }) => text)
}

/** An article of one sentence, for steps of the writer, and the sentence as they take it. */
export async function sentenceOf(text: string): Promise<{ readonly context: Context; readonly sentence: Sentence }> {
  const { article } = await outlineOf(text, 'talk.txt')
  return { context: { article, parse }, sentence: { text, span: [0, text.length], kind: 'prose', startsBlock: true } }
}

/** Every version of a sentence, the whole first. */
export async function versionsOf(sentence: string): Promise<readonly string[]> {
  const { context } = await sentenceOf(sentence)
  return phrasesOf(context, sentence).map(({ text }) => text)
}
