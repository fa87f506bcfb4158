// Keeps the agenda of a deck file in step with its parts.

import type { VFile } from 'vfile'
import type { AgendaEntry, Line } from '../model/draft.ts'
import type { SlideWithSources } from './find-sources.ts'

/** The slides of a deck file and the parts that they belong to. */
export interface SlidesInParts {
  readonly slides: readonly SlideWithSources[]
  /** The names of the parts. */
  readonly names: readonly string[]
  /** The number of the part of each slide, from 1; 0 for none. */
  readonly numbers: readonly number[]
  readonly file: VFile
}

/**
 * Lists the entries of each agenda slide. An agenda that its author has not edited follows the parts: their current
 * order and names, without removed parts and with new ones. An edited agenda is left as it is, and a message says where
 * its order differs from that of the parts.
 */
export function agendasOf({
  slides,
  names,
  numbers,
  file,
}: SlidesInParts): ReadonlyMap<SlideWithSources, readonly AgendaEntry[]> {
  const agendas = slides.filter((slide) => linesIn(slide).length > 0)
  const numberOf = numbering(names)
  const asTyped = new Map(
    agendas.map((slide) => [
      slide,
      linesIn(slide).map((line, index): AgendaEntry => ({ line, part: numberOf(line.text, index + 1) })),
    ]),
  )
  if (agendas.some(({ isUntouched }) => !isUntouched)) {
    reportOrder(asTyped, names, file)
    return asTyped
  }
  const entries = entriesOf(agendas.flatMap(linesIn), shownParts({ slides, names, numbers }))
  if (entries.length < agendas.length) return asTyped
  const size = Math.ceil(entries.length / agendas.length)
  const sizes = agendas.map((slide) => linesIn(slide).length)
  const isAsLong = entries.length === sizes.reduce((sum, each) => sum + each, 0)
  let from = 0
  return new Map(
    agendas.map((slide, index) => {
      const own = entries.slice(from, from + (isAsLong ? (sizes[index] ?? 0) : size))
      from += own.length
      return [slide, own]
    }),
  )
}

function linesIn({ read: { contents } }: SlideWithSources): readonly Line[] {
  return contents.flatMap((content) => (content.type === 'agenda' ? content.entries.map(({ line }) => line) : []))
}

/**
 * Returns a function that finds the number of the part that an agenda entry names. Parts with the same name are matched
 * in turn.
 */
function numbering(names: readonly string[]): (name: string, fallback: number) => number {
  let last = 0
  return (name, fallback) => {
    const next = names.indexOf(name, last) + 1
    last = next > 0 ? next : last
    return next > 0 ? next : names.indexOf(name) + 1 || fallback
  }
}

/** A part with at least one visible slide. */
interface ShownPart {
  readonly number: number
  readonly name: string
  /** The title of the slide that opens the part, or the part's new name; null if it has neither. */
  readonly title: Line | null
  /** The name of the part as Lectern wrote it; null if that is not known. */
  readonly originalName: string | null
  /** Whether the author added all slides of the part. */
  readonly isNew: boolean
}

function shownParts({ slides, names, numbers }: Omit<SlidesInParts, 'file'>): readonly ShownPart[] {
  return names.flatMap((name, index): readonly ShownPart[] => {
    const own = slides.filter(({ view }, at) => numbers[at] === index + 1 && view.options.hidden !== true)
    if (own.length === 0) return []
    const opening = own.find(({ read }) => read.opensPart)
    const renamed = own.find(({ view: { options } }) => typeof options.part === 'string' && options.part !== name)
    const newTitle = renamed?.read.title && { ...renamed.read.title, text: name }
    return [
      {
        number: index + 1,
        name,
        title: opening?.read.title ?? newTitle ?? null,
        originalName: opening?.original?.opens ?? renamed?.view.options.part ?? null,
        isNew: own.every(({ original }) => original === null),
      },
    ]
  })
}

/** Makes an entry for each part that the agenda has named or that the author has added. */
function entriesOf(written: readonly Line[], parts: readonly ShownPart[]): readonly AgendaEntry[] {
  const free = [...written]
  const take = (name: string | null) => {
    const at = free.findIndex(({ text }) => text === name)
    return at < 0 ? undefined : free.splice(at, 1)[0]
  }
  return parts.flatMap(({ number, name, title, originalName, isNew }) => {
    const line = take(name) ?? (take(originalName) !== undefined || isNew ? title : null)
    return line === null ? [] : [{ line: { ...line, kind: 'heading' as const }, part: number }]
  })
}

function reportOrder(
  agendas: ReadonlyMap<SlideWithSources, readonly AgendaEntry[]>,
  names: readonly string[],
  file: VFile,
): void {
  const named = [...agendas.values()].flat().filter(({ line, part }) => names[part - 1] === line.text)
  const late = named.find(({ part }, index) => part < (named[index - 1]?.part ?? 0))
  if (late === undefined) return
  file.info(`The agenda names "${late.line.text}" later than it comes in the deck. Move its line, or the slides.`, {
    ...(late.line.place && { place: late.line.place }),
    source: 'lectern',
    ruleId: 'agenda-order',
  })
}
