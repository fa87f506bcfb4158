// Remembers the slides chosen for each run of prose.

import type { Alternative, Line } from '../model/draft.ts'
import { shiftSpan } from '../model/span.ts'
import type { BodyContext } from './body.ts'
import { chooseSlides, type Run } from './choose-slides.ts'
import type { ChosenSlide, RememberedSlides } from './chosen-slide.ts'
import { marksBetween } from './find-marks.ts'
import type { UsedTitles } from './plan/slide-titles.ts'
import type { WriterMemory } from './writer-memory.ts'

/**
 * Returns the remembered slides of a run of prose, or chooses them again if anything that they depend on has changed.
 */
export function recallSlides(bodyContext: BodyContext, run: Run, memory: WriterMemory | null): readonly ChosenSlide[] {
  if (memory === null) return chooseSlides(bodyContext, run)
  const key = keyOf(bodyContext, run)
  const remembered = memory.slides.get(key)
  if (remembered !== undefined && haveSameUse(remembered.lookedUpTitles, run.usedTitles)) {
    keepRecent(memory, run)
    return moveSlides(remembered, run)
  }
  const lookedUpTitles = new Map<string, boolean>()
  const recordingTitles = {
    has(title: string): boolean {
      const isUsed = run.usedTitles.has(title)
      lookedUpTitles.set(title, isUsed)
      return isUsed
    },
  }
  const slides = chooseSlides(bodyContext, { ...run, usedTitles: recordingTitles })
  memory.slides.set(key, { start: startOf(run), heading: run.heading?.line ?? null, lookedUpTitles, slides })
  return slides
}

/** Whether each title that was looked up is still used by an earlier slide, or still unused. */
function haveSameUse(lookedUpTitles: ReadonlyMap<string, boolean>, usedTitles: UsedTitles): boolean {
  return [...lookedUpTitles].every(([title, wasUsed]) => usedTitles.has(title) === wasUsed)
}

function startOf({ units }: Run): number {
  return units[0]?.unit.sentence.span[0] ?? 0
}

/**
 * Returns a key with everything that the choice of slides depends on, except the used titles. Offsets are relative to
 * the start of the run.
 */
function keyOf({ context: { article, parse, titleSentence }, objective }: BodyContext, run: Run): string {
  const { units, quotations, heading } = run
  const start = startOf(run)
  const first = units[0]?.unit
  const end = units.at(-1)?.unit.sentence.span[1] ?? start
  const unitKeys = units.map(({ unit, scores }) => ({
    ...unit,
    sentence: { ...unit.sentence, span: unit.sentence.span[0] - start },
    index: unit.index === 0,
    // These follow from the sentence.
    keywords: null,
    repeated: [...unit.repeated],
    paragraph: unit.paragraph - (first?.paragraph ?? 0),
    section: unit.section - (first?.section ?? 0),
    heading: unit.heading?.text,
    scores,
    quoted: quotations.get(unit.sentence.span[0]),
    isTitle: unit.sentence.span[0] === titleSentence?.[0],
  }))
  const marks = marksBetween(article.marks, start, end).map(({ style, span }) => [
    style.type,
    ...shiftSpan(span, -start),
  ])
  const headingKey = heading === null ? null : { ...heading, line: heading.line.text }
  return JSON.stringify([article.language, parse === null, article.title?.text, objective, headingKey, unitKeys, marks])
}

/**
 * Looks up everything remembered about a run's sentences. A memo forgets entries that are not looked up, but these are
 * needed again once one of the sentences changes.
 */
function keepRecent({ trees, phrases, titles }: WriterMemory, { units }: Run): void {
  for (const { unit } of units) for (const memo of [trees, phrases, titles]) memo.get(unit.sentence.text)
}

/**
 * Moves remembered slides to the current position of their run. A title that is the heading is not part of the run, so
 * it is not moved.
 */
function moveSlides({ start, heading, slides }: RememberedSlides, run: Run): readonly ChosenSlide[] {
  const shift = startOf(run) - start
  const move = <T extends Alternative | Line>(line: T): T => ({
    ...line,
    spans: line.spans.map((span) => shiftSpan(span, shift)),
  })
  return slides.map(({ title, points, from, alternatives: { titles, unshown } }) => ({
    title: title === null ? null : title === heading ? (run.heading?.line ?? null) : move(title),
    points: points.map(move),
    from,
    alternatives: { titles: titles.map(move), unshown: unshown.map(move) },
  }))
}
