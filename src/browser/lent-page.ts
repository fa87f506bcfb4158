// Apart from what lends it, so that the types of the library need none of the browser's driver.
import type { Html } from '../model/html.ts'

/** A page of the browser that shows a document of ours. It loads nothing but `data:`; it reaches no network and no file. */
export interface LentPage {
  /**
   * Replaces the document; resolves when its fonts have loaded and its images are decoded. Where the head is that of the one
   * shown before, the body alone is replaced, which takes half the time.
   */
  show(html: Html | string, viewport?: Viewport): Promise<void>
  /** Runs a function in the page. It sees nothing of what surrounds it here; arguments and result are JSON. */
  evaluate<Arguments extends readonly unknown[], Result>(
    task: Task<Arguments, Result>,
    ...args: Arguments
  ): Promise<Result>
  /** Runs a script of ours in the page, such as a library; what it defines is there until another document is shown. */
  run(script: string): Promise<void>
  /** Like `evaluate`, but ended after so many milliseconds; null then, and another document is to be shown before the page is used again. */
  evaluateWithin<Arguments extends readonly unknown[], Result>(
    limit: number,
    task: Task<Arguments, Result>,
    ...args: Arguments
  ): Promise<Result | null>
  /**
   * The document on paper, tagged and with an outline, each sheet of the size that its `@page` rule names. `printing` is called once
   * there is nothing to do but to wait.
   */
  pdf(printing?: () => void): Promise<Uint8Array>
  /** The part of the document that a screen shows which is scrolled to `top`, as PNG. */
  picture(view: View): Promise<Uint8Array>
}

export interface View extends Viewport {
  /** CSS px from the top of the document. */
  readonly top: number
  /** Pixels for one CSS pixel. */
  readonly scale: number
  /** The part of it that is wanted, in CSS px from its corner; where nothing is drawn one sees through it. All of it where it is left out. */
  readonly part?: Viewport & { readonly left: number; readonly top: number }
}

export type Task<Arguments extends readonly unknown[], Result> = (...args: Arguments) => Result | Promise<Result>

/** In CSS px. */
export interface Viewport {
  readonly width: number
  readonly height: number
}
