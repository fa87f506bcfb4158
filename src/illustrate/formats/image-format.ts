// The interface that each image format implements.

import type { ImageFault } from '../image-fault.ts'

/** The natural size of an image, in CSS px: the size at which a browser shows it by default. */
export interface PixelSize {
  readonly width: number
  readonly height: number
}

/** An image format. */
export interface ImageFormat {
  readonly mediaType: `image/${string}`
  /** Whether images in this format are sharp at any size. */
  readonly isDrawing: boolean
  /** Whether the image is compressed in the way usual for photographs and rare for screenshots and charts. */
  isPhotograph(bytes: Uint8Array): boolean
  /** Whether the bytes begin like an image in this format. */
  matches(bytes: Uint8Array): boolean
  /**
   * Reads the image's size without decoding the image, in linear time at most, or returns the reason why it cannot be
   * shown.
   */
  measure(bytes: Uint8Array): PixelSize | ImageFault
}
