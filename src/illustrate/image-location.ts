// Finds the location of an image from its address.

import { isDataUrl } from '../util/data-url.ts'
import { decodePercent } from '../util/decode-percent.ts'
import { FORBIDDEN, type ImageFault, MISSING, NO_ADDRESS, OUTSIDE, REMOTE } from './image-fault.ts'
import type { ImageFolder } from './image-folder.ts'

/** The location of an image: in the address itself, at a path inside the image folder, or not available. */
export type ImageLocation =
  | { readonly type: 'inline'; readonly address: string }
  | { readonly type: 'file'; readonly names: readonly string[] }
  | { readonly type: 'unavailable'; readonly fault: ImageFault }

/** The folder that addresses are relative to. */
type FolderPosition = Pick<ImageFolder, 'articlePath' | 'isSite'>

/**
 * Finds the location of an image from its address. Percent-encoding is decoded once. A backslash separates names, as a
 * slash does, because articles come from every operating system. Query and fragment are ignored.
 */
export function locateImage(address: string, from: FolderPosition): ImageLocation {
  const trimmed = address.trim()
  if (isDataUrl(trimmed)) return { type: 'inline', address: trimmed }
  const fault = NOT_IN_FOLDER.find(({ pattern }) => pattern.test(trimmed))?.fault
  if (fault !== undefined) return { type: 'unavailable', fault }
  const [path = ''] = trimmed.split(/[?#]/, 1)
  return locateInFolder(decodePercent(path), from)
}

/** Patterns of addresses that name no file in the image folder; the first match counts. */
const NOT_IN_FOLDER: readonly { readonly pattern: RegExp; readonly fault: ImageFault }[] = [
  { pattern: /^(?:[?#]|$)/, fault: NO_ADDRESS },
  { pattern: /^(?:[a-z]:|file:)/i, fault: OUTSIDE },
  { pattern: /^[a-z][a-z0-9+.-]*:/i, fault: REMOTE },
  { pattern: /^[/\\]{2}/, fault: REMOTE },
]

function locateInFolder(path: string, { articlePath, isSite }: FolderPosition): ImageLocation {
  if (path.includes('\0')) return { type: 'unavailable', fault: MISSING }
  const isAbsolute = /^[/\\]/.test(path)
  if ((isAbsolute && !isSite) || /^[a-z]:/i.test(path)) return { type: 'unavailable', fault: OUTSIDE }
  const names = isAbsolute ? [] : [...articlePath]
  for (const name of path.split(/[/\\]/)) {
    if (name === '..' && names.length === 0) return { type: 'unavailable', fault: OUTSIDE }
    if (name === '..') names.pop()
    else if (name !== '' && name !== '.') names.push(name)
  }
  if (names.length === 0) return { type: 'unavailable', fault: NO_ADDRESS }
  // On Windows a colon names a drive or an alternate data stream.
  if (process.platform === 'win32' && names.some((name) => name.includes(':')))
    return { type: 'unavailable', fault: FORBIDDEN }
  return { type: 'file', names }
}
