// Makes paragraphs of text that the measured page does not contain.

import type { ShapeParagraph } from './text-boxes.ts'

interface UnmeasuredStyle {
  /** In px. */
  readonly size: number
  readonly colour: string
  readonly isRtl: boolean
}

/** Makes a paragraph of text that was not measured because our page does not show it. */
export function unmeasuredParagraph(text: string, { size, colour, isRtl }: UnmeasuredStyle): ShapeParagraph {
  const run = {
    text,
    families: [],
    size,
    weight: 400,
    isItalic: false,
    isUnderlined: false,
    isStruck: false,
    colour,
    tracking: 0,
    shift: null,
    link: null,
  }
  return {
    runs: [run],
    fixedRuns: [run],
    align: 'start',
    isRtl,
    level: 0,
    leading: 1.2,
    isProportional: true,
    before: 0,
    margin: 0,
    indent: 0,
    bullet: null,
    isStep: false,
  }
}
