// Rewrites the shortcodes of Quarto.

import type { FrontMatterValue } from '../../model/article.ts'
import type { Edit } from '../../read/edit-source.ts'
import type { DeckToRewrite } from './deck-to-rewrite.ts'

/**
 * Writes out the shortcodes that stand for words (`{{< kbd S >}}`, `{{< meta title >}}`) or for a video file, and removes
 * all others. A shortcode with a third brace is an example, and loses only that brace.
 */
export function shortcodeEdits(
  words: string,
  { values, report }: Pick<DeckToRewrite, 'values' | 'report'>,
): readonly Edit[] {
  return [...words.matchAll(/\{\{(\{?)<([^{}]*)>\}\}\}?/g)].map(
    ({ index, 0: mark, 1: brace = '', 2: content = '' }): Edit => {
      const shortcode = content.trim()
      const span = [index, index + mark.length] as const
      if (brace !== '') return { span, replacement: mark.slice(1, -1) }
      const text = wordsOf(shortcode, values)
      if (text === undefined) report(shortcode.startsWith('include') ? 'imports' : 'shortcodes', index)
      return { span, replacement: text ?? '' }
    },
  )
}

/** Returns the Markdown that a shortcode stands for; undefined if it must be run. */
function wordsOf(shortcode: string, values: DeckToRewrite['values']): string | undefined {
  const [, video] = /^video\s+(?![\w.+-]*:)["']?([^\s"']+)/.exec(shortcode) ?? []
  if (video !== undefined) return `\n\n![](<${video}>)\n\n`
  // Keys may be given for each system; the first that is given is shown.
  const [, quoted, keys = quoted] = /^kbd\s+(?:\w+=)?(?:["']([^"']+)["']|(\S+))/.exec(shortcode) ?? []
  if (keys !== undefined) return keys
  const [, path] = /^meta\s+["']?([^\s"']+)/.exec(shortcode) ?? []
  const value = path
    ?.split('.')
    .reduce<FrontMatterValue | undefined>((found, key) => entryOf(found, key), { ...values })
  return typeof value === 'string' ? value : undefined
}

function entryOf(value: FrontMatterValue | undefined, key: string): FrontMatterValue | undefined {
  return typeof value === 'object' ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined
}
