/**
 * Whether the notes contain each passage of the article once and, except for footnotes, in order. Footnotes follow the
 * text that refers to them, wherever they are in the article.
 */
export function areSaidOnceInOrder(sentences) {
  const spans = sentences.map(({ span }) => span)
  const spoken = sentences.flatMap(({ kind, span }) => (kind === 'footnote' ? [] : [span]))
  return [spoken, spans.toSorted(([one], [other]) => one - other)].every((inOrder) =>
    inOrder.every(([start], index) => start >= (inOrder[index - 1]?.[1] ?? 0)),
  )
}
