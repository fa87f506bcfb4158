// Finds words that stand for a picture.

import { isDataUrl } from '../util/data-url.ts'
import { singleSpaced } from '../util/single-spaced.ts'
import type { Diagram, Picture } from './draft.ts'

/** Returns the alternative text of a picture, or else its title or its file name. */
export function pictureLabel({ image }: Pick<Picture, 'image'>): string {
  return normalizedText(image.alt) || normalizedText(image.title) || fileNameIn(image.url)
}

/** Returns the label of a picture or a diagram. */
export function labelOf(picture: Picture | Diagram): string {
  return 'image' in picture ? pictureLabel(picture) : picture.label
}

export function normalizedText(text: string | null | undefined): string {
  return singleSpaced(text ?? '').trim()
}

/** Returns the last segment of an address; for a `data:` URL, its media type: `data:image/png`. */
export function fileNameIn(address: string): string {
  const isInline = isDataUrl(address.trimStart())
  const [path = ''] = address.trim().split(isInline ? /[;,]/ : /[?#]/, 1)
  const name = isInline ? path : (path.split(/[/\\]/).findLast((part) => part !== '') ?? '')
  return name.replace(/\p{C}/gu, '').slice(0, MAX_NAME_LENGTH)
}

/** In characters: a longer file name adds nothing. */
const MAX_NAME_LENGTH = 60
