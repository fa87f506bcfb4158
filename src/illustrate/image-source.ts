import { decodeDataUrl } from './data-url.ts'
import type { ImageFolder } from './folder.ts'
import { type ImageFault, NO_FOLDER } from './image-fault.ts'
import { locateImage } from './image-location.ts'

/** Finds images by their addresses in the article. */
export interface ImageSource {
  /** Returns the bytes of an image, or says why there are none. Their format is not checked. */
  bytesAt(address: string): Promise<Uint8Array | ImageFault>
}

/**
 * Finds images in a folder and in `data:` URLs. The folder is null for an article without one. Nothing is fetched.
 */
export function imagesInFolder(folder: ImageFolder | null): ImageSource {
  return {
    async bytesAt(address) {
      // An article without a folder may still name files, but there is nowhere to look for them.
      const whereabouts = locateImage(address, folder ?? { articlePath: [], isSite: false })
      if (whereabouts.type === 'nowhere') return whereabouts.fault
      if (whereabouts.type === 'inline') return decodeDataUrl(whereabouts.address)
      return folder === null ? NO_FOLDER : folder.read(whereabouts.names)
    },
  }
}
