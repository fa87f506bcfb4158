import type { Element } from 'hast'
import { attributeOf } from './tree.ts'

/** Whether an element says that it is not shown. A style sheet may hide others. */
export function isHidden(element: Element): boolean {
  return (
    element.properties.hidden !== undefined ||
    attributeOf(element, 'ariaHidden') === 'true' ||
    /(?:display:\s*none|visibility:\s*hidden)/i.test(attributeOf(element, 'style'))
  )
}
