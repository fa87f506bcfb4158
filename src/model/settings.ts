import type { Canvas } from './theme.ts'

/** Everything that an article can be made into. */
export const FORMATS = ['html', 'pdf', 'handout', 'json'] as const

export type Format = (typeof FORMATS)[number]

/** The shapes of a slide that may be asked for, in CSS px. */
export const CANVASES: Readonly<Record<string, Canvas>> = {
  '16:9': { width: 1280, height: 720 },
  '4:3': { width: 960, height: 720 },
}

/** The longest talk that may be asked for: a day. */
export const MOST_MINUTES = 480

/** Everything a user may choose, complete and checked. */
export interface Settings {
  readonly out: string
  readonly formats: readonly Format[]
  /** A theme's name, or the path of its folder. */
  readonly theme: string
  /** The path of the event's file; null for none. */
  readonly event: string | null
  /** Null for the theme's own. */
  readonly canvas: Canvas | null
  /** How long the talk is to be; null for as long as the article is. */
  readonly minutes: number | null
  readonly handout: '3'
  readonly paper: 'a4' | 'letter'
  /** The folder above the article that its images may be read from; null for the article's own alone. */
  readonly root: string | null
  /** The Chrome or Chromium to use; null to look for one. */
  readonly browser: string | null
  readonly strict: boolean
}
