import { InvalidArgumentError } from 'commander'
import { CANVASES } from '../model/settings.ts'
import type { Canvas } from '../model/theme.ts'

/** Returns the canvas for an aspect ratio such as `16:9`. */
export function parseCanvas(shape: string): Canvas {
  const canvas = CANVASES[shape]
  if (canvas === undefined) throw new InvalidArgumentError(`Choose ${Object.keys(CANVASES).join(' or ')}.`)
  return canvas
}
