import { basename } from 'node:path'
import { isWebAddress, nameOfAddress } from '../model/web-address.ts'

/**
 * The base name of an article's files: its name without the last extension, or without `.deck.md`; `deck` for standard input. For
 * a web page, it is the last name in its address, or the name of its server.
 */
export function nameOf(path: string): string {
  if (isWebAddress(path)) return nameOfAddress(path)
  return path === '-' ? 'deck' : basename(path).replace(/(?<=.)(?:\.deck\.md|\.[^.]*)$/i, '')
}
