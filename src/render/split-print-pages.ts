import type { Html } from '../model/html.ts'

/**
 * Divides print pages into two documents with half of the pages each. Links from one half to the other remain links: in
 * print, a link counts if its document has an element with that id, even a hidden one, and an element is a destination
 * if there is a link to it. Returns null if there are fewer pages than `least`, or links to something unknown.
 */
export function halvesOf({ head, body }: Html, least: number): readonly [Html, Html] | null {
  const starts = Array.from(body.matchAll(/<section class="page"/g), ({ index }) => index)
  const middle = starts[starts.length >> 1]
  if (middle === undefined || starts.length < least) return null
  const linked = [...new Set(Array.from(body.matchAll(/ href="#([^"]*)"/g), ([, id = '']) => id))]
  const all = idsIn(body)
  if (!linked.every((id) => all.has(id))) return null
  const halfOf = (part: string): Html => {
    const own = idsIn(part)
    const links = linked.map((id) => `<a href="#${id}"${own.has(id) ? '' : ` id="${id}"`}></a>`)
    return { head, body: `${linked.length === 0 ? '' : `<div hidden>${links.join('')}</div>`}${part}` }
  }
  return [halfOf(body.slice(0, middle)), halfOf(body.slice(middle))]
}

function idsIn(html: string): ReadonlySet<string> {
  return new Set(Array.from(html.matchAll(/ id="([^"]*)"/g), ([, id = '']) => id))
}
