import { RUN } from './payloads.ts'
import type { Trouble } from './watcher.ts'

/** Ways in which a deck could be broken, inserted into the HTML of a good one, and what the watcher must report. */
export interface Breach {
  readonly name: string
  readonly breaks: (html: string, canary: string) => string
  readonly seen: keyof Trouble
}

const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/i
const SLIDE = /(<div class="slide[^>]*>)/

function unguarded(html: string): string {
  return html.replace(POLICY, '')
}

export const BREACHES: readonly Breach[] = [
  {
    name: 'a script on a slide',
    seen: 'ran',
    breaks: (html) => unguarded(html).replace(SLIDE, `$1<img src="data:," onerror="${RUN}">`),
  },
  {
    name: 'a link that runs when it is pressed',
    seen: 'ran',
    breaks: (html) => unguarded(html).replace(SLIDE, `$1<a href="javascript:${RUN}">Press</a>`),
  },
  {
    name: 'a script that only the speaker window runs',
    seen: 'ran',
    breaks: (html) => {
      const hidden = `<img src='data:,' onerror='if (self === top && opener) ${RUN}'>`
      return unguarded(html).replaceAll(/<aside class="notes"[^>]*>/g, (tag) => `${tag}${hidden}`)
    },
  },
  {
    name: 'a dialog',
    seen: 'dialogs',
    breaks: (html) =>
      unguarded(html).replace(SLIDE, '$1<img src="data:," onerror="if (!opener && self === top) alert(1)">'),
  },
  {
    name: 'an image from elsewhere',
    seen: 'requests',
    breaks: (html, canary) => unguarded(html).replace(SLIDE, `$1<img src="${canary}/image.png">`),
  },
  {
    name: 'a link to a window of its own',
    seen: 'windows',
    breaks: (html) =>
      unguarded(html).replace(SLIDE, '$1<a href="about:blank" target="_blank" rel="noopener">Press</a>'),
  },
  {
    name: 'a script that the policy stops',
    seen: 'blocked',
    breaks: (html) => html.replace(SLIDE, `$1<img src="data:," onerror="${RUN}">`),
  },
]
