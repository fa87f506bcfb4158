import { type Edit, edit } from '../edit-source.ts'
import type { Source } from '../source.ts'
import { LONGEST, outsideCode } from './code-spans.ts'
import { openLines } from './scan.ts'

/** Replaces emoji names between colons, such as `:tada:`, with the emoji, as on GitHub. */
export async function withEmoji(source: Source): Promise<Source> {
  if (!NAMED.test(source.text)) return source
  const { nameToEmoji } = await import('gemoji')
  const edits = openLines(source.text).flatMap(({ text, start }) => {
    if (text.length > LONGEST || !text.includes(':')) return []
    const isWords = outsideCode(text)
    return [...text.matchAll(NAME)].filter(isWords).flatMap(({ index, 0: { length }, 1: name = '' }): Edit[] => {
      const by = Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] : undefined
      return by === undefined ? [] : [{ span: [start + index, start + index + length], by }]
    })
  })
  return edit(source, edits)
}

const NAMED = /:[a-z+-][\w+-]*:/
const NAME = /(?<![\p{L}\p{N}:/]):([a-z+-][\w+-]{0,40}):(?![\p{L}\p{N}/])/gu
