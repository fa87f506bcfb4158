// The options for a conversion.

import type { PluggableList } from 'unified'
import type { Browser } from '../browser/browser.ts'
import type { BrowserProvider, WarningHandler } from '../browser/kept-browser.ts'
import type { DeckKind } from '../deck-file/other-tools/deck-kind.ts'
import type { ImageSource } from '../illustrate/image-source.ts'
import type { Draft } from '../model/draft.ts'
import type { Layouts } from '../model/layout.ts'
import type { Outline } from '../model/outline.ts'
import type { FileListener } from '../model/sources.ts'
import type { ConversionMemory } from './memory.ts'

/**
 * Makes drafts from an outline. Lines refer to spans of the article's text; each sentence belongs to the notes of one
 * draft.
 */
export type Writer = (outline: Outline) => Promise<readonly Draft[]>

/** Options for a conversion, beyond the user's settings. */
export interface ConvertOptions {
  /**
   * An open browser, or a function that returns one when slides are measured; null for no browser. If absent, one is
   * launched and closed again.
   */
  readonly browser?: Browser | BrowserProvider | null | undefined
  readonly signal?: AbortSignal | undefined
  /** Called with the current step: "Reading talk.md". */
  readonly progress?: ((step: string) => void) | undefined
  /** Called with messages about the machine rather than the article: "The browser runs without its sandbox". */
  readonly notice?: WarningHandler | undefined
  /** Called when the browser is no longer needed, while printed files are still being checked. */
  readonly onBrowserReleased?: (() => void) | undefined
  /** Called with the path of each file, other than the article, that is read or looked for. */
  readonly onRead?: FileListener | undefined
  /** The source of the images that the article names; the article's folder if absent. */
  readonly images?: ImageSource | undefined
  /** Results of earlier conversions. */
  readonly memory?: ConversionMemory | undefined
  /** Whether the file is an article or another tool's deck. Detected from its content if absent. */
  readonly as?: DeckKind | undefined
  /** Synchronous remark plugins, run over the tree of a Markdown article. */
  readonly remarkPlugins?: PluggableList | undefined
  /**
   * Synchronous rehype plugins, run over each slide's content before it is measured. Their output is sanitized like
   * everything else.
   */
  readonly rehypePlugins?: PluggableList | undefined
  /** Replaces the built-in layouts. */
  readonly layouts?: Layouts | undefined
  /** Replaces the built-in writer. */
  readonly writer?: Writer | undefined
}
