// Runs the stages of a conversion and measures the processor time of each.

import { VFile } from 'vfile'
import { deckJson } from '../../../dist/export/deck-json.js'
import { fit as fitDeck } from '../../../dist/fit/fit.js'
import { loadGrammar } from '../../../dist/grammar/load-grammar.js'
import { illustrate } from '../../../dist/illustrate/illustrate.js'
import { imagesInFolder } from '../../../dist/illustrate/image-source.js'
import { layOut } from '../../../dist/layout/choose-layout.js'
import { layouts } from '../../../dist/layout/layout-table.js'
import { outline } from '../../../dist/outline/outline.js'
import { read } from '../../../dist/read/read.js'
import { renderDeck } from '../../../dist/render/render.js'
import { loadTheme } from '../../../dist/theme/load-theme.js'
import { partNames } from '../../../dist/write/part-names.js'
import { write } from '../../../dist/write/write.js'

const grammar = loadGrammar()
const theme = loadTheme('lectern')

/** A page in which everything fits, so that the work of `fit` is measured without the browser's. */
const page = /** @type {any} */ ({ show: async () => undefined, evaluate: async () => [] })

/** Reports the milliseconds of processor time that each stage takes for a document. */
export async function timesOf({ path, text, isReadOnly }, report) {
  const timed = async (stage, work) => {
    const before = process.cpuUsage()
    const result = await work()
    const { user } = process.cpuUsage(before)
    report(stage, user / 1000)
    return result
  }
  const file = new VFile({ path, value: text })
  const article = await timed('read', () => read(new TextEncoder().encode(text), file))
  const outlined = await timed('outline', () => outline(article))
  if (isReadOnly) return
  const means = { grammar, name: 'talk', minutes: null }
  const drafts = await timed('write', () => write(outlined, means))
  const laidOut = await timed('layOut', () =>
    layOut(drafts, { article, parts: partNames(outlined), layouts, event: null }),
  )
  const deck = await timed('illustrate', () => illustrate(laidOut, { article, images: imagesInFolder(null) }, file))
  const fitted = await timed('fit', () => fitDeck(deck, { article, layouts, theme, page }, file).catch(() => deck))
  await timed('render', () => renderDeck({ ...fitted, isStepped: false }, layouts, theme))
  const sentences = fitted.slides.flatMap(({ note }) => note.sentences)
  await timed('json', () => deckJson({ deck: fitted, article, sentences, layouts, messages: [] }))
}
