// Makes the slides of a stretch of text.

import type { Passage } from '../model/article.ts'
import type { Draft, Line } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import { withSpeakers } from './block-quotations.ts'
import type { Body, BodyContext } from './body.ts'
import { headingTitle } from './choose-slides.ts'
import { type Context, wordsOf } from './context.ts'
import { displayBodies } from './display-slides.ts'
import type { ShownSentence } from './forms/form.ts'
import { formOf, timelineOf } from './forms/forms.ts'
import { passageLine } from './line.ts'
import { listBodies } from './lists.ts'
import type { Heading, UsedTitles } from './plan/slide-titles.ts'
import { recallSlides } from './remember-slides.ts'
import type { Stretch } from './stretches.ts'
import { LONGEST_TITLE } from './titles.ts'
import { quotationsIn, versionsOf } from './versions.ts'

/**
 * Makes the slides of a stretch. `heading` is the heading above it, even if an earlier slide shows that heading; `used`
 * holds the titles of earlier slides.
 */
export function bodiesOf(
  bodyContext: BodyContext,
  stretch: Stretch,
  { heading, used }: { readonly heading: Heading | null; readonly used: UsedTitles },
): readonly Body[] {
  if (stretch.form === 'prose') return proseBodies(bodyContext, stretch, { heading, used })
  if (stretch.form === 'list') return listBodies(bodyContext, stretch, heading)
  return displayBodies(bodyContext, stretch, heading)
}

function proseBodies(
  bodyContext: BodyContext,
  { sentences }: Stretch,
  { heading, used }: { readonly heading: Heading | null; readonly used: UsedTitles },
): readonly Body[] {
  const { context, judged, memory } = bodyContext
  const units = sentences.flatMap((sentence) => judged.get(sentence.span[0]) ?? [])
  const quotations = quotationsIn(sentences)
  // A section of dated events is a timeline under its heading.
  const events = heading?.isNew === true && quotations.size === 0 ? timelineOf(context, sentences) : null
  if (events !== null) return [{ title: heading?.line ?? null, content: events, noteSentences: sentences }]
  const slides = recallSlides(bodyContext, { units, quotations, heading, used }, memory)
  return slides.map(({ title: own, points, from, alternatives }, index): Body => {
    const title = own ?? headingTitle(context.article, heading, units[from]?.unit)
    const start = index === 0 ? 0 : (units[from]?.unit.sentence.span[0] ?? 0)
    const next = slides[index + 1]
    const end = next === undefined ? Number.POSITIVE_INFINITY : (units[next.from]?.unit.sentence.span[0] ?? 0)
    const noteSentences = sentences.filter(({ span }) => span[0] >= start && span[0] < end)
    const shownBy = (line: Line): ShownSentence[] => {
      const at = line.spans.at(-1)?.[0] ?? -1
      const own = units.find(({ unit: { sentence } }) => sentence.span[0] <= at && at < sentence.span[1])
      if (own === undefined) return []
      const versions = versionsOf(context, own.unit.sentence).map((version) => version.line)
      return [{ sentence: own.unit.sentence, lines: [line, ...versions], weight: line.weight }]
    }
    const shown = points.flatMap(shownBy)
    const isWhole =
      shown.length === points.length &&
      shown.every(({ sentence: { span, kind } }) => kind === 'quotation' || !quotations.has(span[0]))
    const content =
      (isWhole ? formOf(context, shown) : null) ?? contentOf(withSpeakers(context.article, points, sentences))
    return { title, content, noteSentences, alternatives }
  })
}

function contentOf(points: readonly Line[]): Draft['content'] {
  const [only, ...others] = points
  if (only !== undefined && others.length === 0) return { type: 'statement', statement: only, source: null }
  return { type: 'points', lead: null, points: points.map((line) => ({ line, depth: 0 })) }
}

/**
 * Makes a heading a possible title; null if there is no heading or it is far too long. `isNew` says that no slide shows
 * it yet.
 */
export function headingFrom(context: Context, passage: Passage | null, isNew: boolean): Heading | null {
  // A heading as long as a paragraph goes to the notes.
  if (passage === null || passage.text.length > 2 * LONGEST_TITLE) return null
  const line = passageLine(passage, 'heading')
  return { line, words: wordsOf(context, line.text), isNew }
}

/** Turns a heading that no slide shows into a sentence for the notes. */
export function headingSentence(heading: Passage): Sentence {
  return { text: heading.text, span: heading.span, kind: 'heading', opens: true }
}
