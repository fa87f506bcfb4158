// Finds the speakers of block quotations.

import { hasQuotation, isAttribution, SPEAKER_DASH } from '../grammar/quotation-marks.ts'
import type { Article } from '../model/article.ts'
import type { Line } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import type { Span } from '../model/span.ts'

/** Maps the offset of each sentence of a block quotation to the line below it that names its speaker. */
export function attributionsIn(sentences: readonly Sentence[]): ReadonlyMap<number, Sentence> {
  const found = new Map<number, Sentence>()
  let quotation: Sentence[] = []
  for (const sentence of sentences) {
    const namesSpeaker = sentence.kind === 'quotation' && isAttribution(sentence.text)
    for (const { span } of namesSpeaker ? quotation : []) found.set(span[0], sentence)
    if (sentence.kind === 'quotation' && !namesSpeaker) quotation.push(sentence)
    // A picture of the speaker may come between the quotation and the name.
    else if (sentence.kind !== 'caption') quotation = []
  }
  return found
}

/**
 * Adds the speaker's name to the points of a slide that come from a block quotation. These points are whole sentences,
 * and only the last of several consecutive ones by the same speaker gets the name.
 */
export function withSpeakers(
  { text }: Article,
  points: readonly Line[],
  attributions: ReturnType<typeof attributionsIn>,
): Line[] {
  const attributionOf = (line: Line | undefined) => {
    const span = line?.spans[0]
    return span === undefined || hasQuotation(text.slice(...span)) ? undefined : attributions.get(span[0])
  }
  return points.map((line, index) => {
    const attribution = attributionOf(line)
    const name = attributionOf(points[index + 1]) === attribution ? null : nameIn(attribution)
    if (name === null) return line
    return { ...line, text: `${line.text} — ${text.slice(...name)}`, spans: [...line.spans, name] }
  })
}

/** Returns the span of the name in a line that names a speaker, without the person's role or work. */
function nameIn(attribution: Sentence | undefined): Span | null {
  const [, dash = '', name] = (attribution && NAME.exec(attribution.text)) ?? []
  if (attribution === undefined || name === undefined) return null
  const start = attribution.span[0] + dash.length
  return [start, start + name.length]
}

const NAME = new RegExp(String.raw`^(${SPEAKER_DASH})([@\p{Lu}][^\n,;:(]{1,40})(?=[,;:(]|$)`, 'u')
