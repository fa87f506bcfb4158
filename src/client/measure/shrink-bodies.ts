// Gives slide bodies that turned out to be too large their smallest size.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/**
 * Gives the bodies of the slides with these indexes their smallest size. Returns whether any size has changed. Runs in
 * the page and closes over nothing.
 */
export function shrinkBodies(indexes: readonly number[], displayType: number): boolean {
  const slides = [...document.querySelectorAll<HTMLElement>('section.page > .slide')]
  let hasChanged = false
  for (const index of indexes) {
    const slide = slides[index]
    const least = slide?.dataset.least
    if (slide === undefined || least === undefined || slide.style.getPropertyValue('--size') === `${least}px`) continue
    slide.style.setProperty('--size', `${least}px`)
    slide.dataset.type = Number(least) < displayType ? 'text' : 'display'
    hasChanged = true
  }
  return hasChanged
}
