import { type ImageFault, NO_FOLDER } from './image-fault.ts'
import type { ImageFolder } from './image-folder.ts'
import { locateImage } from './image-location.ts'
import { inlineImage } from './inline-image.ts'
import { LIMITS } from './limits.ts'

/** Finds images by their addresses in the article. */
export interface ImageSource {
  /** Returns the bytes of an image, without checking their format, or the reason why there are none. */
  bytesAt(address: string): Promise<Uint8Array | ImageFault>
}

/**
 * Makes a source for images in a folder and in `data:` URLs. `folder` is null for an article without one. Nothing is
 * fetched.
 */
export function imagesInFolder(folder: ImageFolder | null): ImageSource {
  return {
    async bytesAt(address) {
      // An article without a folder may still name files, but there is nowhere to look for them.
      const location = locateImage(address, folder ?? { articlePath: [], isSite: false })
      if (location.type === 'unavailable') return location.fault
      if (location.type === 'inline') return inlineImage(location.address)
      return folder === null ? NO_FOLDER : folder.read(location.names)
    },
  }
}

/**
 * Makes a source that keeps what another source returns, so that each address is read only once. It keeps at most as
 * many bytes as a deck can hold; images beyond that are read again.
 */
export function cachedImages(images: ImageSource): ImageSource {
  const kept = new Map<string, Uint8Array | ImageFault>()
  let keptBytes = 0
  return {
    async bytesAt(address) {
      const earlier = kept.get(address)
      if (earlier !== undefined) return earlier
      const found = await images.bytesAt(address)
      const size = 'fact' in found ? 0 : found.length
      if (keptBytes + size > LIMITS.allBytes) return found
      keptBytes += size
      kept.set(address, found)
      return found
    },
  }
}
