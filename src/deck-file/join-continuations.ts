// Prints the slides that were one slide in another tool's deck as one slide.

import type { Slide } from '../model/deck.ts'
import type { SlideText } from './deck-text.ts'
import { parseMarkdownSlides, type SlideMarkdown, wordingOf } from './slide-wording.ts'

/** A slide of a deck file, and the slides of the deck that it is printed from. */
export interface PrintedSlide {
  readonly slides: readonly [Slide, ...Slide[]]
  readonly text: SlideText
}

/** How slides are printed. */
export interface PrintOptions {
  /** Returns the text of the slide at an index. */
  textOf(slide: Slide, index: number): SlideText
  /** Markdown definitions that the slides refer to, one per line. */
  readonly definitions: string
}

/** Prints each slide together with its continuations, if they will be read as the same forms again. */
export function joinContinuations(
  slides: readonly Slide[],
  { textOf, definitions }: PrintOptions,
): readonly PrintedSlide[] {
  const single = slides.map((slide, index): PrintedSlide => ({ slides: [slide], text: textOf(slide, index) }))
  const groups: [PrintedSlide, ...PrintedSlide[]][] = []
  for (const printed of single) {
    const last = groups.at(-1)
    if (printed.slides[0].isContinuation && last !== undefined) last.push(printed)
    else groups.push([printed])
  }
  return groups.flatMap((group): readonly PrintedSlide[] => {
    const [first, ...others] = group
    if (others.length === 0) return group
    const joined = others.reduce(join, first)
    const [parsed] = parseMarkdownSlides([markdownOf(joined)], definitions)
    const isSame = parsed !== undefined && wordingOf(parsed, false).reading.contents.length === group.length
    return isSame ? [joined] : group
  })
}

function join(one: PrintedSlide, other: PrintedSlide): PrintedSlide {
  const [{ slots }] = other.slides
  const body = slots.title === null ? other.text.body : other.text.body.replace(/^## .*\n*/, '')
  const texts = (parts: readonly string[]) => parts.filter((part) => part !== '').join('\n\n')
  return {
    slides: [...one.slides, ...other.slides],
    text: { ...one.text, body: texts([one.text.body, body]), note: texts([one.text.note, other.text.note]) },
  }
}

/** Returns the Markdown of a printed slide, without its note. */
export function markdownOf({ text: { body, options } }: PrintedSlide): SlideMarkdown {
  return { body, note: '', layout: options.layout }
}
