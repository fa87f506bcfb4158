import { basename, join, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { PluggableList } from 'unified'
import { VFile } from 'vfile'
import type { Browser } from './browser/browser.ts'
import { NoBrowser } from './browser/errors.ts'
import { keepBrowser, type Lend, type Notice } from './browser/keep.ts'
import type { LentPage } from './browser/lent-page.ts'
import { chosenSettings } from './deck-file/chosen.ts'
import type { DeckKind } from './deck-file/other/kind.ts'
import type { DeckFile } from './deck-file/parse.ts'
import { type DeckText, deckText, printDeck, printDeckText } from './deck-file/print.ts'
import { type Drafting, draft, type Input, readInput, type Writer } from './draft.ts'
import { isOnPaper, makeFiles, needsBrowser } from './export/files.ts'
import { withProver } from './export/prover.ts'
import { fit } from './fit/fit.ts'
import type { Memory as Spills } from './fit/gauge.ts'
import { loadGrammar } from './grammar/load.ts'
import type { Grammar } from './grammar/model.ts'
import { loadArticleEvent } from './illustrate/article-event.ts'
import { type AskedBackground, standOn } from './illustrate/backgrounds.ts'
import { drawCharts, tellOfUndrawn } from './illustrate/charts/charts.ts'
import { drawDiagrams, type KnownDiagrams } from './illustrate/diagrams/diagrams.ts'
import { loadEvent } from './illustrate/event.ts'
import { folderOf } from './illustrate/folder.ts'
import { illustrate } from './illustrate/illustrate.ts'
import { layOut } from './layout/lay-out.ts'
import { layouts as ownLayouts } from './layout/layouts.ts'
import { paced } from './layout/pace.ts'
import { withPlugins } from './layout/rehype.ts'
import type { Article, FrontMatter } from './model/article.ts'
import type { Deck } from './model/deck.ts'
import type { Draft } from './model/draft.ts'
import type { Event } from './model/event.ts'
import type { Layouts } from './model/layout.ts'
import { newMemo } from './model/memo.ts'
import type { Settings } from './model/settings.ts'
import { ignore, type Noted } from './model/sources.ts'
import type { Theme } from './model/theme.ts'
import { STAGE_LIMIT, withinTime } from './model/within-time.ts'
import type { KnownSections } from './read/markdown/sections.ts'
import { withTimeLimit } from './read/time-limit.ts'
import { remarkOnName } from './render/event.ts'
import { checkFrontMatter } from './settings/front-matter.ts'
import { type Choices, settle } from './settings/settings.ts'
import { loadArticleTheme } from './theme/article-theme.ts'
import { dress } from './theme/dress.ts'
import { isPath, loadTheme, THEME_FILES } from './theme/load.ts'
import { openTemplate, type Template } from './theme/template/open-template.ts'
import { type Known, nothingKnown } from './write/parser.ts'

/** What an article became. */
export interface Conversion {
  readonly article: Article
  /** What the author of a deck file made of it; null for an article. */
  readonly deckFile: DeckFile | null
  readonly deck: Deck
  readonly settings: Settings
  readonly theme: Theme
  /** By name, such as `talk.html`; without one that did not prove right. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** What a conversion may lean on. */
export interface Support {
  /** An open browser, or one that is awaited only when slides are measured; null to do without; left out, one is looked for and closed again. */
  readonly browser?: Browser | Lend | null | undefined
  readonly signal?: AbortSignal | undefined
  /** Hears what is being done: "Reading talk.md". */
  readonly progress?: ((step: string) => void) | undefined
  /** Hears what is to be said of the machine, not of the article: "The browser runs without its sandbox". */
  readonly notice?: Notice | undefined
  /** Called when the browser is not needed any more, while what was printed is proved. */
  readonly released?: (() => void) | undefined
  /** Hears the path of each file beside the article that is read or looked for. */
  readonly noted?: Noted | undefined
  /** What was worked out for the conversions before this one. */
  readonly memory?: Memory | undefined
  /** What the file is: an article or the deck of a tool. Left out, its marks decide. */
  readonly as?: DeckKind | undefined
  /** Synchronous plugins of remark, run over the tree of an article in Markdown. */
  readonly remarkPlugins?: PluggableList | undefined
  /** Synchronous plugins of rehype, run over what each slide shows before it is measured; what they add passes the same gate. */
  readonly rehypePlugins?: PluggableList | undefined
  /** In place of our own layouts. */
  readonly layouts?: Layouts | undefined
  /** In place of our own writer. */
  readonly writer?: Writer | undefined
}

/** What a caller keeps from one conversion to the next, so that what is the same again is not worked out again. */
export interface Memory {
  /** The sections of Markdown, parsed. */
  readonly sections: KnownSections
  grammar: Grammar | null
  /** What the writer knows of sentences. */
  readonly known: Known
  /** The diagrams of the deck before, drawn. */
  readonly diagrams: KnownDiagrams
  /** What was measured of slides. */
  readonly spills: Spills
  /** The bundled looks, by name. */
  readonly looks: Map<string, Theme>
}

export function newMemory(): Memory {
  return {
    sections: newMemo(),
    grammar: null,
    known: nothingKnown(),
    diagrams: new Map(),
    spills: new Map(),
    looks: new Map(),
  }
}

/**
 * Turns an article, its bytes in `file.value` and its kind in the extension of `file.path`, into a deck and the files
 * asked for. Throws `Unreadable`, `BadTheme`, `BadEvent`, `NoBrowser` (only where a printed file is asked for), `BrowserDied` or the
 * signal's reason; everything else is said in `file.messages`.
 */
export async function convert(file: VFile, choices: Choices = {}, support: Support = {}): Promise<Conversion> {
  const { browser } = support
  if (browser !== undefined) return convertWith(lenderOf(browser), { file, choices, support })
  const kept = keepBrowser({ executable: choices.browser ?? null, signal: support.signal })
  try {
    return await convertWith(kept.lend, { file, choices, support })
  } finally {
    await kept.close()
  }
}

function lenderOf(browser: Browser | Lend | null): Lend | null {
  return browser === null || typeof browser === 'function' ? browser : async () => browser
}

type Outlining = Pick<Support, 'signal' | 'noted' | 'memory' | 'as' | 'remarkPlugins' | 'layouts' | 'writer'>

/**
 * The deck file of an article in its pieces. Throws `Unreadable` or the signal's reason; everything else is said in `file.messages`.
 */
export async function outlineDeck(
  file: VFile,
  choices: Choices = {},
  { layouts = ownLayouts, ...support }: Outlining = {},
): Promise<DeckText> {
  const input = await readInput(bytesOf(file), file, { ...support, sections: support.memory?.sections })
  const { article } = input
  const settings = settle(choices, article.frontMatter === undefined ? {} : checkFrontMatter(article.frontMatter, file))
  const { drafts, parts } = await draft(input, draftingOf(input, { settings, file, support }))
  const deck = layOut(drafts, { article, parts, layouts })
  return deckText({
    deck,
    article,
    layouts,
    settings: chosenSettings(choices, article.frontMatter, file),
    as: input.otherDeck?.kind,
    backgrounds: ownBackgrounds(drafts, deck),
  })
}

/** The text of an article's deck file. Throws as `outlineDeck` does. */
export async function deckFileFor(file: VFile, choices: Choices = {}, support: Outlining = {}): Promise<string> {
  return printDeckText(await outlineDeck(file, choices, support))
}

interface ForDrafting {
  readonly settings: Settings
  readonly file: VFile
  readonly support: Pick<Support, 'signal' | 'memory' | 'writer'>
}

function draftingOf(
  { article }: Input,
  { settings, file, support: { signal, memory, writer } }: ForDrafting,
): Drafting {
  const end = performance.now() + STAGE_LIMIT
  return {
    ...(article.language.startsWith('en') ? grammarIn(memory) : { grammar: null }),
    name: nameOf(file.path),
    minutes: settings.minutes,
    file,
    writer,
    // A browser that is being launched has its answers between the steps.
    runStep: async (step) => {
      await setImmediate()
      signal?.throwIfAborted()
      return withinTime(step, end - performance.now())
    },
  }
}

interface Task {
  readonly file: VFile
  readonly choices: Choices
  readonly support: Support
}

async function convertWith(lend: Lend | null, { file, choices, support }: Task): Promise<Conversion> {
  const step = async (name: string) => {
    await setImmediate()
    support.signal?.throwIfAborted()
    support.progress?.(`${name} ${file.path}`)
  }
  await step('Reading')
  const bytes = bytesOf(file)
  const input = await readInput(bytes, file, {
    as: support.as,
    sections: support.memory?.sections,
    remarkPlugins: support.remarkPlugins,
    noted: support.noted,
  })
  const layouts = withPlugins(support.layouts ?? ownLayouts, support.rehypePlugins ?? [])
  const { article, deckFile } = input
  const { frontMatter } = article
  const settings = settle(choices, frontMatter === undefined ? {} : checkFrontMatter(frontMatter, file))
  const naming = { file, frontMatter, choices, noted: support.noted ?? ignore, memory: support.memory }
  const event = await eventOf(settings, naming)
  const plain = themeOf(settings, naming)
  const theme = event === null ? plain : dress(plain, event, file)
  if (event !== null) remarkOnName(event, file)
  const template = templateOf(settings)

  await step('Writing')
  const name = nameOf(file.path)
  const { drafts, parts, sentences } = await draft(input, draftingOf(input, { settings, file, support }))
  const laidOut = await withTimeLimit(file, 'Laying out', () => layOut(drafts, { article, parts, layouts, event }))
  const folder = folderOf(file, settings.root, support.noted)
  const filled = await illustrate(laidOut, { article, folder }, file)
  tellOfUndrawn(laidOut, article, file)
  const own = ownBackgrounds(drafts, filled)
  const illustrated = await standOn(filled, settings.backgrounds, { folder, theme, frontMatter, own }, file)

  await step('Fitting')
  return withProver(async (prover) => {
    if (settings.formats.some(isOnPaper)) prover.warm()
    const { browser, lack } = await browserFor(settings, { lend, choices, notice: support.notice })
    const fitTo = async (theme: Theme, hearer: VFile, { spills: memory, diagrams: known }: Partial<Memory> = {}) => {
      const fitWith = async (page: LentPage | null) => {
        const charted = await drawCharts(illustrated, { theme, layouts, page })
        const drawn = await drawDiagrams(charted, { article, theme, page, known }, hearer)
        return page === null
          ? unmeasured(drawn, lack, hearer)
          : fit(drawn, { article, layouts, theme, page, memory }, hearer)
      }
      const fitted = await (browser === null ? fitWith(null) : browser.withPage(fitWith))
      return { deck: { ...paced(fitted, settings.minutes, hearer), isStepped: settings.stepped }, theme }
    }
    const { deck } = await fitTo(theme, file, support.memory)
    const printTheme = printThemeOf(settings, naming.noted, (plain) =>
      event === null ? plain : dress(plain, event, new VFile()),
    )
    const onPaper = printTheme === null ? { deck, theme } : await heardOnce(file, (hearer) => fitTo(printTheme, hearer))

    await step('Saving')
    const finished = {
      name,
      deck,
      article,
      sentences,
      leftOut: deckFile?.leftOut.flatMap((each) => each.sentences),
      deckFile: () =>
        deckFile === null
          ? deckFileOf(laidOut, { input, drafts, layouts, choices, file })
          : new TextDecoder().decode(bytes),
      layouts,
      theme,
      settings,
      onPaper,
      template,
      file,
    }
    const files = await makeFiles(finished, { browser, prover, released: support.released })
    settleIn(support.memory)
    return { article, deckFile, deck, settings, theme, files }
  })
}

interface Lending {
  readonly lend: Lend | null
  readonly choices: Choices
  readonly notice: Notice | undefined
}

/** The browser; or none and why, where none works, none was named and nothing asked for is printed. */
type Lent = { readonly browser: Browser; readonly lack: '' } | { readonly browser: null; readonly lack: string }

async function browserFor({ formats }: Settings, { lend, choices, notice }: Lending): Promise<Lent> {
  if (lend === null) return { browser: null, lack: 'None was to be used.' }
  try {
    return { browser: await lend(notice ?? ignore), lack: '' }
  } catch (error) {
    const isNeeded = choices.browser !== undefined || formats.some(needsBrowser)
    if (isNeeded || !(error instanceof NoBrowser)) throw error
    return { browser: null, lack: error.message }
  }
}

/** What an article's files are called: its name without the last extension, or without `.deck.md`. */
export function nameOf(path: string): string {
  return path === '-' ? 'deck' : basename(path).replace(/(?<=.)(?:\.deck\.md|\.[^.]*)$/i, '')
}

/** What may name a theme and an event. */
interface Naming {
  readonly file: VFile
  readonly frontMatter: FrontMatter | undefined
  readonly choices: Choices
  readonly noted: Noted
  readonly memory: Memory | undefined
}

/** The template that a PowerPoint file is written on; not opened where none is asked for. */
function templateOf({ pptxTemplate, formats }: Settings): Template | null {
  return pptxTemplate === null || !formats.includes('pptx') ? null : openTemplate(pptxTemplate)
}

/** The theme that was settled on. */
function themeOf({ theme: name, canvas }: Settings, { file, frontMatter, choices, noted, memory }: Naming): Theme {
  const named = choices.theme === undefined && frontMatter?.values.theme === name ? frontMatter : undefined
  if (isPath(name)) {
    const folder = named === undefined ? resolve(name) : resolve(file.cwd, file.dirname ?? '.', name)
    for (const each of THEME_FILES) noted(join(folder, each))
  }
  const known = memory?.looks.get(name)
  const theme =
    known ??
    (named === undefined ? loadTheme(name, { home: null, noted }) : loadArticleTheme(name, named, { file, noted }))
  // A theme of the user's own may have changed.
  if (theme.name === name && !isPath(name)) memory?.looks.set(name, theme)
  return canvas === null ? theme : { ...theme, canvas }
}

/** The event that was settled on. */
async function eventOf(
  { event: path }: Settings,
  { file, frontMatter, choices, noted }: Naming,
): Promise<Event | null> {
  if (path === null) return null
  const isNamed = choices.event === undefined && frontMatter?.values.event === path
  return isNamed ? loadArticleEvent(path, frontMatter, file, noted) : loadEvent(path, { home: null, noted })
}

/** Only once it is done: of a file that is still being written nothing is asked, and all would be forgotten. */
function settleIn(memory: Memory | undefined): void {
  if (memory !== undefined) for (const memo of [memory.sections, ...Object.values(memory.known)]) memo.turn()
}

/** The grammar of English, loaded once for all that share a memory. */
function grammarIn(memory: Memory | undefined) {
  const grammar = memory?.grammar ?? loadGrammar()
  if (memory !== undefined) memory.grammar = grammar
  return { grammar, known: memory?.known }
}

/** Null where what is printed looks like the screen, or nothing is printed. */
function printThemeOf(
  { printTheme, formats, canvas }: Settings,
  noted: Noted,
  dressed: (plain: Theme) => Theme,
): Theme | null {
  if (printTheme === null || !formats.some(isOnPaper)) return null
  const theme = dressed(loadTheme(printTheme, { home: null, noted }))
  return canvas === null ? theme : { ...theme, canvas }
}

/** What is said while `work` is done is said to the file, but for what it has been told already. */
async function heardOnce<T>(file: VFile, work: (hearer: VFile) => Promise<T>): Promise<T> {
  const hearer = new VFile({ path: file.path })
  const result = await work(hearer)
  const known = new Set(file.messages.map(String))
  file.messages.push(...hearer.messages.filter((message) => !known.has(String(message))))
  return result
}

function bytesOf({ value }: VFile): Uint8Array {
  return typeof value === 'string' ? new TextEncoder().encode(value) : value
}

function unmeasured(deck: Deck, lack: string, file: VFile): Deck {
  file.message(`No slide was measured, as that takes a browser. ${lack}`, {
    source: 'lectern',
    ruleId: 'unmeasured',
  })
  return deck
}

/** The backgrounds that slides of a deck file ask for, by their ids. */
function ownBackgrounds(drafts: readonly Draft[], { slides }: Deck): ReadonlyMap<string, AskedBackground> {
  const asked = drafts.flatMap(({ wish, position }, index) => {
    const id = slides[index]?.id
    const text = wish?.background ?? null
    return id === undefined || text === null ? [] : [[id, { text, place: position?.start }] as const]
  })
  return new Map(asked)
}

interface Printing extends Pick<Task, 'choices' | 'file'> {
  readonly input: Input
  readonly drafts: readonly Draft[]
  readonly layouts: Layouts
}

/** A deck as the text of a deck file. */
function deckFileOf(deck: Deck, { input: { article, otherDeck }, drafts, layouts, choices, file }: Printing): string {
  const settings = chosenSettings(choices, article.frontMatter, file)
  const backgrounds = ownBackgrounds(drafts, deck)
  return printDeck({ deck, article, layouts, settings, as: otherDeck?.kind, backgrounds })
}
