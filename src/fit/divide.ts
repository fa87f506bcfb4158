import { noteOf } from '../layout/note.ts'
import type { Deck, LayoutName, Note, Slide } from '../model/deck.ts'
import { type Layouts, linesOf } from '../model/layout.ts'

/** The deck's slides, each that spills and has a joint made into two, its note shared out with its lines. */
export function divideSlides(deck: Deck, spills: ReadonlyMap<string, unknown>, layouts: Layouts): readonly Slide[] {
  const taken = new Set(deck.slides.map(({ id }) => id))
  return deck.slides.flatMap((slide): readonly Slide[] => {
    const halves = spills.has(slide.id) ? halve(layouts, slide) : null
    if (halves === null) return [slide]
    const [first, second] = halves
    const [before, after] = shareNote(slide.note, firstOffset(layouts, first, second), deck.language)
    const id = freshId(taken, slide.id)
    taken.add(id)
    return [
      { ...first, note: before },
      { ...second, id, note: after },
    ]
  })
}

function halve<L extends LayoutName>(layouts: Layouts, slide: Slide<L>): readonly [Slide<L>, Slide<L>] | null {
  const halves = layouts[slide.layout].divide(slide.slots)
  return halves === null
    ? null
    : [
        { ...slide, slots: halves[0] },
        { ...slide, slots: halves[1] },
      ]
}

/** Where in the article the second slide's own lines begin; those that both repeat do not count. */
function firstOffset(layouts: Layouts, first: Slide, second: Slide): number {
  const repeated = new Set(linesOf(layouts, first).map(({ text }) => text))
  const own = linesOf(layouts, second).filter(({ text }) => !repeated.has(text))
  return Math.min(...own.flatMap(({ spans }) => spans.map(([start]) => start)))
}

function shareNote(note: Note, offset: number, language: string): readonly [Note, Note] {
  const at = note.sentences.findIndex(({ span }) => span[1] > offset)
  const cut = at < 0 ? note.sentences.length : at
  return [
    { ...noteOf(note.sentences.slice(0, cut), language), cue: note.cue },
    noteOf(note.sentences.slice(cut), language),
  ]
}

function freshId(taken: ReadonlySet<string>, id: string): string {
  const stem = id.replace(/-more-\d+$/, '')
  for (let count = 2; ; count++) {
    const candidate = `${stem}-more-${count}`
    if (!taken.has(candidate)) return candidate
  }
}
