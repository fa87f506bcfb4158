// Finds the colours of a template's text, and adjusts those that are unreadable on what is drawn behind them.

import type { Root } from 'xast'
import { MIN_CONTRAST } from '../contrast.ts'
import { schemeOf, themeOf } from './colour-scheme.ts'
import { adjustForContrast, hardestBackground, lowestContrast, textColourFrom } from './colour-tokens.ts'
import { coloursIn, zoneIn } from './colours-behind-text.ts'
import { drawLayout } from './draw-layout.ts'
import type { Template } from './open-template.ts'
import { type Box, masterTypeOf, type Placeholder, type TemplateLayout } from './template-layouts.ts'

/** The colour for the text in a placeholder. */
export interface TextColour {
  readonly placeholder: Placeholder
  /** The colour of the text in the template. */
  readonly originalColour: string
  /** The colour to use: the original one if that is readable, otherwise an adjusted one. */
  readonly colour: string
  /** The colour behind the text on which the original colour is hardest to read. */
  readonly ground: string
  /** Whether `colour` has the contrast of WCAG AA, 4.5:1, everywhere in the placeholder. */
  readonly isReadable: boolean
  /** The fraction of the placeholder, from 0 to 1, in which `colour` has too little contrast for WCAG AA. */
  readonly unreadableFraction: number
}

export type ColourReader = (layout: TemplateLayout) => readonly TextColour[]

/** Returns a function that finds the text colours on a layout. */
export function textColourReader(template: Template): ColourReader {
  const scale = CANVAS_WIDTH / template.size.width
  const canvas = { width: CANVAS_WIDTH, height: template.size.height * scale }
  const cache = new Map<string, readonly TextColour[]>()
  const coloursOn = (layout: TemplateLayout): readonly TextColour[] => {
    const master = masterOf(layout, template)
    const theme = themeOf(template, master?.path)
    if (master === null || theme === null) return []
    const scheme = schemeOf(theme, master.root)
    const sources = { masterPath: master.path, template, scheme }
    const drawing = drawLayout(layout.path, master.path, { template, scheme, theme, canvas, scale })
    return layout.placeholders.flatMap((placeholder): TextColour[] => {
      const { type } = placeholder
      const box = textBox(placeholder)
      if (box === null || !TEXT_TYPES.has(type)) return []
      const scaledBox = { x: box.x * scale, y: box.y * scale, width: box.width * scale, height: box.height * scale }
      const zone = zoneIn(scaledBox, drawing)
      const originalColour = textColourFrom(masterTypeOf(type), layout, sources) ?? scheme.tx1 ?? '#000000'
      const colour =
        lowestContrast(originalColour, zone) >= MIN_CONTRAST.text
          ? originalColour
          : adjustForContrast(originalColour, zone)
      const isReadable = lowestContrast(colour, zone) >= MIN_CONTRAST.text
      const backgrounds = coloursIn(scaledBox, drawing)
      const unreadable = backgrounds.filter((background) => lowestContrast(colour, [background]) < MIN_CONTRAST.text)
      const unreadableFraction = unreadable.length / backgrounds.length
      return [
        {
          placeholder,
          originalColour,
          colour,
          ground: hardestBackground(originalColour, zone),
          isReadable,
          unreadableFraction,
        },
      ]
    })
  }
  return (layout) => {
    const colours = cache.get(layout.path) ?? coloursOn(layout)
    cache.set(layout.path, colours)
    return colours
  }
}

/**
 * Returns the layout on which the fewest titles and bodies are hard to read or need another colour; if several are
 * equally good, the first of them. Returns undefined if there are no layouts.
 */
export function mostReadable(layouts: readonly TemplateLayout[], coloursOn: ColourReader): TemplateLayout | undefined {
  const faultScore = (layout: TemplateLayout) =>
    coloursOn(layout)
      .filter(({ placeholder }) => ['title', 'body'].includes(masterTypeOf(placeholder.type)))
      .reduce(
        (sum, { originalColour, colour, isReadable, unreadableFraction }) =>
          sum + (isReadable ? 0 : 10) + (originalColour === colour ? 0 : 1) + unreadableFraction,
        0,
      )
  return layouts.reduce<TemplateLayout | undefined>(
    (best, layout) => (best === undefined || faultScore(layout) < faultScore(best) ? layout : best),
    undefined,
  )
}

/**
 * Returns the part of a placeholder that contains text: for a slide number, only the part with the number. Null if the
 * placeholder has no box.
 */
function textBox({ type, box, align }: Placeholder): Box | null {
  if (box === null || type !== 'sldNum') return box
  const width = Math.min(box.width, 2 * box.height)
  const alignment = { l: 0, ctr: 0.5, r: 1 }[align] ?? 0
  return { ...box, x: box.x + alignment * (box.width - width), width }
}

/** Finds the master of a layout; null if it has none. */
export function masterOf({ path }: TemplateLayout, template: Template): { path: string; root: Root } | null {
  const masterPath = template.parts.get(path)?.relationships.find(({ type }) => type === 'slideMaster')?.target
  const root = masterPath === undefined ? null : template.parts.get(masterPath)?.root
  return masterPath === undefined || !root ? null : { path: masterPath, root }
}

const CANVAS_WIDTH = 1280

/** The types of placeholders that contain text. */
const TEXT_TYPES: ReadonlySet<string> = new Set(['title', 'ctrTitle', 'subTitle', 'body', 'obj', 'dt', 'ftr', 'sldNum'])
