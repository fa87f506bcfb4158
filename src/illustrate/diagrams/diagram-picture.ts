import { s } from 'hastscript'
import type { DrawnDiagram } from '../../client/diagram/draw-diagram.ts'
import type { Diagram } from '../../model/draft.ts'

/** Makes an `svg` with only the shapes and text of a drawing, and its alternative text; null if nothing was drawn. */
export function diagramPicture(
  { shapes, left, top, width, height, ...descriptions }: DrawnDiagram,
  source: string,
): Omit<Diagram, 'source'> | null {
  if (shapes.length === 0) return null
  const drawing = s(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `${left} ${top} ${width} ${height}` },
    shapes.map(({ tag, attributes, text }) => s(tag, attributes, text === '' ? [] : [text])),
  )
  const authorLabels = [descriptions.title, descriptions.description].filter((words) => words !== '')
  const words = [...new Set(shapes.flatMap(({ text }) => (text === '' ? [] : [text])))]
  // Words make the most sense in the order of the source.
  const positionOf = (word: string) => (source.indexOf(word) < 0 ? source.length : source.indexOf(word))
  words.sort((one, other) => positionOf(one) - positionOf(other))
  return {
    drawing,
    width,
    height,
    label: (authorLabels.length > 0 ? authorLabels.join('. ') : words.join('; ')).slice(0, MAX_LABEL_LENGTH),
  }
}

/** In characters: nobody would listen to a longer label. */
const MAX_LABEL_LENGTH = 1_000
