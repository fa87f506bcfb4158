// Finds the pictures that cannot be shown, and removes them from the outline.

import type { Image } from 'mdast'
import type { VFile } from 'vfile'
import { identifyImage } from '../illustrate/identify-image.ts'
import { identifyMedia } from '../illustrate/identify-media.ts'
import { type ImageFault, NO_FOLDER, quoteAddress } from '../illustrate/image-fault.ts'
import type { ImageSource } from '../illustrate/image-source.ts'
import type { Outline } from '../model/outline.ts'
import { markMissingPictures } from '../write/mark-missing-pictures.ts'
import { pictureGroupsOf } from '../write/picture-groups.ts'

/** An outline without the pictures that cannot be shown, and those pictures. */
export interface MissingPicturesResult {
  readonly outline: Outline
  readonly missingPictures: ReadonlySet<Readonly<Image>>
}

/**
 * Removes from an outline the pictures that cannot be shown, but keeps their captions. One message reports all web
 * pictures that were not downloaded; each other picture has its own message. A part that consists only of such pictures
 * keeps them, as empty frames, and so do columns.
 */
export async function removeMissingPictures(
  outline: Outline,
  { images, file }: { readonly images: ImageSource; readonly file: VFile },
): Promise<MissingPicturesResult> {
  const missing = new Map<Readonly<Image>, ImageFault>()
  for (const group of pictureGroupsOf(outline)) {
    const faults: [Readonly<Image>, ImageFault][] = []
    for (const image of group.images) {
      const fault = await faultOf(image.url, images)
      if (fault !== null) faults.push([image, fault])
    }
    const hasNothingElse = group.isWholePart && faults.length === group.images.length
    if (!hasNothingElse) for (const [image, fault] of faults) missing.set(image, fault)
  }
  reportMissing(missing, file)
  const missingPictures = new Set(missing.keys())
  return { outline: markMissingPictures(outline, missingPictures), missingPictures }
}

async function faultOf(url: string, images: ImageSource): Promise<ImageFault | null> {
  const file = await images.bytesAt(url)
  // A video that is too large to be embedded has a slide that links to it. Without a folder, no picture can be found,
  // so no picture counts as missing.
  if ('fact' in file) return file.ruleId === 'image-too-large' || file === NO_FOLDER ? null : file
  const content = identifyMedia(file) ?? identifyImage(file)
  return 'fact' in content ? content : null
}

function reportMissing(missing: ReadonlyMap<Readonly<Image>, ImageFault>, file: VFile): void {
  const remote: MissingPicture[] = []
  for (const picture of missing) {
    if (picture[1].ruleId === 'image-remote') remote.push(picture)
    else reportTogether([picture], file)
  }
  reportTogether(remote, file)
}

type MissingPicture = readonly [Readonly<Image>, ImageFault]

function reportTogether(pictures: readonly MissingPicture[], file: VFile): void {
  const [first] = pictures
  if (first === undefined) return
  const [{ url, position }, problem] = first
  const fact =
    pictures.length === 1
      ? `The image${quoteAddress(url)} ${problem.fact}, so it has no slide`
      : `${pictures.length} images have no slide; the first,${quoteAddress(url)}, ${problem.fact}`
  file.message(`${fact}. ${problem.remedy}`, {
    place: position,
    source: 'lectern',
    ruleId: problem.ruleId,
  })
}
