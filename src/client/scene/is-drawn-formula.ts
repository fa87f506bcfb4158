/// <reference lib="dom" />

/**
 * Whether an inline formula is a picture in PowerPoint: it fills its paragraph and cannot be written as a line of text.
 * Runs in the page and closes over nothing.
 */
export function isDrawnFormula(formula: Element): boolean {
  const COMPLEX_PARTS = '.frac-line, .sqrt, svg, .op-limits, .delimsizing, .mtable, .accent, .vlist-t .vlist-t'
  const fillsParagraph = formula.parentElement?.textContent === formula.textContent
  return fillsParagraph && formula.querySelector(COMPLEX_PARTS) !== null
}
