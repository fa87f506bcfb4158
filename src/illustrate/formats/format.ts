import type { ImageTrouble } from '../image-fault.ts'

/** In CSS px, as a browser shows it at its natural size. */
export interface PixelSize {
  readonly width: number
  readonly height: number
}

/** One kind of image. */
export interface ImageFormat {
  /** Its media type. */
  readonly type: `image/${string}`
  /** Whether it is sharp at any size. */
  readonly isDrawing: boolean
  /** Whether the bytes claim to be in this format. */
  begins(bytes: Uint8Array): boolean
  /** The image's size, read from its header only, in time at most linear in the bytes; or why it cannot be shown. */
  measure(bytes: Uint8Array): PixelSize | ImageTrouble
}
