import type { RevealApi } from 'reveal.js'
import type { make } from './make.ts'
import type { picture } from './picture.ts'

/** What the scripts of a deck are told when they start. */
export interface StageSettings {
  /** As reveal.js takes them. */
  readonly reveal: Readonly<Record<string, unknown>>
  /** The length of the talk in minutes; null for as long as its notes take. */
  readonly minutes: number | null
  /** Where news of changes comes from, of a deck that is served; null for a saved one. */
  readonly events: string | null
}

/** What the types of reveal.js leave out. */
export interface StageDeck extends RevealApi {
  isScrollView(): boolean
}

/** What every script of the page works with. */
export interface Stage {
  readonly deck: StageDeck
  readonly settings: StageSettings
  readonly make: Make
  readonly picture: typeof picture
  /** Shows a word for a moment, and says it to who cannot see. */
  readonly tell: (text: string) => void
}

export type Make = typeof make

/** One key and what it does. */
export interface Command {
  /** As `KeyboardEvent.key` has it, a letter in lower case; `Shift+` before it where that is held. */
  readonly keys: readonly string[]
  readonly does: string
  /** Left out where reveal.js does it. */
  readonly act?: () => void
  /** Whether it does so now; always where it is left out. */
  readonly isFor?: () => boolean
}

/** Where a talk is: the same in every window that shows it. */
export interface Place {
  readonly id: string
  /** The step, as reveal.js counts: -1 before the first. */
  readonly step: number
  readonly isBlank: boolean
}

/** How long a talk has been going: kept by the speaker's windows, remembered by all. */
export interface Clock {
  /** Milliseconds spent on each part so far, by its number. */
  readonly spent: Readonly<Record<string, number>>
  /** When it last began to count, in milliseconds since 1970; null while it stands. */
  readonly since: number | null
  /** The part that it counts for. */
  readonly part: string
  /** When a speaker's window last changed any of this, in milliseconds since 1970: of two clocks the later counts. */
  readonly changed: number
}

export interface Shared {
  readonly place: Place
  readonly clock: Clock
}
