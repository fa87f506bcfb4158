import type { Html } from '../model/html.ts'

/**
 * Splits a document with print pages into two documents, each with half of the pages. Links from one half to the other
 * remain links: when printing, the browser keeps a link if the document has an element with that id, even a hidden one,
 * and makes an element a destination if there is a link to it. Returns null if there are fewer than `minPages` pages,
 * or if there is a link to an unknown id.
 */
export function splitPrintPages({ head, body }: Html, minPages: number): readonly [Html, Html] | null {
  const starts = Array.from(body.matchAll(/<section class="page"/g), ({ index }) => index)
  const middle = starts[starts.length >> 1]
  if (middle === undefined || starts.length < minPages) return null
  const linkedIds = [...new Set(Array.from(body.matchAll(/ href="#([^"]*)"/g), ([, id = '']) => id))]
  const allIds = idsIn(body)
  if (!linkedIds.every((id) => allIds.has(id))) return null
  const documentWith = (pages: string): Html => {
    const ids = idsIn(pages)
    const links = linkedIds.map((id) => `<a href="#${id}"${ids.has(id) ? '' : ` id="${id}"`}></a>`)
    return { head, body: `${linkedIds.length === 0 ? '' : `<div hidden>${links.join('')}</div>`}${pages}` }
  }
  return [documentWith(body.slice(0, middle)), documentWith(body.slice(middle))]
}

function idsIn(html: string): ReadonlySet<string> {
  return new Set(Array.from(html.matchAll(/ id="([^"]*)"/g), ([, id = '']) => id))
}
