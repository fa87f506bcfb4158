import type { PluggableList } from 'unified'
import type { Browser } from '../browser/browser.ts'
import type { Lend, Notice } from '../browser/kept-browser.ts'
import type { DeckKind } from '../deck-file/other/kind.ts'
import type { ImageSource } from '../illustrate/image-source.ts'
import type { Draft } from '../model/draft.ts'
import type { Layouts } from '../model/layout.ts'
import type { Outline } from '../model/outline.ts'
import type { Noted } from '../model/sources.ts'
import type { ConversionMemory } from './memory.ts'

/** Makes drafts from an outline. Lines point into the article's text; each sentence is spoken with one draft. */
export type Writer = (outline: Outline) => Promise<readonly Draft[]>

/** What a caller may pass to a conversion. */
export interface Support {
  /**
   * An open browser, or a function that returns one when slides are measured; null to do without. If left out, one is launched
   * and closed again.
   */
  readonly browser?: Browser | Lend | null | undefined
  readonly signal?: AbortSignal | undefined
  /** Called with the current step: "Reading talk.md". */
  readonly progress?: ((step: string) => void) | undefined
  /** Called with messages about the machine rather than the article: "The browser runs without its sandbox". */
  readonly notice?: Notice | undefined
  /** Called when the browser is no longer needed, while printed files are still being checked. */
  readonly released?: (() => void) | undefined
  /** Called with the path of each file beside the article that is read or looked for. */
  readonly noted?: Noted | undefined
  /** Where the images that the article names come from; its own folder if left out. */
  readonly images?: ImageSource | undefined
  /** What earlier conversions worked out. */
  readonly memory?: ConversionMemory | undefined
  /** Whether the file is an article or another tool's deck; detected from its content if left out. */
  readonly as?: DeckKind | undefined
  /** Synchronous remark plugins, run over the tree of a Markdown article. */
  readonly remarkPlugins?: PluggableList | undefined
  /** Synchronous rehype plugins, run over each slide's content before it is measured; what they add passes the same gate. */
  readonly rehypePlugins?: PluggableList | undefined
  /** Replaces the built-in layouts. */
  readonly layouts?: Layouts | undefined
  /** Replaces the built-in writer. */
  readonly writer?: Writer | undefined
}
