import type { Image } from 'mdast'
import type { VFile } from 'vfile'
import { type ImageFault, quoteAddress } from '../illustrate/image-fault.ts'
import type { ImageSource } from '../illustrate/image-source.ts'
import type { Draft } from '../model/draft.ts'

/** Drafts without the pictures that could not be downloaded, and those pictures. */
export interface WithoutLost {
  readonly drafts: readonly Draft[]
  readonly lost: ReadonlySet<Readonly<Image>>
}

/**
 * Leaves out the slide of each web picture that could not be downloaded, because an empty frame says nothing. The
 * slide's notes move to the slide before it, and one message reports all such pictures. The first slide and the only
 * slide of a part stay.
 */
export async function withoutLostPictures(
  drafts: readonly Draft[],
  images: ImageSource,
  file: VFile,
): Promise<WithoutLost> {
  const lost = new Map<Readonly<Image>, ImageFault>()
  const kept: Draft[] = []
  for (const draft of drafts) {
    const { content, part } = draft
    const before = kept.at(-1)
    const isOnly = part > 0 && drafts.filter((each) => each.part === part && each.purpose === 'body').length === 1
    const image = content.type === 'image' && 'image' in content.picture ? content.picture.image : undefined
    const trouble = image === undefined || isOnly || before === undefined ? null : await faultOf(image.url, images)
    if (image === undefined || before === undefined || trouble === null) kept.push(draft)
    else {
      lost.set(image, trouble)
      kept[kept.length - 1] = { ...before, noteSentences: [...before.noteSentences, ...draft.noteSentences] }
    }
  }
  reportLost(lost, file)
  return { drafts: kept, lost: new Set(lost.keys()) }
}

async function faultOf(url: string, images: ImageSource): Promise<ImageFault | null> {
  const found = await images.bytesAt(url)
  return 'fact' in found && found.ruleId === 'image-remote' ? found : null
}

function reportLost(lost: ReadonlyMap<Readonly<Image>, ImageFault>, file: VFile): void {
  const [first] = lost
  if (first === undefined) return
  const [{ url, position }, { fact, remedy }] = first
  const what =
    lost.size === 1
      ? `The image${quoteAddress(url)} ${fact}, so it has no slide`
      : `${lost.size} images have no slide; the first,${quoteAddress(url)}, ${fact}`
  file.message(`${what}. ${remedy}`, {
    ...(position === undefined ? {} : { place: position }),
    ...{ source: 'lectern', ruleId: 'image-remote' },
  })
}
