import { basename } from 'node:path'
import { fileNameFromAddress, isWebAddress } from '../util/web-address.ts'

/**
 * Returns the base name of the files made from an article: its file name without the last extension, or without
 * `.deck.md`; `deck` for standard input. For a web page, returns the last segment of its address, or the name of its
 * server.
 */
export function baseNameOf(path: string): string {
  if (isWebAddress(path)) return fileNameFromAddress(path)
  return path === '-' ? 'deck' : basename(path).replace(/(?<=.)(?:\.deck\.md|\.[^.]*)$/i, '')
}
