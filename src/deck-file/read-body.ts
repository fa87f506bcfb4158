import { VFile } from 'vfile'
import type { Line } from '../model/draft.ts'
import type { Words } from '../read/piece.ts'
import { keyOf } from './phrase.ts'
import { type ReadSlide, readSlide } from './read-slide.ts'
import { type SlideView, viewOf } from './view.ts'

/** The Markdown of one slide, and what says how it is taken. */
export interface Body {
  readonly body: string
  readonly layout: string | undefined
  /** Whether it is the first of its deck. */
  readonly isFirst: boolean
  /** The lines of Markdown that define what it refers to. */
  readonly definitions?: string | undefined
}

/** What the Markdown of a slide says. */
export interface Said {
  /** Its lines in reading order. */
  readonly words: readonly Words[]
  /** All that it says and how, as a text to compare by. */
  readonly key: string
  readonly read: ReadSlide
}

/** Reads the Markdown of a slide that stands in no file. */
export function readBody({ body, layout, isFirst, definitions = '' }: Body): Said {
  const [view = NOTHING] = viewOf(sourceOf(`${body}\n\n${definitions}`), new VFile())
  return saidIn({ ...view, options: layout === undefined ? {} : { layout } }, isFirst)
}

/** What a slide of a file says. */
export function saidIn(view: SlideView, isFirst: boolean): Said {
  const words: Words[] = []
  const lineOf = (found: Words): Line => {
    words.push(found)
    return { text: keyOf(found), spans: [], added: [], kind: 'prose', weight: 0 }
  }
  const read = readSlide(view, { isFirst, lineOf })
  return { words, read, key: JSON.stringify([view.options.layout, read], withoutPlaces) }
}

function withoutPlaces(key: string, value: unknown): unknown {
  return key === 'position' || key === 'cells' ? undefined : (value ?? undefined)
}

export function sourceOf(text: string): SlideView['source'] {
  return { text, anchors: [{ offset: 0, point: { line: 1, column: 1 } }], shifted: false }
}

const NOTHING: SlideView = {
  options: {},
  place: { line: 1, column: 1 },
  nodes: [],
  notes: [],
  source: sourceOf(''),
  definitions: new Map(),
}
