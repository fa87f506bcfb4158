// Saves the images of a web page next to its deck file.

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { VFile } from 'vfile'
import { baseNameOf } from '../export/base-name.ts'
import { save } from '../export/save.ts'
import type { WebImages } from '../fetch/fetch-images.ts'
import { identifyImage } from '../illustrate/identify-image.ts'
import type { ImageFault } from '../illustrate/image-fault.ts'

/** Collects the images of a web page and saves them in a folder next to its deck file: `tides-images/bird.png`. */
export interface ImageSaver {
  /**
   * Fetches an image and returns its path for the deck file; null, with a warning, if it cannot be fetched or shown.
   */
  pathOf(url: string): Promise<string | null>
  /** Saves all images that were fetched, and returns their folder; null if there are none. */
  save(): Promise<string | null>
}

/**
 * Prepares to save images for a deck file. An existing copy of an image keeps its name; no other file is overwritten.
 */
export function createImageSaver(target: string, images: WebImages, file: VFile, signal: AbortSignal): ImageSaver {
  const folder = `${baseNameOf(basename(target))}-images`
  const files = new Map<string, Uint8Array>()
  const isFree = async (name: string, bytes: Uint8Array) => {
    const path = join(dirname(target), folder, name)
    return !files.has(name) && (!existsSync(path) || (await readFile(path)).equals(bytes))
  }
  return {
    async pathOf(url) {
      const warn = ({ fact, remedy, ruleId }: ImageFault) => {
        file.message(`The image "${url}" ${fact}. ${remedy}`, { source: 'lectern', ruleId })
        return null
      }
      const bytes = await images.bytesAt(url)
      if ('fact' in bytes) return warn(bytes)
      const image = identifyImage(bytes)
      if ('fact' in image) return warn(image)
      const extension = /^data:image\/([a-z]+)/.exec(image.data)?.[1]?.replace('jpeg', 'jpg') ?? 'img'
      const stem = imageNameFor(url)
      let name = `${stem}.${extension}`
      for (let number = 2; !(await isFree(name, bytes)); number++) name = `${stem}-${number}.${extension}`
      files.set(name, bytes)
      return `${folder}/${name}`
    },
    async save() {
      for (const [name, bytes] of files) await save(join(dirname(target), folder, name), bytes, signal)
      return files.size === 0 ? null : join(dirname(target), folder)
    },
  }
}

/**
 * Returns the last segment of an address, without its extension and without characters that are special in file names
 * or Markdown; `image` if nothing is left.
 */
function imageNameFor(url: string): string {
  const last = URL.canParse(url) ? (new URL(url).pathname.split('/').at(-1) ?? '') : ''
  const plain = last.replace(/\.[a-z0-9]{1,5}$/i, '').replace(/[^a-z0-9_-]+/gi, '-')
  return plain.replace(/^-+|-+$/g, '').slice(0, MAX_NAME_LENGTH) || 'image'
}

const MAX_NAME_LENGTH = 60
