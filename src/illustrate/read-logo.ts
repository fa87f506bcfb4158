import type { LogoImage } from '../model/event.ts'
import { identifyImage } from './identify-image.ts'
import type { ImageFault } from './image-fault.ts'
import type { ImageFolder } from './image-folder.ts'
import { locateImage } from './image-location.ts'
import { coloursInDrawing, coloursInPng } from './logo-colours.ts'

/**
 * Reads a logo from a folder, or returns the reason why it cannot be used. The logo must be an SVG or a PNG, and must
 * pass the same checks as an article's images.
 */
export async function readLogoFile(address: string, folder: ImageFolder): Promise<LogoImage | ImageFault> {
  const location = locateImage(address, folder)
  if (location.type === 'unavailable') return location.fault
  if (location.type === 'inline') return UNSUPPORTED_FORMAT
  const bytes = await folder.read(location.names, MAX_BYTES)
  if ('fact' in bytes) return bytes
  const picture = identifyImage(bytes)
  if ('fact' in picture) return picture
  if (!/^data:image\/(?:svg\+xml|png);/.test(picture.data)) return UNSUPPORTED_FORMAT
  const isSmall = picture.width * picture.height <= MAX_PIXELS
  const colours = picture.isDrawing
    ? coloursInDrawing(new TextDecoder().decode(bytes))
    : isSmall
      ? coloursInPng(bytes)
      : []
  return { picture, colours }
}

/**
 * A picture with more pixels than this is not decoded, so its colours are unknown, like the colours of a photograph.
 */
const MAX_PIXELS = 4_000_000

/** The maximum size of a logo in bytes. Every file made from the deck contains it. */
const MAX_BYTES = 1024 * 1024

const UNSUPPORTED_FORMAT: ImageFault = {
  ruleId: 'image-unreadable',
  fact: 'is neither an SVG nor a PNG file',
  remedy: 'Save the logo as SVG, or as PNG with a transparent background.',
}
