// The interface that each image format implements.

import type { ImageFault } from '../image-fault.ts'

/** The natural size of an image, at which a browser shows it, in CSS px. */
export interface PixelSize {
  readonly width: number
  readonly height: number
}

/** A format of images. */
export interface ImageFormat {
  /** Its media type. */
  readonly mediaType: `image/${string}`
  /** Whether it is sharp at any size. */
  readonly isDrawing: boolean
  /** Whether the bytes claim to be in this format. */
  matches(bytes: Uint8Array): boolean
  /**
   * Reads the image's size without decoding it, in linear time at most, or says why it cannot be shown.
   */
  measure(bytes: Uint8Array): PixelSize | ImageFault
}
