// Types shared by the scripts of a deck's page.

import type { RevealApi } from 'reveal.js'
import type { make } from './make-element.ts'
import type { createSlidePreview } from './slide-preview.ts'

/** The settings that a deck's scripts start with. */
export interface StageSettings {
  /** Options for reveal.js. */
  readonly reveal: Readonly<Record<string, unknown>>
  /** The maximum width, in CSS pixels, of windows in which slides are stacked. */
  readonly phoneWidth: number
  /** The length of the talk in minutes; null if it is as long as its notes take. */
  readonly minutes: number | null
  /** The address of the event stream of a served deck; null for a saved one. */
  readonly events: string | null
}

/** reveal.js with the methods that its type definitions lack. */
export interface StageDeck extends RevealApi {
  isScrollView(): boolean
}

/** The parts of the page that every script needs. */
export interface Stage {
  readonly deck: StageDeck
  readonly settings: StageSettings
  readonly make: Make
  readonly createSlidePreview: typeof createSlidePreview
  /** Shows a short message, and announces it to screen readers. */
  readonly showMessage: (text: string) => void
}

export type Make = typeof make

/** An action and its keys. */
export interface Command {
  /** As in `KeyboardEvent.key`, with letters in lower case, and `Shift+` in front if Shift is held. */
  readonly keys: readonly string[]
  /** Empty for keys that help does not show. */
  readonly description: string
  /** Absent if reveal.js handles the key. */
  readonly act?: () => void
  /** Whether the key applies now; always if absent. */
  readonly isActive?: () => boolean
  /** Whether reveal.js handles the key too, afterwards. */
  readonly isPassedOn?: boolean
}

/** The current position in the talk, the same in every window. */
export interface TalkPosition {
  readonly id: string
  /** The step as reveal.js counts it: -1 before the first. */
  readonly step: number
  readonly isBlank: boolean
}

/** The state of the talk's timer. A speaker's window runs it, and all windows remember it. */
export interface TimerState {
  /** Milliseconds spent on each part so far, keyed by the number of the part. */
  readonly spent: Readonly<Record<string, number>>
  /** When it was last started, in milliseconds since 1970; null while stopped. */
  readonly since: number | null
  /** The part whose time is being counted. */
  readonly part: string
  /**
   * When a speaker's window last changed any of this, in milliseconds since 1970: of two states, the later one wins.
   */
  readonly changedAt: number
}

/** A message from one window to the others. */
export interface SharedState {
  /** Null if this window has not moved: the others may have moved on and should not be sent back. */
  readonly position: TalkPosition | null
  readonly timer: TimerState
  /** Whether the video or sound of the slide plays; absent if nobody has just played or stopped it. */
  readonly plays?: boolean
}
