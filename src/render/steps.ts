import type { Element, ElementContent } from 'hast'
import { removeLinksAndHeadings } from './remove-links-and-headings.ts'
import type { RenderedSlide } from './slide.ts'

/**
 * Repeats a slide for each of its steps: the first copy shows none of them, the last shows all. The outline and the
 * links of a PDF refer to the first copy; the others have neither headings nor links.
 */
export function repeatForSteps(slide: RenderedSlide): readonly RenderedSlide[] {
  const count = countSteps(slide.element)
  const steps = Array.from({ length: count }, (_, index) => index + 1)
  const repeats = steps.map(
    (shown): RenderedSlide => ({
      ...slide,
      isStep: true,
      element: removeLinksAndHeadings(showSteps(slide.element, shown)),
    }),
  )
  return [{ ...slide, element: showSteps(slide.element, 0) }, ...repeats]
}

/** Marks the steps of a slide as fragments, which reveal.js shows one after another. */
export function withFragments(element: Element): Element {
  return mapSteps(element, (step) => withClass(step, 'fragment'))
}

function countSteps(element: Element): number {
  let count = 0
  mapSteps(element, (step) => {
    count += 1
    return step
  })
  return count
}

function showSteps(element: Element, shown: number): Element {
  let index = 0
  return mapSteps(element, (step) => {
    index += 1
    return index <= shown ? step : withClass(step, 'later')
  })
}

/** Replaces the elements that layouts have marked as steps, in reading order. */
function mapSteps(element: Element, change: (step: Element) => Element): Element {
  if (classesOf(element).includes('step')) return change(element)
  const children = element.children.map(
    (child): ElementContent => (child.type === 'element' ? mapSteps(child, change) : child),
  )
  return { ...element, children }
}

function withClass(element: Element, name: string): Element {
  return { ...element, properties: { ...element.properties, className: [...classesOf(element), name] } }
}

function classesOf({ properties: { className } }: Element): readonly string[] {
  return Array.isArray(className) ? className.map(String) : []
}
