import { InvalidArgumentError } from 'commander'
import { CANVASES } from '../model/settings.ts'
import type { Canvas } from '../model/theme.ts'

/** Returns the canvas for an aspect ratio such as `16:9`. */
export function canvas(shape: string): Canvas {
  const found = CANVASES[shape]
  if (found === undefined) throw new InvalidArgumentError(`Choose ${Object.keys(CANVASES).join(' or ')}.`)
  return found
}
