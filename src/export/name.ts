import { basename } from 'node:path'
import { isWebAddress, nameOfAddress } from '../model/web-address.ts'

/**
 * What an article's files are called: its name without the last extension, or without `.deck.md`; `deck` for standard input. A page
 * from the web gives the last name in its address, or that of its server.
 */
export function nameOf(path: string): string {
  if (isWebAddress(path)) return nameOfAddress(path)
  return path === '-' ? 'deck' : basename(path).replace(/(?<=.)(?:\.deck\.md|\.[^.]*)$/i, '')
}
