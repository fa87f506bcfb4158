import type { VFile } from 'vfile'
import type { Deck, Slide } from '../model/deck.ts'
import type { Gauge } from './gauge.ts'
import { withFit } from './slide-copies.ts'

/**
 * Reports text that the rules of a theme hide, and marks the slides. `measured` has the same slides as they were when
 * measured.
 */
export function reportHiddenText(deck: Deck, measured: Deck, gauge: Gauge, file: VFile): Deck {
  const texts = measured.slides.map((slide) => gauge.spillOf(slide).hiddenText)
  const hidden = texts.flatMap((text, index) => {
    const slide = deck.slides[index]
    return text === null || slide === undefined ? [] : [{ text, slide }]
  })
  const [first, ...others] = hidden
  if (first === undefined) return deck
  const rest =
    others.length === 0 ? '' : `, and text on ${others.length} more ${others.length === 1 ? 'slide' : 'slides'}`
  file.message(
    `The theme hides "${first.text}" on the slide "${first.slide.id}"${rest}. Change the rule in theme.css that hides it.`,
    { source: 'lectern', ruleId: 'hidden-text' },
  )
  const slides = deck.slides.map(
    (slide, index): Slide => (texts[index] === null ? slide : withFit(slide, { hidesText: true })),
  )
  return { ...deck, slides }
}
