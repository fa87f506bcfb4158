import type { Root } from 'hast'
import { LIMITS } from '../limits.ts'
import { addressOf } from './figures.ts'
import type { WebArchive } from './mhtml.ts'
import { replaceElements } from './tree.ts'

/**
 * Puts the pictures that a web archive contains into the article as data URLs, up to the limit on their total size.
 * Other pictures keep their addresses.
 */
export function withArchivedPictures(content: Root, { pictureAt }: WebArchive): Root {
  let bytesLeft: number = LIMITS.pictureBytes
  return replaceElements(content, (element) => {
    const picture = element.tagName === 'img' ? pictureAt(addressOf(element)) : undefined
    if (picture === undefined || picture.length > bytesLeft) return [element]
    bytesLeft -= picture.length
    return [{ ...element, properties: { ...element.properties, src: picture } }]
  })
}
