/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/**
 * Copies the slide in a section as a picture: inert, without ids, and hidden from screen readers. Runs in the page and
 * closes over nothing.
 */
export function copySection(section: HTMLElement): Node {
  const copy = section.querySelector('.slide')?.cloneNode(true)
  if (!(copy instanceof HTMLElement)) return document.createTextNode('')
  for (const element of copy.querySelectorAll('[id]')) element.removeAttribute('id')
  copy.setAttribute('aria-hidden', 'true')
  copy.inert = true
  return copy
}
