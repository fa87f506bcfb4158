import { VFile } from 'vfile'
import type { DeckFile } from '../../src/deck-file/parse.ts'
import { parseDeck } from '../../src/deck-file/parse.ts'
import { printDeck } from '../../src/deck-file/print.ts'
import { loadGrammar } from '../../src/grammar/load-grammar.ts'
import { layOut } from '../../src/layout/choose-layout.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import type { Article } from '../../src/model/article.ts'
import type { Deck } from '../../src/model/deck.ts'
import type { Sentence } from '../../src/model/outline.ts'
import { outline } from '../../src/outline/outline.ts'
import { read } from '../../src/read/read.ts'
import { partNames } from '../../src/write/part-names.ts'
import { write } from '../../src/write/write.ts'

const grammar = loadGrammar()

/** An article and its deck, before it is measured. */
export interface ArticleWithDeck {
  readonly article: Article
  readonly deck: Deck
}

export async function deckOf(value: string | Uint8Array, path: string): Promise<ArticleWithDeck> {
  const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value
  const article = await read(bytes, new VFile({ path }))
  const outlined = outline(article)
  const means = { grammar: article.language.startsWith('en') ? grammar : null, name: 'talk', minutes: null }
  return { article, deck: layOut(write(outlined, means), { article, parts: partNames(outlined), layouts }) }
}

export function printDeckFile({ article, deck }: ArticleWithDeck): string {
  return printDeck({ deck, article, layouts, settings: {} })
}

/** Reads a deck file and returns its deck. */
export function parseDeckFile(
  text: string,
  path = 'talk.deck.md',
): DeckFile & { readonly deck: Deck; readonly file: VFile } {
  const file = new VFile({ path })
  const found = parseDeck(new TextEncoder().encode(text), file)
  const deck = layOut(found.drafts, { article: found.article, parts: found.parts, layouts })
  return { ...found, deck, file }
}

/** All content of a deck, without its places in the file. */
export function plainDeck({ marks, text, slides, ...deck }: Deck, length = text.length) {
  return {
    ...deck,
    text: text.slice(0, length),
    marks: marks.filter(({ span }) => span[1] <= length),
    slides: slides.map(({ position: _, isAuthored: __, note, ...slide }) =>
      JSON.parse(JSON.stringify({ ...slide, note: { ...note, sentences: note.sentences.map(plain) } }, withoutPlaces)),
    ),
  }
}

/** The writer knows more about a sentence than a note contains. */
function plain({ text, span, kind, startsBlock, item }: Sentence): Sentence {
  return { text, span, kind, startsBlock, ...(item && { item }) }
}

function withoutPlaces(key: string, value: unknown): unknown {
  return IGNORED_KEYS.has(key) ? undefined : (value ?? undefined)
}

/** The keys of positions, and of data that only the writer uses. */
const IGNORED_KEYS: ReadonlySet<string> = new Set(['place', 'position', 'time', 'scale', 'alternatives', 'reasons'])
