import type { Span } from '../../model/span.ts'

/**
 * Finds the elements in HTML that are rewritten or removed with their content: scripts, styles, drawings, frames and
 * players. An element that is never closed is left out.
 */
export function wholeElements(html: string): readonly Span[] {
  const nextEnds = new Map<string, number>()
  const elements: Span[] = []
  // From the last tag to the first, so that the end of an element is known at its start.
  for (const { index, 0: tag, 1: opened, 2: closed = '' } of [...html.matchAll(TAG)].toReversed()) {
    if (opened === undefined) nextEnds.set(closed.toLowerCase(), index + tag.length)
    else {
      const end = nextEnds.get(opened.toLowerCase())
      if (end !== undefined) elements.push([index, end])
    }
  }
  return outermost(elements.toReversed())
}

const TAG = /<(script|style|svg|iframe|video|audio)\b|<\/(script|style|svg|iframe|video|audio)\s*>/gi

/** Leaves out spans that begin inside the one before them. */
function outermost(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = []
  for (const span of spans) if (span[0] >= (kept.at(-1)?.[1] ?? 0)) kept.push(span)
  return kept
}
