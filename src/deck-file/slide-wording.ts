// Reads the wording of slides from their Markdown, for comparison.

import { VFile } from 'vfile'
import type { Line } from '../model/draft.ts'
import type { Words } from '../read/piece.ts'
import { keyOf } from './comparison-key.ts'
import { type ParsedSlide, parseSlides, parseSlidesTogether } from './parse-slides.ts'
import { readSlide, type SlideContents } from './read-slide.ts'

/** The content and the note of a slide as Markdown, and the layout that its options name. */
export interface SlideMarkdown {
  readonly body: string
  readonly note: string
  readonly layout: string | undefined
}

/**
 * Reads slides from Markdown that is not in a file. `definitions` are the lines of Markdown that define the pictures to
 * which the slides refer.
 */
export function parseMarkdownSlides(slides: readonly SlideMarkdown[], definitions: string): readonly ParsedSlide[] {
  // Lectern's own Markdown leaves no block open, so the slides can be parsed in one go.
  const text = slides.map(({ body, note }) => `${body}\n\n${notesContainer(note)}`).join('\n\n---\n\n')
  const parsedTogether = parseSlidesTogether(sourceOf(`${text}\n\n${definitions}`))
  const parsedSlides =
    parsedTogether.length === slides.length
      ? parsedTogether
      : slides.map(
          ({ body, note }) =>
            parseSlides(sourceOf(`${body}\n\n${notesContainer(note)}\n\n${definitions}`), new VFile())[0],
        )
  return slides.map(({ layout }, index) => ({
    ...(parsedSlides[index] ?? EMPTY_SLIDE),
    options: layout === undefined ? {} : { layout },
  }))
}

function notesContainer(note: string): string {
  return note === '' ? '' : `:::::::::notes\n\n${note}\n\n:::::::::`
}

/** The words in the Markdown of a slide. */
export interface SlideWording {
  /** The lines of the slide in reading order. */
  readonly words: readonly Words[]
  /** The slide's content, and the layout that its options name, as a string for comparison. */
  readonly key: string
  readonly reading: SlideContents
}

/** Reads the words of a slide. `isFirst` is true for the first slide of a deck. */
export function wordingOf(parsed: ParsedSlide, isFirst: boolean): SlideWording {
  const words: Words[] = []
  const lineOf = (found: Words): Line => {
    words.push(found)
    return { text: keyOf(found), spans: [], added: [], kind: 'prose', weight: 0 }
  }
  const reading = readSlide(parsed, { isFirst, lineOf })
  return { words, reading, key: JSON.stringify([parsed.options.layout, reading], withoutPlaces) }
}

function withoutPlaces(key: string, value: unknown): unknown {
  return key === 'position' || key === 'cells' || key === 'misfits' ? undefined : (value ?? undefined)
}

export function sourceOf(text: string): ParsedSlide['source'] {
  return { text, anchors: [{ offset: 0, point: { line: 1, column: 1 } }], shifted: false }
}

const EMPTY_SLIDE: ParsedSlide = {
  options: {},
  place: { line: 1, column: 1 },
  nodes: [],
  notes: [],
  blockSpans: [],
  noteSpans: [],
  source: sourceOf(''),
  definitions: new Map(),
}
