// Arranges pictures in a grid, for the README.

/** A picture as a `data:` URL, with its size in pixels. */
export interface GridPicture {
  readonly url: string
  readonly width: number
  readonly height: number
}

/** A picture and its position in a larger one, in pixels. */
export interface Tile extends GridPicture {
  readonly x: number
  readonly y: number
}

/** In pixels: about twice the width of a README on an ordinary screen. */
const WIDTH = 1600

const GAP = 12

/** Arranges pictures with the same aspect ratio in rows. */
export function arrangeInGrid(pictures: readonly GridPicture[], columns: number): readonly Tile[] {
  const width = Math.floor((WIDTH - GAP * (columns - 1)) / columns)
  return pictures.map((picture, index) => {
    const height = Math.round((width * picture.height) / picture.width)
    const [column, row] = [index % columns, Math.floor(index / columns)]
    return { ...picture, width, height, x: column * (width + GAP), y: row * (height + GAP) }
  })
}
