import type { Deck } from '../model/deck.ts'
import type { Diagram, Picture } from '../model/draft.ts'
import { picturesOn } from '../model/pictures-on.ts'

/**
 * Computes, before a PDF is printed, the maximum size in bytes that it may have. No ordinary PDF needs more; one whose
 * pages were drawn as bitmaps exceeds it.
 */
export function budgetFor({ slides }: Deck, pages: number): number {
  return FONTS + pages * PAGE + slides.flatMap(picturesOn).reduce((sum, picture) => sum + bytesOf(picture), 0)
}

/** Bytes allowed for the fonts of the largest scripts, and for a page full of text. */
const FONTS = 3_000_000
const PAGE = 50_000

/**
 * Returns the number of bytes allowed for a picture. A photograph keeps its bytes; other bitmaps may lose their
 * compression, and a drawing grows because its numbers are written out.
 */
function bytesOf(picture: Picture | Diagram): number {
  if ('drawing' in picture) return JSON.stringify(picture.drawing).length * DRAWING_FACTOR
  const { content } = picture
  if (content === null) return 0
  const { data, width, height, isDrawing } = content
  return isDrawing ? data.length * DRAWING_FACTOR : data.length + width * height * PIXEL
}

/** The number of bytes per pixel, with transparency. */
const PIXEL = 4
const DRAWING_FACTOR = 8
