import { noteOf } from '../layout/note.ts'
import type { Deck, LayoutName, Note, Slide } from '../model/deck.ts'
import { type Layouts, linesOf } from '../model/layout.ts'
import { type Spill, TOLERANCE } from './measure.ts'

/** The deck's slides, each that spills below and has joints made into as many as it needs, its note shared out with its lines. */
export function divideSlides(deck: Deck, spills: ReadonlyMap<Slide, Spill>, layouts: Layouts): readonly Slide[] {
  const dividing = { layouts, language: deck.language, taken: new Set(deck.slides.map(({ id }) => id)) }
  return deck.slides.flatMap((slide): readonly Slide[] => {
    const spill = spills.get(slide)
    return spill === undefined || spill.below <= TOLERANCE ? [slide] : divide(slide, halvingsFor(spill), dividing)
  })
}

interface Dividing {
  readonly layouts: Layouts
  readonly language: string
  /** The ids in use; those of new slides are added. */
  readonly taken: Set<string>
}

/** How often to halve before measuring again. Heads are repeated, so this many are needed at the least. */
function halvingsFor({ below, room }: Spill): number {
  return Math.max(1, Math.floor(Math.log2((room + below) / room)))
}

function divide(slide: Slide, halvings: number, dividing: Dividing): readonly Slide[] {
  const { layouts, language, taken } = dividing
  const halves = halvings === 0 ? null : halve(layouts, slide)
  if (halves === null) return [slide]
  const [first, second] = halves
  const [before, after] = shareNote(slide.note, firstOffset(layouts, first, second), language)
  const id = freshId(taken, slide.id)
  taken.add(id)
  return [
    ...divide({ ...first, note: before }, halvings - 1, dividing),
    ...divide({ ...second, id, note: after }, halvings - 1, dividing),
  ]
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
