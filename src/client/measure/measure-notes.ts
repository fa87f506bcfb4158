// Measures where each sentence of a note is on paper, so that the note can be divided between pages of the handout.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/**
 * The extent of a sentence in its note, in CSS px from the top of the note: the top of its first line and the bottom of
 * its last.
 */
export interface Extent {
  readonly top: number
  readonly bottom: number
}

/** The measurements of one note on the trial page. */
export interface TrialNote {
  /** The height of the heading above it, in CSS px. */
  readonly headingHeight: number
  readonly extents: readonly Extent[]
}

/**
 * Measures the extents of the sentences of every note on the trial page shown. `counts` contains, for each trial, the
 * number of non-space characters of each sentence, by which the sentences are found in the text of the note; a formula
 * counts as its TeX. If the counts do not add up, the last sentence takes the rest. Runs in the page and closes over
 * nothing.
 */
export function measureNoteExtents(counts: readonly (readonly number[])[]): readonly TrialNote[] {
  return Array.from(document.querySelectorAll('.trial'), (trial, index) => {
    const note = trial.querySelector('.row-note')
    const top = note?.getBoundingClientRect().top ?? 0
    const noteHeight = note?.getBoundingClientRect().height ?? 0
    const boxes: { readonly size: number; readonly top: number; readonly bottom: number }[] = []
    const visit = (node: Node) => {
      const isFormula = node instanceof HTMLElement && node.classList.contains('inline-formula')
      if (isFormula || node instanceof Text) {
        const text = isFormula ? (node.getAttribute('aria-label') ?? '') : (node.textContent ?? '')
        const range = document.createRange()
        const parts = isFormula ? [text] : (text.match(/\S+/g) ?? [])
        let from = 0
        for (const part of parts) {
          if (isFormula) range.selectNode(node)
          else {
            from = text.indexOf(part, from)
            range.setStart(node, from)
            range.setEnd(node, from + part.length)
            from += part.length
          }
          const rectangles = Array.from(range.getClientRects())
          const tops = rectangles.map((rectangle) => rectangle.top - top)
          const bottoms = rectangles.map((rectangle) => rectangle.bottom - top)
          boxes.push({ size: part.replace(/\s/g, '').length, top: Math.min(...tops), bottom: Math.max(...bottoms) })
        }
      } else for (const child of Array.from(node.childNodes)) visit(child)
    }
    if (note) visit(note)
    let nextBox = 0
    const sizes = counts[index] ?? []
    const extents = sizes.map((size, sentence) => {
      const start = nextBox
      let remaining = size
      while (nextBox < boxes.length && (remaining > 0 || sentence === sizes.length - 1)) {
        remaining -= boxes[nextBox]?.size ?? 0
        nextBox += 1
      }
      const noteBoxes = boxes.slice(start, nextBox)
      if (noteBoxes.length === 0) return { top: noteHeight, bottom: noteHeight }
      return {
        top: Math.min(...noteBoxes.map((box) => box.top)),
        bottom: Math.max(...noteBoxes.map((box) => box.bottom)),
      }
    })
    return { headingHeight: (note?.getBoundingClientRect().top ?? 0) - trial.getBoundingClientRect().top, extents }
  })
}
