// Names the speakers in the transcript of a conversation.

import type { Article } from '../model/article.ts'
import type { Line } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import type { Span } from '../model/span.ts'

/** One speaker's words without interruption: the paragraphs from one label to the next. */
export interface Turn {
  /** The speaker's name, with the colon. */
  readonly label: Span
  readonly name: string
  /** The offsets of its sentences. */
  readonly sentences: readonly number[]
}

/**
 * Finds the turns of a transcript: "Ada Marsh: It rained. We stayed in." Returns none unless more than half of the
 * paragraphs begin with a label and a label occurs again after another.
 */
export function turnsIn(sentences: readonly Sentence[]): readonly Turn[] {
  const turns: { label: Span; name: string; sentences: number[] }[] = []
  let paragraphs = 0
  for (const { text, span, startsBlock, kind } of sentences) {
    if (startsBlock) paragraphs++
    const [label, name] = (startsBlock && kind === 'prose' && LABEL.exec(text)) || []
    if (label !== undefined && name !== undefined)
      turns.push({ label: [span[0], span[0] + label.length], name, sentences: [] })
    turns.at(-1)?.sentences.push(span[0])
  }
  const names = new Set(turns.map(({ name }) => name))
  const isTranscript = names.size >= 2 && names.size < turns.length && turns.length > paragraphs / 2
  return isTranscript ? turns : []
}

const LABEL = /^(\p{Lu}[^:：.!?()]{0,39})[:：](?=\s)/u

/**
 * Adds the speaker's label to each point of a slide that would otherwise seem to be another speaker's: the later
 * sentences of a turn, unless the line before them has the same speaker. For the first point, that line is the title.
 */
export function withTurnLabels(
  { text }: Article,
  { title, points }: { readonly title: Line | null; readonly points: readonly Line[] },
  turns: readonly Turn[],
): readonly Line[] {
  const turnOf = (line: Line | null | undefined) => {
    const offset = line?.spans[0]?.[0] ?? -1
    return turns.find(({ sentences }) => sentences.includes(offset))
  }
  return points.map((line, index) => {
    const turn = turnOf(line)
    const before = index === 0 ? title : points[index - 1]
    const isNamed = turn === undefined || line.spans[0]?.[0] === turn.label[0]
    if (isNamed || turnOf(before)?.name === turn.name) return line
    return { ...line, text: `${text.slice(...turn.label)} ${line.text}`, spans: [turn.label, ...line.spans] }
  })
}
