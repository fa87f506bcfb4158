import { VFile } from 'vfile'
import { loadGrammar } from '../../src/grammar/load.ts'
import { layOut } from '../../src/layout/lay-out.ts'
import { layouts } from '../../src/layout/layouts.ts'
import type { Slide } from '../../src/model/deck.ts'
import type { Draft } from '../../src/model/draft.ts'
import { linesOf } from '../../src/model/layout.ts'
import { outline } from '../../src/outline/outline.ts'
import { read } from '../../src/read/read.ts'
import { parserOf } from '../../src/write/parser.ts'
import { read as readSpans, shortenings } from '../../src/write/shorten.ts'
import { partNames, write } from '../../src/write/write.ts'

const grammar = loadGrammar()
const parse = parserOf(grammar)

async function outlineOf(value: string, path: string) {
  return outline(await read(new TextEncoder().encode(value), new VFile({ path })))
}

/** What the slides of an English article say before they are laid out. */
export async function draftsOf(value: string, path = 'talk.md'): Promise<readonly Draft[]> {
  return write(await outlineOf(value, path), { grammar, name: 'talk', minutes: null })
}

/** Its slides, before they are measured. */
export async function slidesOf(value: string, path = 'talk.md'): Promise<readonly Slide[]> {
  const outlined = await outlineOf(value, path)
  const drafts = write(outlined, { grammar, name: 'talk', minutes: null })
  return layOut(drafts, { article: outlined.article, parts: partNames(outlined), layouts }).slides
}

/** The lines of a slide, its title first. */
export function textsOf(slide: Slide): readonly string[] {
  return linesOf(layouts, slide).map(({ text }) => text)
}

/** Every length of a sentence, the shortest first. */
export function lengthsOf(sentence: string): readonly string[] {
  return shortenings(parse, sentence).map((spans) => readSpans(sentence, spans))
}
