// Makes slides from prose.

import type { Draft, Line } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import type { Body, BodyContext } from './body.ts'
import { chooseSlides } from './choose-slides.ts'
import { turnsIn, withTurnLabels } from './dialogue.ts'
import type { ShownSentence } from './forms/form.ts'
import { formOf, timelineOf } from './forms/forms.ts'
import { type Heading, keyOf, type UsedTitles } from './plan/slide-titles.ts'
import { divideAtQuotations } from './quotation-slides.ts'
import type { Segment } from './section-segments.ts'
import { quotationsIn, versionsOf } from './sentence-versions.ts'

/** The titles that a run of prose could have or must not have. */
export interface TitleContext {
  /** The heading above it, even if an earlier slide shows that heading. */
  readonly heading: Heading | null
  /** The titles of earlier slides. */
  readonly usedTitles: UsedTitles
}

/** Shows the prose of a segment on as many slides as the plan chooses. */
export function proseBodies(
  bodyContext: BodyContext,
  { sentences }: Segment,
  { heading, usedTitles }: TitleContext,
): readonly Body[] {
  // A section of dated events is a timeline under its heading.
  const timeline =
    heading?.isNew === true && quotationsIn(sentences).size === 0 ? timelineOf(bodyContext.context, sentences) : null
  if (timeline !== null) return [{ title: heading?.line ?? null, content: timeline, noteSentences: sentences }]
  const bodies: Body[] = []
  const titles = new Set<string>()
  let unshown: readonly Sentence[] = []
  for (const { sentences: runSentences, quotation } of divideAtQuotations(bodyContext, sentences)) {
    const isNew = heading?.isNew === true && bodies.length === 0
    const title = isNew ? heading.line : null
    const usedSoFar = { has: (key: string) => usedTitles.has(key) || titles.has(key) }
    const written =
      quotation !== null
        ? [{ title: quotation.title ?? title, content: quotation.content, noteSentences: runSentences }]
        : bodiesOfRun(bodyContext, runSentences, { heading: heading && { ...heading, isNew }, usedTitles: usedSoFar })
    const [first, ...rest] = written
    if (first === undefined) unshown = [...unshown, ...runSentences]
    else {
      bodies.push({ ...first, noteSentences: [...unshown, ...first.noteSentences] }, ...rest)
      unshown = []
    }
    for (const body of written) if (body.title !== null) titles.add(keyOf(body.title))
  }
  const last = bodies.pop()
  return last === undefined ? [] : [...bodies, { ...last, noteSentences: [...last.noteSentences, ...unshown] }]
}

/** Shows a run of prose that no quotation interrupts. */
function bodiesOfRun(
  bodyContext: BodyContext,
  sentences: readonly Sentence[],
  { heading, usedTitles }: TitleContext,
): readonly Body[] {
  const { context, judged } = bodyContext
  const units = sentences.flatMap((sentence) => judged.get(sentence.span[0]) ?? [])
  const quotations = quotationsIn(sentences)
  const turns = turnsIn(sentences)
  const slides = chooseSlides(bodyContext, { units, quotations, heading, usedTitles })
  return slides.map(({ title, points, from, alternatives }, index): Body => {
    const start = index === 0 ? 0 : (units[from]?.unit.sentence.span[0] ?? 0)
    const next = slides[index + 1]
    const end = next === undefined ? Number.POSITIVE_INFINITY : (units[next.from]?.unit.sentence.span[0] ?? 0)
    const noteSentences = sentences.filter(({ span }) => span[0] >= start && span[0] < end)
    const sentenceShownBy = (line: Line): ShownSentence[] => {
      const offset = line.spans.at(-1)?.[0] ?? -1
      const shownUnit = units.find(({ unit: { sentence } }) => sentence.span[0] <= offset && offset < sentence.span[1])
      if (shownUnit === undefined) return []
      const { sentence } = shownUnit.unit
      const versions = versionsOf(context, sentence).map((version) => version.line)
      return [{ sentence, lines: [line, ...versions], weight: line.weight }]
    }
    const shown = points.flatMap(sentenceShownBy)
    // A sentence inside a longer quotation takes no other form.
    const mayHaveForm =
      shown.length === points.length && shown.every(({ sentence: { span } }) => !quotations.has(span[0]))
    const namedPoints = withTurnLabels(context.article, { title, points }, turns)
    const content = (mayHaveForm && turns.length === 0 ? formOf(context, shown) : null) ?? contentOf(namedPoints)
    return { title, content, noteSentences, alternatives }
  })
}

function contentOf(points: readonly Line[]): Draft['content'] {
  const [only, ...others] = points
  if (only !== undefined && others.length === 0) return { type: 'statement', statement: only, source: null }
  return { type: 'points', lead: null, points: points.map((line) => ({ line, depth: 0 })) }
}
