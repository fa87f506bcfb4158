// Reads the settings and the title of Pandoc and Quarto decks.

import type { FrontMatterValue } from '../../model/article.ts'
import type { DeckLine } from './deck-lines.ts'
import type { DeckToRewrite } from './deck-to-rewrite.ts'

/** Finds a setting of a Quarto format in the front matter. */
export function quartoSetting(values: DeckToRewrite['values'], key: string): FrontMatterValue | undefined {
  const { format } = values
  if (typeof format !== 'object' || Array.isArray(format)) return undefined
  return Object.values(format)
    .flatMap((settings) =>
      typeof settings === 'object' && !Array.isArray(settings)
        ? [Object.entries(settings).find(([name]) => name === key)?.[1]]
        : [],
    )
    .find((value) => value !== undefined)
}

/** Reads the title block: `% Title`, `% Author` and `% Date` in the first lines. */
export function titleBlockIn(lines: readonly DeckLine[], start: number) {
  const content = lines.filter((line) => line.start >= start)
  const end = content.findIndex(({ text }) => !text.startsWith('%'))
  const block = content.slice(0, Math.min(3, Math.max(0, end)))
  const [title, author, date] = block.map(({ text }) => text.slice(1).trim())
  return { lines: block, values: { ...(title && { title }), ...(author && { author }), ...(date && { date }) } }
}

/** Writes the title slide in Markdown; empty if the deck has no title. */
export function titleSlideMarkdown(values: DeckToRewrite['values'], block: Readonly<Record<string, string>>): string {
  const text = (key: string) => {
    const value = values[key] ?? block[key]
    const names = [value].flat().map((item) => (typeof item === 'object' && 'name' in item ? item.name : item))
    return names.filter((name) => typeof name === 'string').join(', ')
  }
  const [title, subtitle, date] = [text('title'), text('subtitle'), text('date')]
  if (title === '') return ''
  return [
    `# ${title}`,
    ...(subtitle === '' ? [] : [`## ${subtitle}`]),
    ...[text('author'), text('institute'), date].filter((line) => line !== '' && line !== 'today'),
  ].join('\n\n')
}
