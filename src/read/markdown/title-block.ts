import { applyEdits } from '../edit-source.ts'
import type { ArticleHead } from '../piece.ts'
import type { Source } from '../source.ts'
import { wordsOf } from '../words.ts'

/**
 * Splits Pandoc's title block off an article: its first lines, with the title, the authors and the date, each after a
 * percent sign. Returns null if there is none.
 */
export function splitTitleBlock(source: Source): { readonly head: ArticleHead; readonly rest: Source } | null {
  const [block, title, authors, date] = TITLE_BLOCK.exec(source.text) ?? []
  if (block === undefined || !title?.trim()) return null
  const wordsAt = (value: string | undefined) => {
    if (!value?.trim()) return undefined
    const start = source.text.indexOf(value)
    return wordsOf(
      [{ value: value.replaceAll(';', ','), offsets: Array.from(value, (_, index) => start + index) }],
      source,
    )
  }
  const [titleWords, byline, dateWords] = [title, authors, date].map(wordsAt)
  const head = {
    ...(titleWords && { title: titleWords }),
    ...(byline && { byline }),
    ...(dateWords && { date: dateWords }),
  }
  return { head, rest: applyEdits(source, [{ span: [0, block.length], replacement: '' }]) }
}

/** A title may continue on indented lines. */
const TITLE_BLOCK = /^%[ \t]([^\n]*(?:\n[ \t]+\S[^\n]*)*)\n(?:%[ \t]?([^\n]*)\n)?(?:%[ \t]?([^\n]*)\n)?/
