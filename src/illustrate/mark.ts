import { formatHex, parse } from 'culori'
import type { Mark } from '../model/event.ts'
import { whereIs } from './address.ts'
import { examine } from './examine.ts'
import type { ImageFolder } from './folder.ts'
import type { Trouble } from './trouble.ts'

/** A logo in a folder, or why it cannot be had. It passes what an article's images pass, and is a drawing or a PNG. */
export async function readMark(address: string, folder: ImageFolder): Promise<Mark | Trouble> {
  const whereabouts = whereIs(address, folder)
  if (whereabouts.type === 'nowhere') return whereabouts.trouble
  if (whereabouts.type === 'inline') return NO_MARK
  const bytes = await folder.read(whereabouts.names, MOST_BYTES)
  if ('fact' in bytes) return bytes
  const picture = examine(bytes)
  if ('fact' in picture) return picture
  if (!/^data:image\/(?:svg\+xml|png);/.test(picture.data)) return NO_MARK
  return { picture, colours: picture.isDrawing ? coloursIn(new TextDecoder().decode(bytes)) : [] }
}

/** It stands in every file that is made of the deck. */
const MOST_BYTES = 1024 * 1024

const NO_MARK: Trouble = {
  ruleId: 'image-unreadable',
  fact: 'is neither an SVG nor a PNG file',
  remedy: 'Save the logo as SVG, or as PNG with a transparent ground.',
}

/** The colours that a drawing names as those of its shapes; black where it names none, as what has no colour is black. */
function coloursIn(svg: string): readonly string[] {
  const colours = [...svg.matchAll(PAINT)].flatMap(([, value = '']) => formatHex(parse(value.trim())) ?? [])
  return colours.length > 0 ? [...new Set(colours)] : ['#000000']
}

const PAINT = /(?:fill|stroke|stop-color|color)\s{0,9}[:=]\s{0,9}["']?([^"';}>]{3,60})/g
