// Removes what pages add to a caption that can be shown and hidden.

import type { Element, ElementContent } from 'hast'
import { lineOf, namesOf } from './tree.ts'

/**
 * Removes the controls in an element and, if it is a caption, the words that it repeats for display while the caption
 * is hidden.
 */
export function withoutCaptionControls(element: Element): Element {
  const children = element.children.filter((child) => child.type !== 'element' || !isControl(child))
  return { ...element, children: element.tagName === 'figcaption' ? withoutRepeats(children, new Set()) : children }
}

/**
 * Whether an element is a control, that is, has a class that says the same as its words: `<b class="hide-caption">hide
 * caption</b>`.
 */
function isControl(element: Element): boolean {
  const words = lineOf(element).toLowerCase().replaceAll(' ', '-')
  return CONTROL.test(words) && namesOf(element).toLowerCase().split(' ').includes(words)
}

const CONTROL = /^(?:close|collapse|enlarge|expand|hide|open|show|toggle)-[a-z-]{1,30}$/

/** Removes each element with the same class and the same words as an earlier one. */
function withoutRepeats(children: readonly ElementContent[], seen: Set<string>): ElementContent[] {
  return children.flatMap((child): readonly ElementContent[] => {
    if (child.type !== 'element') return [child]
    const [names, line] = [namesOf(child).trim(), lineOf(child)]
    const key = names === '' || line === '' ? null : `${names}\n${line}`
    if (key !== null && seen.has(key)) return []
    const whole = { ...child, children: withoutRepeats(child.children, seen) }
    if (key !== null) seen.add(key)
    return [whole]
  })
}
