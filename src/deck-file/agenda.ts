// Keeps the agenda of a deck file in step with its parts.

import type { VFile } from 'vfile'
import type { AgendaEntry, Line } from '../model/draft.ts'
import type { SlideWithSources } from './find-sources.ts'

/** The slides of a deck file and the parts that they belong to. */
export interface SlidesInParts {
  readonly slides: readonly SlideWithSources[]
  /** The names of the parts. */
  readonly partNames: readonly string[]
  /** The part number of each slide, from 1; 0 if it belongs to no part. */
  readonly partNumbers: readonly number[]
  readonly file: VFile
}

/**
 * Lists the entries of each agenda slide. If the author has edited none of these slides, their entries are updated to
 * match the parts (reordered, renamed, removed and added), unless too few would be left for all slides. If any slide
 * was edited, all entries are left as they are, and a message names the first one that is out of order.
 */
export function agendasOf({
  slides,
  partNames,
  partNumbers,
  file,
}: SlidesInParts): ReadonlyMap<SlideWithSources, readonly AgendaEntry[]> {
  const agendas = slides.filter((slide) => linesIn(slide).length > 0)
  const numberOf = partNumberFinder(partNames)
  const typedEntries = new Map(
    agendas.map((slide) => [
      slide,
      linesIn(slide).map((line, index): AgendaEntry => ({ line, part: numberOf(line.text, index + 1) })),
    ]),
  )
  if (agendas.some(({ isUntouched }) => !isUntouched)) {
    reportOrder(typedEntries, partNames, file)
    return typedEntries
  }
  const entries = entriesOf(agendas.flatMap(linesIn), visibleParts({ slides, partNames, partNumbers }))
  if (entries.length < agendas.length) return typedEntries
  const entriesPerSlide = Math.ceil(entries.length / agendas.length)
  const oldCounts = agendas.map((slide) => linesIn(slide).length)
  const hasSameLength = entries.length === oldCounts.reduce((sum, count) => sum + count, 0)
  let start = 0
  return new Map(
    agendas.map((slide, index) => {
      const slideEntries = entries.slice(start, start + (hasSameLength ? (oldCounts[index] ?? 0) : entriesPerSlide))
      start += slideEntries.length
      return [slide, slideEntries]
    }),
  )
}

function linesIn({ reading: { contents } }: SlideWithSources): readonly Line[] {
  return contents.flatMap((content) => (content.type === 'agenda' ? content.entries.map(({ line }) => line) : []))
}

/**
 * Returns a function that finds the number of the part named by an agenda entry; `fallback` if there is no such part.
 * Parts with the same name are matched in turn.
 */
function partNumberFinder(partNames: readonly string[]): (name: string, fallback: number) => number {
  let lastNumber = 0
  return (name, fallback) => {
    const nextNumber = partNames.indexOf(name, lastNumber) + 1
    lastNumber = nextNumber > 0 ? nextNumber : lastNumber
    return nextNumber > 0 ? nextNumber : partNames.indexOf(name) + 1 || fallback
  }
}

/** A part with at least one visible slide. */
interface VisiblePart {
  readonly number: number
  readonly name: string
  /** The title of the slide that opens the part, or the part's new name; null if it has neither. */
  readonly title: Line | null
  /** The name of the part as Lectern wrote it; null if unknown. */
  readonly originalName: string | null
  /** Whether the author added all slides of the part. */
  readonly isNew: boolean
}

function visibleParts({ slides, partNames, partNumbers }: Omit<SlidesInParts, 'file'>): readonly VisiblePart[] {
  return partNames.flatMap((name, index): readonly VisiblePart[] => {
    const partSlides = slides.filter(
      ({ parsed }, slideIndex) => partNumbers[slideIndex] === index + 1 && parsed.options.hidden !== true,
    )
    if (partSlides.length === 0) return []
    const opening = partSlides.find(({ reading }) => reading.opensPart)
    const renamedSlide = partSlides.find(
      ({ parsed: { options } }) => typeof options.part === 'string' && options.part !== name,
    )
    const newTitle = renamedSlide?.reading.title && { ...renamedSlide.reading.title, text: name }
    return [
      {
        number: index + 1,
        name,
        title: opening?.reading.title ?? newTitle ?? null,
        originalName: opening?.original?.openedPart ?? renamedSlide?.parsed.options.part ?? null,
        isNew: partSlides.every(({ original }) => original === null),
      },
    ]
  })
}

/** Makes an entry for each part that the agenda already names or that the author has added. */
function entriesOf(writtenLines: readonly Line[], parts: readonly VisiblePart[]): readonly AgendaEntry[] {
  const unusedLines = [...writtenLines]
  const takeLine = (name: string | null) => {
    const lineIndex = unusedLines.findIndex(({ text }) => text === name)
    return lineIndex < 0 ? undefined : unusedLines.splice(lineIndex, 1)[0]
  }
  return parts.flatMap(({ number, name, title, originalName, isNew }) => {
    const line = takeLine(name) ?? (takeLine(originalName) !== undefined || isNew ? title : null)
    return line === null ? [] : [{ line: { ...line, kind: 'heading' as const }, part: number }]
  })
}

function reportOrder(
  agendas: ReadonlyMap<SlideWithSources, readonly AgendaEntry[]>,
  partNames: readonly string[],
  file: VFile,
): void {
  const namedEntries = [...agendas.values()].flat().filter(({ line, part }) => partNames[part - 1] === line.text)
  const misplacedEntry = namedEntries.find(({ part }, index) => part < (namedEntries[index - 1]?.part ?? 0))
  if (misplacedEntry === undefined) return
  file.info(
    `The agenda lists "${misplacedEntry.line.text}" after a part that follows it in the deck. Move that line, or move the slides.`,
    {
      place: misplacedEntry.line.place,
      source: 'lectern',
      ruleId: 'agenda-order',
    },
  )
}
