/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/**
 * Returns a copy of a section's slide to show as a preview: inert, without ids and hidden from screen readers. Runs in
 * the page and closes over nothing.
 */
export function createSlidePreview(section: HTMLElement): Node {
  const copy = section.querySelector('.slide')?.cloneNode(true)
  if (!(copy instanceof HTMLElement)) return document.createTextNode('')
  for (const element of copy.querySelectorAll('[id]')) element.removeAttribute('id')
  copy.setAttribute('aria-hidden', 'true')
  copy.inert = true
  return copy
}
