// Finds sentences that refer to a table, figure or listing by its number: "Table 1 shows …".

import type { Outline, Paragraph, Sentence } from '../model/outline.ts'
import { allParagraphs } from './all-paragraphs.ts'
import { isPicture } from './picture.ts'

/** The kinds of display that articles number. */
type Numbered = 'table' | 'figure' | 'listing'

/** The names of numbered displays in the languages of most articles, and the number after them. */
const REFERENCES: readonly (readonly [Numbered, RegExp])[] = [
  ['table', /(?<!\p{L})(?:tab(?:le|elle|leau|la|ella|el|ela|ulka|\.)|taulukko|表)s?\s?(\d+(?:\.\d+)*)/giu],
  ['figure', /(?<!\p{L})(?:fig(?:ure|ura|uur)?s?\.?|abb(?:ildung|\.)|kuva|rysunek|图|圖|図)\s?(\d+(?:\.\d+)*)/giu],
  ['listing', /(?<!\p{L})listings?\s?(\d+(?:\.\d+)*)/giu],
]

interface DisplayReference {
  readonly kind: Numbered
  readonly number: string
}

function referencesIn(text: string): readonly DisplayReference[] {
  return REFERENCES.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(([, number = '']): DisplayReference => ({ kind, number })),
  )
}

/** Whether a text refers to a table, figure or listing by its number. */
export function mentionsDisplay(text: string): boolean {
  return referencesIn(text).length > 0
}

/** Whether a sentence refers to a display by the number in its caption, or to one whose caption has no number. */
export function refersToDisplay({ kind, text }: Sentence, form: string, caption: string | undefined): boolean {
  const display = KINDS[form]
  const [own] = referencesIn(caption ?? '')
  return (
    kind === 'prose' &&
    referencesIn(text).some((each) => each.kind === display && (own === undefined || own.number === each.number))
  )
}

const KINDS: Readonly<Record<string, Numbered | undefined>> = { table: 'table', image: 'figure', code: 'listing' }

/** Finds the sentences that refer to a numbered display which is not directly above or below their paragraph. */
export function referencesElsewhere(outline: Outline): ReadonlySet<Sentence> {
  const all = allParagraphs(outline)
  const blocks = all.filter((paragraph) => kindOf(paragraph) !== undefined || !isCaption(paragraph))
  const places = placesOfDisplays(blocks, all)
  return new Set(
    blocks.flatMap(({ sentences }, index) =>
      sentences.filter(({ kind, text }) => {
        if (kind !== 'prose') return false
        const targets = referencesIn(text).flatMap((reference) => places.get(keyOf(reference)) ?? [])
        return targets.length > 0 && targets.every((target) => Math.abs(target - index) > 1)
      }),
    ),
  )
}

/**
 * Maps the kind and number of each display to its index in `blocks`. If no display of a kind has a number, the displays
 * of that kind are numbered in order.
 */
function placesOfDisplays(blocks: readonly Paragraph[], all: readonly Paragraph[]): ReadonlyMap<string, number> {
  const positions = new Map(all.map((paragraph, position) => [paragraph, position]))
  const displays = blocks.flatMap((paragraph, index) => {
    const kind = kindOf(paragraph)
    if (kind === undefined) return []
    const position = positions.get(paragraph) ?? -1
    const around = [all[position - 1], all[position + 1]].filter((each) => each !== undefined && isCaption(each))
    const captions = [paragraph, ...around].flatMap((each) => each?.sentences ?? [])
    const number = captions
      .filter((sentence) => sentence.kind === 'caption')
      .flatMap(({ text }) => referencesIn(text))
      .find((reference) => reference.kind === kind)?.number
    return [{ kind, number, index }]
  })
  const numbered = new Set(displays.flatMap(({ kind, number }) => (number === undefined ? [] : [kind])))
  return new Map(
    displays.flatMap(({ kind, number, index }, position): readonly (readonly [string, number])[] => {
      if (number !== undefined) return [[keyOf({ kind, number }), index]]
      const count = displays.slice(0, position + 1).filter((each) => each.kind === kind).length
      return numbered.has(kind) ? [] : [[keyOf({ kind, number: String(count) }), index]]
    }),
  )
}

function keyOf({ kind, number }: DisplayReference): string {
  return `${kind} ${number}`
}

function kindOf({ block }: Paragraph): Numbered | undefined {
  return isPicture(block) ? 'figure' : KINDS[block.node.type]
}

function isCaption({ sentences }: Paragraph): boolean {
  return sentences.length > 0 && sentences.every(({ kind }) => kind === 'caption')
}
