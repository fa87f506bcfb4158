import type { Canvas } from './theme.ts'

export type Format = 'html' | 'pdf' | 'handout' | 'json'

/** Everything a user may choose, complete and checked. */
export interface Settings {
  readonly out: string
  readonly formats: readonly Format[]
  /** A theme's name, or the path of its folder. */
  readonly theme: string
  /** Null for the theme's own. */
  readonly canvas: Canvas | null
  readonly handout: '3'
  readonly paper: 'a4' | 'letter'
  /** The Chrome or Chromium to use; null to look for one. */
  readonly browser: string | null
  readonly strict: boolean
}
