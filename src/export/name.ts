import { basename } from 'node:path'

/** What an article's files are called: its name without the last extension, or without `.deck.md`; `deck` for standard input. */
export function nameOf(path: string): string {
  return path === '-' ? 'deck' : basename(path).replace(/(?<=.)(?:\.deck\.md|\.[^.]*)$/i, '')
}
