import type { Image } from 'mdast'
import type { VFile } from 'vfile'
import { type ImageFault, quoteAddress } from '../illustrate/image-fault.ts'
import type { ImageSource } from '../illustrate/image-source.ts'
import type { Draft } from '../model/draft.ts'

/** The remaining drafts, and the pictures that could not be downloaded. */
export interface RemainingDrafts {
  readonly drafts: readonly Draft[]
  readonly missingPictures: ReadonlySet<Readonly<Image>>
}

/**
 * Leaves out the slide of each web picture that could not be downloaded, because an empty frame says nothing. The
 * slide's note moves to the slide before it, and one message reports all such pictures. The first slide and the only
 * slide of a part stay.
 */
export async function withoutMissingPictures(
  drafts: readonly Draft[],
  images: ImageSource,
  file: VFile,
): Promise<RemainingDrafts> {
  const missing = new Map<Readonly<Image>, ImageFault>()
  const remaining: Draft[] = []
  for (const draft of drafts) {
    const { content, part } = draft
    const before = remaining.at(-1)
    const isOnly = part > 0 && drafts.filter((each) => each.part === part && each.purpose === 'body').length === 1
    const image = content.type === 'image' && 'image' in content.picture ? content.picture.image : undefined
    const fault = image === undefined || isOnly || before === undefined ? null : await faultOf(image.url, images)
    if (image === undefined || before === undefined || fault === null) remaining.push(draft)
    else {
      missing.set(image, fault)
      remaining[remaining.length - 1] = { ...before, noteSentences: [...before.noteSentences, ...draft.noteSentences] }
    }
  }
  reportMissing(missing, file)
  return { drafts: remaining, missingPictures: new Set(missing.keys()) }
}

async function faultOf(url: string, images: ImageSource): Promise<ImageFault | null> {
  const found = await images.bytesAt(url)
  return 'fact' in found && found.ruleId === 'image-remote' ? found : null
}

function reportMissing(missing: ReadonlyMap<Readonly<Image>, ImageFault>, file: VFile): void {
  const [first] = missing
  if (first === undefined) return
  const [{ url, position }, problem] = first
  const fact =
    missing.size === 1
      ? `The image${quoteAddress(url)} ${problem.fact}, so it has no slide`
      : `${missing.size} images have no slide; the first,${quoteAddress(url)}, ${problem.fact}`
  file.message(`${fact}. ${problem.remedy}`, {
    ...(position === undefined ? {} : { place: position }),
    ...{ source: 'lectern', ruleId: 'image-remote' },
  })
}
