import type { Deck } from '../../src/model/deck.ts'
import type { Line } from '../../src/model/draft.ts'
import { type Layouts, linesOf } from '../../src/model/layout.ts'

/**
 * Formats a deck for a reviewer: one slide a paragraph, its lines indented, added words in braces, then the beginning
 * and end of its note.
 */
export function deckText(deck: Deck, layouts: Layouts): string {
  const slides = deck.slides.map((slide, index) => {
    const lines = linesOf(layouts, slide).map((line) => `      ${marked(line)}`)
    const { sentences, seconds } = slide.note
    const first = sentences[0]?.text ?? ''
    const last = sentences.at(-1)?.text ?? ''
    const note =
      sentences.length === 0
        ? []
        : [`      » ${sentences.length} sentences, ${seconds} s: ${first.slice(0, 40)} … ${last.slice(-40)}`]
    const part = slide.part === 0 ? '' : ` [${slide.part}]`
    return [`${String(index + 1).padStart(3)} ${slide.layout}${part} #${slide.id}`, ...lines, ...note].join('\n')
  })
  return `${deck.title} (${deck.language}, ${deck.direction})\n\n${slides.join('\n\n')}\n`
}

function marked({ text, added, kind }: Line): string {
  const words = added.length > 0 ? `${text} {${added.join(' ')}}` : text
  return kind === 'prose' ? words : `${kind}: ${words}`
}
