// Leaves out the slides of pictures that cannot be shown.

import type { Image } from 'mdast'
import type { VFile } from 'vfile'
import { identifyImage } from '../illustrate/identify-image.ts'
import { identifyMedia } from '../illustrate/identify-media.ts'
import { type ImageFault, NO_FOLDER, quoteAddress } from '../illustrate/image-fault.ts'
import type { ImageSource } from '../illustrate/image-source.ts'
import type { Draft } from '../model/draft.ts'
import { withoutNumber } from '../model/numbered-title.ts'
import type { Sentence } from '../model/outline.ts'

/** The remaining drafts, and the pictures that cannot be shown. */
export interface RemainingDrafts {
  readonly drafts: readonly Draft[]
  readonly missingPictures: ReadonlySet<Readonly<Image>>
}

/**
 * Leaves out the slide of each picture that cannot be shown. Its note, and the words that only it shows, move to the
 * note of the slide before. One message reports all pictures on the web that were not downloaded; each of the others
 * has a separate message. The first slide and the only slide of a part stay.
 */
export async function withoutMissingPictures(
  drafts: readonly Draft[],
  { sentences, images, file }: MissingPictureContext,
): Promise<RemainingDrafts> {
  const missing = new Map<Readonly<Image>, ImageFault>()
  const remaining: Draft[] = []
  for (const draft of drafts) {
    const { content, part } = draft
    const before = remaining.at(-1)
    const isOnlySlideOfPart = () =>
      part > 0 && drafts.filter((other) => other.part === part && other.purpose === 'body').length === 1
    const image = content.type === 'image' && 'image' in content.picture ? content.picture.image : undefined
    const fault =
      image === undefined || before === undefined || isOnlySlideOfPart() ? null : await faultOf(image.url, images)
    if (image === undefined || before === undefined || fault === null) remaining.push(draft)
    else {
      missing.set(image, fault)
      const moved = [...draft.noteSentences, ...sentencesOnlyOn(draft, drafts, sentences)]
      const noteSentences = [...before.noteSentences, ...moved].toSorted((one, other) => one.span[0] - other.span[0])
      remaining[remaining.length - 1] = { ...before, noteSentences }
    }
  }
  reportMissing(missing, file)
  return { drafts: remaining, missingPictures: new Set(missing.keys()) }
}

interface MissingPictureContext {
  /** Every sentence of the article. */
  readonly sentences: readonly Sentence[]
  readonly images: ImageSource
  readonly file: VFile
}

/** Returns the words that only the slide of a picture shows, as sentences: its title and its caption. */
function sentencesOnlyOn(draft: Draft, drafts: readonly Draft[], sentences: readonly Sentence[]): readonly Sentence[] {
  const { title, content, noteSentences } = draft
  const caption = content.type === 'image' ? content.caption : null
  const isHeading = title?.kind === 'heading'
  const spans = [...(isHeading ? [] : (title?.spans ?? [])), ...(caption?.spans ?? [])]
  const startsInNote = new Set(noteSentences.map(({ span }) => span[0]))
  const shownSentences = sentences
    .filter(({ span }) => !startsInNote.has(span[0]) && spans.some(([start, end]) => span[0] < end && start < span[1]))
    .map((sentence): Sentence => ({ ...sentence, kind: 'prose' }))
  const [heading] = isHeading ? title.spans : []
  const isHeadingElsewhere = drafts.some((other) => other !== draft && other.title?.spans[0]?.[0] === heading?.[0])
  if (heading === undefined || title === null || isHeadingElsewhere) return shownSentences
  return [
    { text: withoutNumber(title)?.text ?? '', span: heading, kind: 'heading', startsBlock: true },
    ...shownSentences,
  ]
}

async function faultOf(url: string, images: ImageSource): Promise<ImageFault | null> {
  const found = await images.bytesAt(url)
  // A video that is too large to be embedded has a slide that links to it. Without a folder, no picture can be found,
  // so none counts as missing.
  if ('fact' in found) return found.ruleId === 'image-too-large' || found === NO_FOLDER ? null : found
  const content = identifyMedia(found) ?? identifyImage(found)
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
    ...(position === undefined ? {} : { place: position }),
    ...{ source: 'lectern', ruleId: problem.ruleId },
  })
}
