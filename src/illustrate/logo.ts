import { formatHex, parse } from 'culori'
import type { EventMark } from '../model/event.ts'
import type { ImageFolder } from './folder.ts'
import { identifyImage } from './identify-image.ts'
import type { ImageFault } from './image-fault.ts'
import { locateImage } from './image-location.ts'

/**
 * Reads a logo from a folder, or says why it cannot be used. It passes the same checks as an article's images, and must
 * be an SVG or a PNG.
 */
export async function readMark(address: string, folder: ImageFolder): Promise<EventMark | ImageFault> {
  const whereabouts = locateImage(address, folder)
  if (whereabouts.type === 'nowhere') return whereabouts.trouble
  if (whereabouts.type === 'inline') return NO_MARK
  const bytes = await folder.read(whereabouts.names, MAX_BYTES)
  if ('fact' in bytes) return bytes
  const picture = identifyImage(bytes)
  if ('fact' in picture) return picture
  if (!/^data:image\/(?:svg\+xml|png);/.test(picture.data)) return NO_MARK
  return { picture, colours: picture.isDrawing ? coloursIn(new TextDecoder().decode(bytes)) : [] }
}

/** The maximum size of a logo in bytes, as it is in every file made from the deck. */
const MAX_BYTES = 1024 * 1024

const NO_MARK: ImageFault = {
  ruleId: 'image-unreadable',
  fact: 'is neither an SVG nor a PNG file',
  remedy: 'Save the logo as SVG, or as PNG with a transparent background.',
}

/** The fill colours of a drawing's shapes; black if it names none, the default of SVG. */
function coloursIn(svg: string): readonly string[] {
  const colours = [...svg.matchAll(PAINT)].flatMap(([, value = '']) => formatHex(parse(value.trim())) ?? [])
  return colours.length > 0 ? [...new Set(colours)] : ['#000000']
}

const PAINT = /(?:fill|stroke|stop-color|color)\s{0,9}[:=]\s{0,9}["']?([^"';}>]{3,60})/g
