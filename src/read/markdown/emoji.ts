import { applyEdits, type Edit } from '../edit-source.ts'
import type { Source } from '../source.ts'
import { editsInLines } from './dialects/edit-lines.ts'

/** Replaces emoji names between colons, such as `:tada:`, with the emoji, as on GitHub. */
export async function withEmoji(source: Source): Promise<Source> {
  if (!HINT.test(source.text)) return source
  const { nameToEmoji } = await import('gemoji')
  const edits = editsInLines(source.text, HINT, (find) =>
    find(EMOJI_NAME).flatMap(({ index, 0: { length }, 1: name = '' }): Edit[] => {
      const replacement = Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] : undefined
      return replacement === undefined ? [] : [{ span: [index, index + length], replacement }]
    }),
  )
  return applyEdits(source, edits)
}

const HINT = /:[a-z+-][\w+-]*:/
const EMOJI_NAME = /(?<![\p{L}\p{N}:/]):([a-z+-][\w+-]{0,40}):(?![\p{L}\p{N}/])/gu
