import type { PassageKind } from '../../src/model/article.ts'
import type { Deck, LayoutName, Note, Slide, Slots } from '../../src/model/deck.ts'
import type { Line, LineKind, Point, Row } from '../../src/model/draft.ts'
import type { MarkedText } from '../../src/model/mark.ts'
import type { Sentence } from '../../src/model/outline.ts'

/** A line without spans: where its words come from does not matter to a layout. */
export function line(text: string, kind: LineKind = 'prose'): Line {
  return { text, spans: [], added: [], kind, weight: 1 }
}

export function point(text: string, depth: Point['depth'] = 0): Point {
  return { line: line(text), depth }
}

export function row(...cells: readonly string[]): Row {
  return { line: line(cells.join('\t'), 'row'), cells }
}

/** A note of consecutive sentences, separated by a space; a text that begins with ¶ opens a paragraph. */
export function note(...texts: readonly string[]): Note {
  let offset = 0
  const sentences = texts.map((marked, index): Sentence => {
    const text = marked.replace(/^¶/, '')
    const span = [offset, offset + text.length] as const
    offset += text.length + 1
    return { text, span, kind: 'prose', startsBlock: index === 0 || marked !== text }
  })
  const words = texts.join(' ').split(/\s+/).length
  return { sentences, seconds: texts.length === 0 ? 0 : Math.round((words * 60) / 130), cue: null }
}

export function sentence(text: string, kind: PassageKind, start: number): Sentence {
  return { text, span: [start, start + text.length], kind, startsBlock: true }
}

interface Extra {
  readonly id?: string
  readonly part?: number
  readonly note?: Note
}

export function slide<L extends LayoutName>(layout: L, slots: Slots[L], extra: Extra = {}): Slide<L> {
  const made: { [K in LayoutName]: (slots: Slots[K]) => Slide<K> } = {
    title: (slots) => ({ ...common(extra), layout: 'title', slots }),
    agenda: (slots) => ({ ...common(extra), layout: 'agenda', slots }),
    part: (slots) => ({ ...common(extra), layout: 'part', slots }),
    points: (slots) => ({ ...common(extra), layout: 'points', slots }),
    statement: (slots) => ({ ...common(extra), layout: 'statement', slots }),
    number: (slots) => ({ ...common(extra), layout: 'number', slots }),
    quote: (slots) => ({ ...common(extra), layout: 'quote', slots }),
    comparison: (slots) => ({ ...common(extra), layout: 'comparison', slots }),
    timeline: (slots) => ({ ...common(extra), layout: 'timeline', slots }),
    table: (slots) => ({ ...common(extra), layout: 'table', slots }),
    chart: (slots) => ({ ...common(extra), layout: 'chart', slots }),
    code: (slots) => ({ ...common(extra), layout: 'code', slots }),
    image: (slots) => ({ ...common(extra), layout: 'image', slots }),
    takeaways: (slots) => ({ ...common(extra), layout: 'takeaways', slots }),
    closing: (slots) => ({ ...common(extra), layout: 'closing', slots }),
  }
  return made[layout](slots)
}

function common({ id = 'slide', part = 0, note: said = note() }: Extra) {
  return { type: 'slide' as const, id, part, note: said }
}

/** An article without marks. */
export const unmarked: MarkedText = { text: '', marks: [] }

export function deckOf(slides: readonly Slide[], parts: readonly string[] = []): Deck {
  return {
    type: 'deck',
    title: 'How Tides Keep Time',
    author: 'Harbour Office',
    language: 'en',
    direction: 'ltr',
    ...unmarked,
    parts: parts.map((name, index) => ({ number: index + 1, name })),
    event: null,
    slides: slides.map((each, index) => (each.id === 'slide' ? { ...each, id: `s-${index + 1}` } : each)),
  }
}
