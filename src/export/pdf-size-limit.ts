import type { Deck } from '../model/deck.ts'
import type { Diagram, Picture } from '../model/draft.ts'
import { picturesOn } from '../model/slide-pictures.ts'

/**
 * Computes, before a PDF is printed, the maximum size in bytes that it may have. No ordinary PDF needs more; one whose
 * pages were drawn as bitmaps exceeds it.
 */
export function maxPdfBytes({ slides }: Deck, pageCount: number): number {
  return (
    FONT_BYTES +
    pageCount * PAGE_BYTES +
    slides.flatMap(picturesOn).reduce((sum, picture) => sum + maxPictureBytes(picture), 0)
  )
}

/** The bytes allowed for the fonts of the largest scripts, and for a page full of text. */
const FONT_BYTES = 3_000_000
const PAGE_BYTES = 50_000

/**
 * Returns the number of bytes allowed for a picture. A photograph keeps its bytes; other bitmaps may lose their
 * compression, and a drawing grows because its numbers are written out.
 */
function maxPictureBytes(picture: Picture | Diagram): number {
  if ('drawing' in picture) return JSON.stringify(picture.drawing).length * DRAWING_FACTOR
  const { content } = picture
  if (content === null) return 0
  const { data, width, height, isDrawing } = content
  return isDrawing ? data.length * DRAWING_FACTOR : data.length + width * height * BYTES_PER_PIXEL
}

/** Bytes per pixel, including transparency. */
const BYTES_PER_PIXEL = 4
const DRAWING_FACTOR = 8
