import { applyEdits, type Edit } from '../edit-source.ts'
import type { Source } from '../source.ts'
import { LONGEST_SEARCHED, outsideCodeTest } from './code-spans.ts'
import { linesOutsideListings } from './scan.ts'

/** Replaces emoji names between colons, such as `:tada:`, with the emoji, as on GitHub. */
export async function withEmoji(source: Source): Promise<Source> {
  if (!HINT.test(source.text)) return source
  const { nameToEmoji } = await import('gemoji')
  const edits = linesOutsideListings(source.text).flatMap(({ text, start }) => {
    if (text.length > LONGEST_SEARCHED || !text.includes(':')) return []
    const isOutsideCode = outsideCodeTest(text)
    return [...text.matchAll(EMOJI_NAME)]
      .filter(isOutsideCode)
      .flatMap(({ index, 0: { length }, 1: name = '' }): Edit[] => {
        const replacement = Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] : undefined
        return replacement === undefined ? [] : [{ span: [start + index, start + index + length], replacement }]
      })
  })
  return applyEdits(source, edits)
}

const HINT = /:[a-z+-][\w+-]*:/
const EMOJI_NAME = /(?<![\p{L}\p{N}:/]):([a-z+-][\w+-]{0,40}):(?![\p{L}\p{N}/])/gu
