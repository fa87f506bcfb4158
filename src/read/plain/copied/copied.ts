import type { Line } from '../lines.ts'
import { markerOf } from '../marker.ts'
import { versesOf } from '../verse.ts'
import { type Sight, sightOf } from './sight.ts'

/**
 * Whether a text was copied off a page in English, as browsers give it: a blank line follows each paragraph and nothing else, so that a
 * heading stands right on what it is over, an item on the next, and code on what comes after it.
 */
export function isCopied(lines: readonly Line[]): boolean {
  const told = lines.slice(1, -1).flatMap((line, index) => {
    const at = sightOf(line)
    return at.isCode || at.indent > 0 || at.text.includes('\t') ? [] : [{ at, isSpaced: lines[index + 2]?.gap !== 0 }]
  })
  const paragraphs = told.filter(({ at }) => at.width >= PARAGRAPH || (at.width >= SENTENCE && at.end === 'stop'))
  const bare = told.filter(({ at }) => at.width < BARE && BARE_ENDS.has(at.end) && !markerOf(at.text))
  const spaced = paragraphs.filter(({ isSpaced }) => isSpaced)
  const tight = bare.filter(({ isSpaced }) => !isSpaced)
  return (
    paragraphs.filter(({ at }) => at.width >= PARAGRAPH).length >= FEWEST_PARAGRAPHS &&
    spaced.length >= SPACED * paragraphs.length &&
    bare.length > 0 &&
    tight.length >= TIGHT * bare.length &&
    paragraphs.filter(({ at }) => isEnglish(at)).length * 2 >= paragraphs.length &&
    versesOf(lines, undefined).length === 0
  )
}

/** Columns from which a line, and from which a sentence, is a paragraph or an item as long as one. */
const PARAGRAPH = 110
const SENTENCE = 70
const FEWEST_PARAGRAPHS = 2
/** Items may be long as well. */
const SPACED = 0.4
/** Columns up to which a line without an end is a heading, or a short item. */
const BARE = 60
const BARE_ENDS: ReadonlySet<Sight['end']> = new Set<Sight['end']>(['open', 'question'])
/** Of 1000 copies nine in ten have all of these lines tight; who writes by hand leaves a blank line under a heading. */
const TIGHT = 0.5

function isEnglish({ tying, words }: Sight): boolean {
  return tying * 4 >= words
}
