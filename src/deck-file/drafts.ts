import type { VFile } from 'vfile'
import type { Content, Draft, Line } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import { type GroundedSlide, purposeOf } from './ground.ts'

/** What the slides of a deck file belong to. */
export interface Belonging {
  /** The names of the parts. */
  readonly names: readonly string[]
  /** Of each slide the number of its part. */
  readonly numbers: readonly number[]
  /** Whether every slide stays one of its own. */
  readonly areOwn: boolean
  readonly file: VFile
}

/** A draft for each slide that is shown. What is said with a hidden one is said with the one before it, or with the first. */
export function draftsOf(
  slides: readonly GroundedSlide[],
  { names, numbers, areOwn, file }: Belonging,
): readonly Draft[] {
  const drafts: { readonly draft: Draft; readonly said: Sentence[] }[] = []
  const numberOf = numbering(names)
  const waiting: Sentence[] = []
  for (const [index, slide] of slides.entries()) {
    if (slide.view.options.hidden === true) {
      ;(drafts.at(-1)?.said ?? waiting).push(...slide.said)
      continue
    }
    const [first, ...others] = contentsOf(slide, { numberOf, areOwn, part: numbers[index] ?? 0 })
    if (first === undefined) continue
    if (isMixed(slide)) tellMixed(slide, file)
    drafts.push({ draft: first, said: [...waiting.splice(0), ...slide.said] })
    drafts.push(...others.map((draft) => ({ draft, said: [] })))
  }
  return drafts.map(({ draft, said }) => ({ ...draft, said }))
}

/** The number of the part that an entry of an agenda names; of parts with one name each has its turn. */
function numbering(names: readonly string[]): (name: string, otherwise: number) => number {
  let last = 0
  return (name, otherwise) => {
    const next = names.indexOf(name, last) + 1
    last = next > 0 ? next : last
    return next > 0 ? next : names.indexOf(name) + 1 || otherwise
  }
}

interface Belongs {
  readonly numberOf: (name: string, otherwise: number) => number
  readonly areOwn: boolean
  readonly part: number
}

function contentsOf({ view, read, isUntouched }: GroundedSlide, { numberOf, areOwn, part }: Belongs): readonly Draft[] {
  const { options, place } = view
  return read.contents.map((content, index): Draft => {
    const placed = inDeck(content, { numberOf, part })
    return {
      type: 'draft',
      purpose: purposeOf(placed),
      part,
      title: read.title,
      content: placed,
      said: [],
      position: { start: place, end: place },
      wish: {
        id: index === 0 ? (options.slide ?? null) : null,
        layout: index === 0 ? (options.layout ?? null) : null,
        isOwn: (areOwn || !isUntouched) && index === 0,
        isMore: index > 0,
        isStepped: options.steps ?? null,
        background: options.background ?? null,
      },
    }
  })
}

/** What a slide says of where it stands among the others: the number of its part, those of an agenda. */
function inDeck(content: Content, { numberOf, part }: Omit<Belongs, 'areOwn'>): Content {
  if (content.type === 'part') return { ...content, number: numberLine(part) }
  if (content.type !== 'agenda') return content
  const entries = content.entries.map(({ line }, index) => ({ line, part: numberOf(line.text, index + 1) }))
  return { ...content, entries }
}

function numberLine(part: number): Line {
  return { text: `${part}`, spans: [], added: [`${part}`], kind: 'frame', weight: 0 }
}

/** Points and a picture may stand beside each other, where there is room. */
function isMixed({ read: { contents } }: GroundedSlide): boolean {
  return (
    contents.filter(({ type }) => type !== 'image').length > 1 ||
    (contents.length > 1 && contents.some(({ type }) => type !== 'image' && type !== 'points' && type !== 'statement'))
  )
}

function tellMixed({ view, read }: GroundedSlide, file: VFile): void {
  const forms = [...new Set(read.contents.map(({ type }) => type))].join(', ')
  file.info(
    `This slide holds more than one form (${forms}), each of which takes a slide of its own. Divide it with ---.`,
    {
      place: view.place,
      source: 'lectern',
      ruleId: 'mixed-slide',
    },
  )
}
