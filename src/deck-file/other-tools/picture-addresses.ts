import { posix } from 'node:path'
import type { Edit } from '../../read/edit-source.ts'
import { linesOf, wordsIn } from './deck-lines.ts'

/**
 * Rewrites the addresses of pictures that are relative to the folder of an included file (`./quay.png`), so that they
 * are relative to the deck. `folder` lists the names on the path from the deck to that folder.
 */
export function pictureAddresses(text: string, folder: readonly string[]): readonly Edit[] {
  if (folder.length === 0) return []
  return [...wordsIn(linesOf(text)).matchAll(PICTURE)].map(({ index, 0: { length }, 1: address = '' }) => ({
    span: [index + length - address.length, index + length],
    replacement: posix.join(...folder, address),
  }))
}

/** A picture, a definition, an attribute `src`, and a setting in the front matter of a slide. */
const PICTURE =
  /(?:!\[[^\]\n]{0,500}\]\(\s*<?|^ {0,3}\[[^\]\n]{1,100}\]:[ \t]*<?|\ssrc\s*=\s*["']|^(?:image|background):[ \t]*["']?)(\.{1,2}\/[^\s<>()"']+)/gm
