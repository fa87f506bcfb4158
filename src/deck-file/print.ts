// Writes a deck as a deck file.

import type { DeckText, SlideText } from './deck-text.ts'
import { type DeckToPrint, deckText } from './make-deck-text.ts'
import { printBase } from './merge-base.ts'
import { optionsComment } from './slide-options.ts'

/** Prints a deck as a deck file: Markdown with all content and options of its slides, for the author to edit. */
export function printDeck(input: DeckToPrint): string {
  return printDeckText(deckText(input))
}

/** Joins the components of a deck file. */
export function printDeckText(deckText: DeckText): string {
  const { slides, definitions, base } = deckText
  const blocks = slides.flatMap((slide, index) => slideBlocks(slide, index > 0))
  const end = [...(definitions.length > 0 ? [definitions.join('\n')] : []), ...(base === null ? [] : [printBase(base)])]
  return `${headOf(deckText)}${[...blocks, ...end].join('\n\n')}\n`
}

function headOf({ frontMatter }: Pick<DeckText, 'frontMatter'>): string {
  return `---\n${frontMatter.trim()}\n---\n\n`
}

/** Returns the line of a printed deck file on which each slide begins, below its rule, counted from 1. */
export function slideLines(deckText: DeckText): readonly number[] {
  let line = headOf(deckText).split('\n').length
  return deckText.slides.map((slide, index) => {
    const text = slideBlocks(slide, index > 0)
      .map((block) => `${block}\n\n`)
      .join('')
    const [rule = ''] = index > 0 ? (/^---\n\s*/.exec(text) ?? []) : []
    const start = line + rule.split('\n').length - 1
    line += text.split('\n').length - 1
    return start
  })
}

function slideBlocks({ options, comment, body, note }: SlideText, hasRule: boolean): readonly string[] {
  const commentText = comment ?? optionsComment(options)
  const head = [...(hasRule ? ['---'] : []), ...(commentText === null ? [] : [commentText])].join('\n')
  const fence = ':'.repeat(
    note.split('\n').reduce((max, line) => Math.max(max, /^:{3,}/.exec(line)?.[0].length ?? 2), 2) + 1,
  )
  return [
    ...(head === '' ? [] : [head]),
    ...(body === '' ? [] : [body]),
    ...(note === '' ? [] : [`${fence}notes`, note, fence]),
  ]
}
