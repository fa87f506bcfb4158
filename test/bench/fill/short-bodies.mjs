/**
 * Runs in a page with printed slides, closing over nothing. Returns, for each slide of rows, where its content ends, as
 * a fraction of the slide's height, and whether that is short. Gaps between rows count up to 1.6 lines of their type.
 */
export function shortBodies() {
  const MIN_END = 0.64
  const MAX_LINES = 1.6
  const KINDS = ['points', 'takeaways', 'comparison', 'timeline']
  const linesIn = (row) => {
    const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT)
    const lines = []
    while (walker.nextNode()) {
      const { currentNode: node } = walker
      if (node.parentElement === null || node.textContent?.trim() === '') continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const { fontSize, lineHeight } = getComputedStyle(node.parentElement)
      for (const { top, bottom } of range.getClientRects())
        lines.push({ top, bottom, pitch: Number.parseFloat(lineHeight) || Number.parseFloat(fontSize) * 1.2 })
    }
    return lines
  }
  const sections = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('section.page'))
  return [...sections].flatMap((section) => {
    const { layout = '' } = section.dataset
    const frame = section.querySelector('.slide')?.getBoundingClientRect()
    if (!KINDS.includes(layout) || frame === undefined) return []
    const rows = '.slide-body :is(li, .side, .lead, .column-name, .column-text, .column .code, .column .caption)'
    const pictures = [...section.querySelectorAll('.column .picture')].map((picture) => {
      const { top, bottom } = picture.getBoundingClientRect()
      return { top, bottom, pitch: bottom - top }
    })
    const lines = [...[...section.querySelectorAll(rows)].flatMap(linesIn), ...pictures].sort(
      (one, other) => one.top - other.top,
    )
    let end = lines[0]?.top ?? frame.top
    let spare = 0
    for (const { top, bottom, pitch } of lines) {
      spare += Math.max(0, top - end - MAX_LINES * pitch)
      end = Math.max(end, bottom)
    }
    const fraction = (end - spare - frame.top) / frame.height
    return [{ id: section.id, layout, end: fraction, isShort: fraction < MIN_END }]
  })
}
