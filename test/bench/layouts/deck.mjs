// Makes the deck of an article, before its slides are measured.
import { VFile } from 'vfile'
import { loadGrammar } from '../../../dist/grammar/load-grammar.js'
import { layOut } from '../../../dist/layout/choose-layout.js'
import { layouts } from '../../../dist/layout/layout-table.js'
import { outline } from '../../../dist/outline/outline.js'
import { read } from '../../../dist/read/read.js'
import { partNames } from '../../../dist/write/part-names.js'
import { write } from '../../../dist/write/write.js'

/** Returns the slides made from a text, and the language of the text. */
export async function deckOf(id, text, minutes = null) {
  const article = await read(new TextEncoder().encode(text), new VFile({ path: `${id}.txt` }))
  const outlined = outline(article)
  const grammar = article.language.startsWith('en') ? loadGrammar() : null
  const drafts = write(outlined, { grammar, name: id, minutes })
  return { slides: layOut(drafts, { article, parts: partNames(outlined), layouts }).slides, language: article.language }
}
