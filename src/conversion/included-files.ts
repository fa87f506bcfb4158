import { VFile } from 'vfile'
import type { ReadIncluded } from '../deck-file/other-tools/includes.ts'
import type { ImageFolder } from '../illustrate/image-folder.ts'
import { locateImage } from '../illustrate/image-location.ts'
import { decode } from '../read/decode.ts'
import { LIMITS } from '../read/limits.ts'
import { UnreadableError } from '../read/unreadable-error.ts'

/**
 * Returns a function that reads the Markdown files that a deck includes. They are subject to the same rules as its
 * images: no file outside the folder of the deck is read.
 */
export function includedFiles(folder: ImageFolder | null): ReadIncluded {
  return async (address, names) => {
    const location = locateImage(address, { articlePath: names, isSite: true })
    if (folder === null || location.type !== 'file' || !isMarkdown(location.names)) return null
    const bytes = await folder.read(location.names, LIMITS.bytes)
    const text = 'fact' in bytes ? null : textOf(bytes)
    return text === null ? null : { names: location.names, text }
  }
}

function isMarkdown(names: readonly string[]): boolean {
  return /\.(?:md|markdown|qmd)$/i.test(names.at(-1) ?? '')
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return decode(bytes, new VFile()).text
  } catch (error) {
    if (error instanceof UnreadableError) return null
    throw error
  }
}
