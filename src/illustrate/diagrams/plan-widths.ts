// Makes room for the names in Gantt charts.

import { widthOf } from '../../util/text-width.ts'
import { FONT_SIZE, PLAN_WIDTHS } from './mermaid-configuration.ts'

/**
 * Widens a Gantt chart if its names need it. The names of sections are at the left. The name of a task is beside its bar
 * if it does not fit inside; if the bar ends near the right, the name is before it and must not cover those of sections.
 * Other diagrams stay as they are.
 */
export function withRoomForNames(source: string): string {
  if (!/^\s*gantt\b/m.test(source)) return source
  const sections = namesIn(source, /^[ \t]*section[ \t]+([^\n]+)/gm)
  const tasks = namesIn(source, /^[ \t]*(?!(?:title|click|acc\w+)\b)([^:\n]+):/gm)
  const leftPadding = Math.min(MAX_PADDING, Math.max(PLAN_WIDTHS.leftPadding, widest(sections) + GAP))
  // Mermaid puts a name before its bar if the space after the bar is less than the name and 1.5 times the padding.
  const needed = 3 * widest(tasks) + 1.5 * leftPadding
  const useWidth = Math.min(MAX_WIDTH, Math.max(PLAN_WIDTHS.useWidth + leftPadding - PLAN_WIDTHS.leftPadding, needed))
  return `${source}\n%%{init: {"gantt": {"useWidth": ${Math.round(useWidth)}, "leftPadding": ${Math.round(leftPadding)}}}}%%`
}

/** The greatest widths, in px. In a wider chart, words would be too small. */
const [MAX_WIDTH, MAX_PADDING] = [1250, 280]

/** The space before and after the name of a section, in px. */
const GAP = 30

/** The usual width of a letter, as a fraction of the font size. */
const LETTER_WIDTH = 0.48

function namesIn(source: string, pattern: RegExp): readonly string[] {
  return [...source.matchAll(pattern)].map(([, name = '']) => name.trim())
}

function widest(names: readonly string[]): number {
  return Math.max(0, ...names.map(widthOf)) * LETTER_WIDTH * FONT_SIZE
}
