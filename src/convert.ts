import { setImmediate } from 'node:timers/promises'
import { VFile } from 'vfile'
import { borrow, withLender } from './browser/borrow.ts'
import type { Lend } from './browser/keep.ts'
import type { LentPage } from './browser/lent-page.ts'
import { deckTextOf, settingsFor } from './conversion/deck-file.ts'
import { draft } from './conversion/draft.ts'
import { loadLook } from './conversion/look.ts'
import { forgetUnused, type Memory } from './conversion/memory.ts'
import { readInput } from './conversion/read-input.ts'
import type { Support } from './conversion/support.ts'
import type { DeckFile } from './deck-file/parse.ts'
import { printDeckText } from './deck-file/print.ts'
import { withHidden } from './deck-file/with-hidden.ts'
import { isOnPaper, makeFiles, needsBrowser } from './export/files.ts'
import { nameOf } from './export/name.ts'
import { withProver } from './export/prover.ts'
import { fit } from './fit/fit.ts'
import { unmeasured } from './fit/unmeasured.ts'
import { askedBackgrounds, standOn } from './illustrate/backgrounds.ts'
import { drawCharts, tellOfUndrawn } from './illustrate/charts/charts.ts'
import { drawDiagrams } from './illustrate/diagrams/diagrams.ts'
import { folderOf } from './illustrate/folder.ts'
import { illustrate } from './illustrate/illustrate.ts'
import { layOut } from './layout/lay-out.ts'
import { layouts as ownLayouts } from './layout/layouts.ts'
import { paced } from './layout/pace.ts'
import { withPlugins } from './layout/rehype.ts'
import type { Article } from './model/article.ts'
import { bytesOf } from './model/bytes.ts'
import type { Deck } from './model/deck.ts'
import type { Draft } from './model/draft.ts'
import { hearOnce } from './model/hear-once.ts'
import type { Settings } from './model/settings.ts'
import type { Theme } from './model/theme.ts'
import { withTimeLimit } from './read/time-limit.ts'
import type { Choices } from './settings/settings.ts'

/** What an article became. */
export interface Conversion {
  readonly article: Article
  /** What the author of a deck file made of it; null for an article. */
  readonly deckFile: DeckFile | null
  readonly deck: Deck
  readonly settings: Settings
  readonly theme: Theme
  /** By name, such as `talk.html`; a PDF that failed its check is left out. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

/**
 * Turns an article, its bytes in `file.value` and its kind in the extension of `file.path`, into a deck and the files asked for.
 * Throws `Unreadable`, `BadTheme`, `BadEvent`, `NoBrowser` (only where a printed file is asked for), `BrowserDied` or the signal's
 * reason; everything else is a message in `file.messages`.
 */
export async function convert(file: VFile, choices: Choices = {}, support: Support = {}): Promise<Conversion> {
  const launching = { executable: choices.browser ?? null, signal: support.signal }
  return withLender(support.browser, launching, (lend) => convertWith(lend, { file, choices, support }))
}

interface Task {
  readonly file: VFile
  readonly choices: Choices
  readonly support: Support
}

async function convertWith(lend: Lend | null, { file, choices, support }: Task): Promise<Conversion> {
  const { memory, noted, notice, released } = support
  const step = async (name: string) => {
    await setImmediate()
    support.signal?.throwIfAborted()
    support.progress?.(`${name} ${file.path}`)
  }
  const layouts = withPlugins(support.layouts ?? ownLayouts, support.rehypePlugins ?? [])

  await step('Reading')
  const input = await readInput(file, support)
  const { article, deckFile } = input
  const { frontMatter } = article
  const settings = settingsFor(article, choices, file)
  const { formats } = settings
  const { event, theme, printTheme, template } = await loadLook(settings, { file, frontMatter, choices, noted, memory })

  await step('Writing')
  const { drafts, parts, sentences, hidden = [] } = await draft(input, { settings, file, support })
  const { images } = support
  const folder = images === undefined ? folderOf(file, settings.root, noted) : null
  const prepare = async (drafts: readonly Draft[], hearer: VFile) => {
    const laidOut = await withTimeLimit(hearer, 'Laying out', () => layOut(drafts, { article, parts, layouts, event }))
    const filled = await illustrate(laidOut, { article, folder, images }, hearer)
    tellOfUndrawn(laidOut, article, hearer)
    const own = askedBackgrounds(drafts, filled)
    return {
      laidOut,
      illustrated: await standOn(filled, settings.backgrounds, { folder, theme, frontMatter, own }, hearer),
    }
  }
  const { laidOut, illustrated } = await prepare(drafts, file)

  await step('Fitting')
  return withProver(async (prover) => {
    if (formats.some(isOnPaper)) prover.warm()
    const isNeeded = choices.browser !== undefined || formats.some(needsBrowser)
    const { browser, lack } = await borrow(lend, { isNeeded, notice })
    const fitIn = async (
      illustrated: Deck,
      theme: Theme,
      hearer: VFile,
      { spills, diagrams }: Partial<Memory> = {},
    ) => {
      const fitOn = async (page: LentPage | null) => {
        const charted = await drawCharts(illustrated, { theme, layouts, page })
        const drawn = await drawDiagrams(charted, { article, theme, page, known: diagrams }, hearer)
        if (page === null) return unmeasured(drawn, lack, hearer)
        return fit(drawn, { article, layouts, theme, page, memory: spills }, hearer)
      }
      const fitted = await (browser === null ? fitOn(null) : browser.withPage(fitOn))
      return { deck: { ...paced(fitted, settings.minutes, hearer), isStepped: settings.stepped }, theme }
    }
    const { deck } = await fitIn(illustrated, theme, file, memory)
    const onPaper =
      printTheme === null ? { deck, theme } : await hearOnce(file, (hearer) => fitIn(illustrated, printTheme, hearer))
    const deckWithHidden = async () => {
      const unheard = new VFile({ path: file.path })
      const own = await prepare(
        hidden.map(({ draft }) => draft),
        unheard,
      )
      const fitted = await fitIn(own.illustrated, theme, unheard)
      const staged = { laidOut: own.laidOut, fitted: fitted.deck }
      return withHidden({ shown: { laidOut, fitted: deck }, hidden: staged, drafts: hidden })
    }
    const deckInPptx = formats.includes('pptx') && hidden.length > 0 ? await deckWithHidden() : deck

    await step('Saving')
    const ownText = () => printDeckText(deckTextOf(laidOut, { input, drafts, layouts, choices, file }))
    const finished = {
      ...{ name: nameOf(file.path), deck, article, sentences, layouts, theme, settings, onPaper, template, file },
      deckInPptx,
      leftOut: deckFile?.leftOut.flatMap((slide) => slide.sentences),
      deckFile: () => (deckFile === null ? ownText() : new TextDecoder().decode(bytesOf(file))),
    }
    const files = await makeFiles(finished, { browser, prover, released })
    forgetUnused(memory)
    return { article, deckFile, deck, settings, theme, files }
  })
}
