// Reports pairs of a theme's text and background colours that are hard to read.

import type { VFile } from 'vfile'
import type { Theme } from '../model/theme.ts'
import { type Contrast, contrastsOf, MIN_CONTRAST, PAPER } from './contrast.ts'

/**
 * Warns about pairs of text and background that have too little contrast at any size. Pairs that are readable only in
 * large text are left to `lectern theme check`, which measures the text.
 */
export function reportUnreadableColours(theme: Theme, hasHandout: boolean, file: VFile): void {
  const faults = contrastsOf(theme).filter(
    ({ ratio, ground }) => ratio < MIN_CONTRAST.large && (hasHandout || ground !== PAPER),
  )
  if (faults.length === 0) return
  file.message(
    `Text in the theme "${theme.name}" is hard to read: ${faults.slice(0, MAX_NAMED).map(describe).join(', ')}. Make one colour of each pair lighter or darker; "lectern theme check" lists them all.`,
    { source: 'lectern', ruleId: 'theme-contrast' },
  )
}

/** The number of pairs that a message names. */
const MAX_NAMED = 3

function describe({ ink, inkColour, ground, groundColour, ratio }: Contrast): string {
  return `"${ink}" ${inkColour} on "${ground}" ${groundColour} (${ratio.toFixed(1)}:1)`
}
