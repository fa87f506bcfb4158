import { decodeDataUrl } from './decode-data-url.ts'
import { type ImageFault, NO_FOLDER } from './image-fault.ts'
import type { ImageFolder } from './image-folder.ts'
import { locateImage } from './image-location.ts'

/** Finds images by their addresses in the article. */
export interface ImageSource {
  /** Returns the bytes of an image, without checking their format, or why there are none. */
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
      if (location.type === 'nowhere') return location.fault
      if (location.type === 'inline') return decodeDataUrl(location.address)
      return folder === null ? NO_FOLDER : folder.read(location.names)
    },
  }
}
