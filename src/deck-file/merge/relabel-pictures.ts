import type { DeckText } from '../deck-text.ts'
import type { DeckBase } from '../merge-base.ts'

/**
 * Gives the new deck the labels that pictures have in the author's deck, and the definitions of both decks. `mine` are
 * the definitions in the author's deck, one per line.
 */
export function relabelPictures(
  mine: string,
  theirs: DeckText & { readonly base: DeckBase },
): DeckText & { readonly base: DeckBase } {
  const labelsByUrl = new Map(mine.split('\n').flatMap((line) => labelsIn(line)))
  const labels = new Map<string, string>()
  for (const [url, label] of theirs.definitions.flatMap((line) => labelsIn(line))) {
    const newLabel = labelsByUrl.get(url) ?? `image-${labelsByUrl.size + 1}`
    labelsByUrl.set(url, newLabel)
    labels.set(label, newLabel)
  }
  const relabel = (text: string) =>
    labels.size === 0
      ? text
      : text.replace(/\[(image-\d+)\]/g, (match, label) => (labels.has(label) ? `[${labels.get(label)}]` : match))
  return {
    ...theirs,
    definitions: [...labelsByUrl].map(([url, label]) => `[${label}]: <${url}>`),
    base: { ...theirs.base, slides: theirs.base.slides.map((slide) => ({ ...slide, body: relabel(slide.body) })) },
  }
}

function labelsIn(line: string): readonly (readonly [url: string, label: string])[] {
  const [, label, url] = /^\s*\[(image-\d+)\]:\s*<?((?:\\.|[^\\>])*?)>?\s*$/.exec(line) ?? []
  return label === undefined || url === undefined ? [] : [[url, label]]
}
