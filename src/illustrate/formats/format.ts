import type { Trouble } from '../trouble.ts'

/** In CSS px, as a browser shows it at its own size. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** One kind of image. */
export interface Format {
  /** Its media type. */
  readonly type: `image/${string}`
  /** Whether it is as sharp at any size. */
  readonly isDrawing: boolean
  /** Whether bytes claim to be of this kind. */
  begins(bytes: Uint8Array): boolean
  /** Its size, by its header alone, in time that grows no faster than the bytes; or why it cannot be shown. */
  measure(bytes: Uint8Array): Size | Trouble
}
