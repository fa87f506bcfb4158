import { whereIs } from './address.ts'
import type { ImageFolder } from './folder.ts'
import { bytesIn } from './inline.ts'
import { NO_FOLDER, type Trouble } from './trouble.ts'

/** Where images come from by the addresses that an article names. */
export interface ImageSource {
  /** The bytes of an image, or why there are none. What they are is not looked at. */
  bytesAt(address: string): Promise<Uint8Array | Trouble>
}

/** The images of a folder, and those in addresses themselves; null for an article without a folder. Nothing is fetched. */
export function imagesIn(folder: ImageFolder | null): ImageSource {
  return {
    async bytesAt(address) {
      // An article without a folder still names files, only that they cannot be looked for.
      const whereabouts = whereIs(address, folder ?? { way: [], isSite: false })
      if (whereabouts.type === 'nowhere') return whereabouts.trouble
      if (whereabouts.type === 'inline') return bytesIn(whereabouts.address)
      return folder === null ? NO_FOLDER : folder.read(whereabouts.names)
    },
  }
}
