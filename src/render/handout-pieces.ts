// The pieces that the pages of the handout consist of, and how many sentences and ruled lines fit into a space.

import type { Extent } from '../client/measure/measure-notes.ts'
import { type PageLayout, PX_PER_MM, RULE_DISTANCE } from './handout-layouts.ts'

/** The heights of a slide's heading and note, in CSS px. */
export interface NoteHeights {
  readonly heading: number
  /** The extent of each sentence at the width of a note beside its slide. */
  readonly beside: readonly Extent[]
  /** The extent of each sentence at the width of a column for the rest of a note. */
  readonly rest: readonly Extent[]
}

/** A range of sentences in a note, from the index `from` up to but not including `to`. */
export interface SentenceRange {
  readonly from: number
  readonly to: number
}

/** The part of a slide that is on one page. */
export interface SheetPiece {
  /** The index of the slide, from 0. */
  readonly slide: number
  /**
   * As much of the note as fits next to the picture and heading of the slide; null if the slide itself is on an earlier
   * page and only its note continues here.
   */
  readonly beside: SentenceRange | null
  /** More of the note, in columns below the slide or on a later page; null if there is none. */
  readonly rest: SentenceRange | null
  /** The minimum height, in CSS px. */
  readonly height: number
  /** The number of ruled lines. */
  readonly ruleCount: number
  /** Set if the note is too short to fill the layout's columns, so it is set in one. */
  readonly isShort?: true
}

/** A page of the handout: slides, or the rest of their notes. */
export interface HandoutSheet {
  readonly kind: 'slides' | 'rest'
  readonly pieces: readonly SheetPiece[]
}

/** The space for slides and notes on a page. */
export interface SheetSpace {
  readonly layout: PageLayout
  /** The height of a page within its margins, in CSS px. */
  readonly pageHeight: number
  /** The height of a slide and of the text under it, in CSS px. */
  readonly thumbHeight: number
}

/** The height kept free in columns, in CSS px, because the last line of a column seldom ends exactly at its bottom. */
export const SLACK = 36

/**
 * Returns the end of the longest range of sentences from the index `from` that fits into the available height, but at
 * least `minEnd`: by default, the range has at least one sentence.
 */
export function fittingEnd(extents: readonly Extent[], from: number, available: number, minEnd = from + 1): number {
  let to = Math.min(minEnd, extents.length)
  while (to < extents.length && heightOf(extents, { from, to: to + 1 }) <= available) to++
  return to
}

/**
 * Returns the height of a range of sentences. The line in which the first sentence begins counts in full, because that
 * sentence may have to begin a new line.
 */
export function heightOf(extents: readonly Extent[], { from, to }: SentenceRange): number {
  return from >= to ? 0 : (extents[to - 1]?.bottom ?? 0) - (extents[from]?.top ?? 0) + LEADING
}

/** The difference between the height of a line and the height of its letters, in CSS px. */
const LEADING = 6

/** Returns how many ruled lines fit into a height, in CSS px. */
export function ruleCountIn(height: number): number {
  return Math.max(0, Math.floor(height / (RULE_DISTANCE * PX_PER_MM)))
}
