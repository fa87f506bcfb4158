import { VFile } from 'vfile'
import type { ReadIncluded } from '../deck-file/other-tools/includes.ts'
import type { ImageFolder } from '../illustrate/image-folder.ts'
import { locateImage } from '../illustrate/image-location.ts'
import { decode } from '../read/decode.ts'
import { LIMITS } from '../read/limits.ts'
import { UnreadableError } from '../read/unreadable-error.ts'
import { newMemo } from '../util/memo.ts'

/**
 * Returns a function that reads the files that a deck includes: Markdown for slides, programs for listings. They are
 * subject to the same rules as its images: no file outside the folder of the deck is read.
 */
export function includedFiles(folder: ImageFolder | null): ReadIncluded {
  // A file that a deck includes many times is read once.
  const texts = newMemo<Promise<string | null>>()
  return async (address, names, kind) => {
    const location = locateImage(address, { articlePath: names, isSite: true })
    if (folder === null || location.type !== 'file') return null
    const path = location.names.join('/')
    const text = IS_READ[kind].test(path) ? await texts.recall(path, () => readText(folder, location.names)) : null
    return text === null ? null : { names: location.names, text }
  }
}

async function readText(folder: ImageFolder, names: readonly string[]): Promise<string | null> {
  const bytes = await folder.read(names, LIMITS.bytes)
  return 'fact' in bytes ? null : textOf(bytes)
}

/** The paths of the files that are read. Hidden files and folders, and files that often contain passwords, are not. */
const IS_READ = {
  slides: /\.(?:md|markdown|qmd)$/i,
  listing:
    /^(?!\.|.*\/\.).+\.(?:[cm]?[jt]sx?|vue|svelte|html?|css|scss|less|py|rb|rs|go|java|kts?|c|h|cc|cpp|hpp|cs|fs|swift|php|pl|r|jl|lua|ex|erl|hs|ml|scala|clj|dart|zig|nix|sql|graphql|proto|sh|bash|ps1|diff|md|txt)$/i,
} as const

function textOf(bytes: Uint8Array): string | null {
  try {
    return decode(bytes, new VFile()).text
  } catch (error) {
    if (error instanceof UnreadableError) return null
    throw error
  }
}
