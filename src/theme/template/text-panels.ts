// Draws panels behind text that would otherwise be on shapes of several colours.

import type { Canvas } from '../../model/theme.ts'
import { allowsReadableText } from './colour-tokens.ts'
import type { Zone, Zones } from './colours-behind-text.ts'
import { type LayoutDrawings, withPanel } from './draw-layout.ts'

/** The space between text and the edges of its panel, in px. */
const PADDING = 24

/** Puts a panel behind the text of a layout if no text colour would be readable on most of the drawing behind it. */
export function withTextPanels(
  drawings: LayoutDrawings,
  zones: Zones,
  { positions, canvas }: { readonly positions: Readonly<Record<string, string>>; readonly canvas: Canvas },
): LayoutDrawings {
  const px = (name: string) => Number.parseFloat(positions[name] ?? '0')
  const x = Math.max(0, px('margin-start') - PADDING)
  const width = Math.min(canvas.width, canvas.width - px('margin-end') + PADDING) - x
  const drawingWithPanel = (
    key: keyof LayoutDrawings,
    textZones: readonly Zone[],
    footZones: readonly Zone[],
    top: number | null,
  ) => {
    const isFootReadable = footZones.every(allowsReadableText)
    if (textZones.every(allowsReadableText) && isFootReadable) return drawings[key]
    const y = Math.max(0, (top ?? px('margin-top')) - PADDING)
    const bottom = canvas.height - (isFootReadable ? px('foot-height') : 0)
    return withPanel(drawings[key], { x, y, width, height: bottom - y }, canvas)
  }
  return {
    '*': drawingWithPanel('*', [zones.head, zones.body], [zones.foot, zones.number], zones.headTop),
    title: drawingWithPanel('title', [zones.title], [zones.titleFoot, zones.titleNumber], zones.titleTop),
    part: drawingWithPanel('part', [zones.part], [zones.partFoot, zones.partNumber], zones.partTop),
  }
}
