// The settings of a conversion, and their possible values.

import type { Canvas } from './theme.ts'

/** The formats that a deck can be saved in. */
export const FORMATS = ['html', 'pdf', 'handout', 'pptx', 'notes', 'deck', 'json', 'png'] as const

export type Format = (typeof FORMATS)[number]

/** The size of a slide for each aspect ratio. */
export const CANVASES: Readonly<Record<string, Canvas>> = {
  '16:9': { width: 1280, height: 720 },
  '4:3': { width: 960, height: 720 },
}

/** The handout layouts: a number of slides per page, the speaker's script, or ruled lines beside the slides. */
export const HANDOUTS = ['1', '2', '3', '4', '6', 'notes', 'lines'] as const

export type HandoutLayout = (typeof HANDOUTS)[number]

export const PAPERS = ['a4', 'letter'] as const

export type Paper = (typeof PAPERS)[number]

/** The maximum number of device pixels per CSS pixel in a picture of a slide. */
export const MAX_SCALE = 4

/** The longest talk that may be requested, in minutes: eight hours. */
export const MAX_MINUTES = 480

/** Maps a layout, a slide's id or `*` (all slides) to a colour, a gradient or the path of a picture. */
export type BackgroundChoices = Readonly<Record<string, string>>

/** All settings of a conversion, complete and checked. */
export interface Settings {
  readonly out: string
  readonly formats: readonly Format[]
  /** A theme's name, or the path of its folder. */
  readonly theme: string
  /** The path of the event's file; null for none. */
  readonly event: string | null
  /** Backgrounds that replace the theme's. */
  readonly backgrounds: BackgroundChoices
  /** Null for the theme's own canvas. */
  readonly canvas: Canvas | null
  /** The length of the talk in minutes; null for the time that the article takes. */
  readonly minutes: number | null
  readonly handout: HandoutLayout
  readonly paper: Paper
  /** Whether points appear one by one. */
  readonly stepped: boolean
  /** Whether the slides PDF has a page for every step of a slide. */
  readonly steps: boolean
  /** Device pixels per CSS pixel in pictures of slides. */
  readonly scale: number
  /** The theme for paper; null to use the one for the screen. */
  readonly printTheme: string | null
  /** The PowerPoint template for the PowerPoint file; null for the theme's own layouts. */
  readonly pptxTemplate: string | null
  /** The folder above the article from which its images may be read; null for the article's own folder. */
  readonly root: string | null
  /** The path of the Chrome or Chromium to use; null to look for one. */
  readonly browser: string | null
  readonly strict: boolean
}
