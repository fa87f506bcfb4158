// A browser page, as other modules see it. This file contains only types, so that the library's types do not depend on
// Puppeteer's.
import type { Html } from '../model/html.ts'

/**
 * A browser page that shows our documents. It loads only `data:` URLs and can reach neither the network nor files.
 */
export interface BrowserPage {
  /**
   * Replaces the document, and resolves when its fonts are loaded and its images decoded. If the head is the same as
   * before, only the body is replaced, which takes half the time.
   */
  show(html: Html | string, viewport?: Viewport): Promise<void>
  /**
   * Runs a function in the page. The function sees only the page and its arguments. Its arguments and its result are
   * sent as JSON.
   */
  evaluate<Arguments extends readonly unknown[], Result>(
    task: PageTask<Arguments, Result>,
    ...args: Arguments
  ): Promise<Result>
  /** Like `evaluate`, but hides the document afterwards, so that the browser does not draw what was only measured. */
  evaluateUnpainted<Arguments extends readonly unknown[], Result>(
    task: (...args: Arguments) => Result,
    ...args: Arguments
  ): Promise<Result>
  /** Runs one of our scripts in the page, such as a library. Its definitions stay until another document is shown. */
  run(script: string): Promise<void>
  /**
   * Like `evaluate`, but stops the function after `limit` milliseconds. It then resolves to null, and another document
   * must be shown before the page is used again.
   */
  evaluateWithin<Arguments extends readonly unknown[], Result>(
    limit: number,
    task: PageTask<Arguments, Result>,
    ...args: Arguments
  ): Promise<Result | null>
  /**
   * Prints the document as a tagged PDF with an outline, each sheet in the size that its `@page` rule sets.
   * `onPrinting` is called once the command has been sent to the browser, so that the caller can do other work
   * meanwhile.
   */
  pdf(onPrinting?: () => void): Promise<Uint8Array>
  /** Takes a screenshot, as PNG, with the document scrolled to `top`. */
  screenshot(view: View): Promise<Uint8Array>
  /**
   * Takes PNG screenshots of areas of the document, transparent where nothing is drawn. The same areas always give the
   * same bytes.
   */
  captureAreas(areas: readonly Area[], scale: number): Promise<readonly Uint8Array[]>
}

/** A rectangle in CSS px from the upper left corner of the document. */
export interface Area extends Viewport {
  readonly left: number
  readonly top: number
}

export interface View extends Viewport {
  /** CSS px from the top of the document. */
  readonly top: number
  /** Device pixels per CSS pixel. */
  readonly scale: number
}

export type PageTask<Arguments extends readonly unknown[], Result> = (...args: Arguments) => Result | Promise<Result>

/** In CSS px. */
export interface Viewport {
  readonly width: number
  readonly height: number
}
