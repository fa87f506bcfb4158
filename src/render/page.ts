// Renders complete HTML documents: head, content security policy, styles and body.

import type { Element, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { Deck } from '../model/deck.ts'
import { type Html, splitHtml } from '../model/html.ts'
import type { Theme } from '../model/theme.ts'
import { logoCss } from './logo.ts'
import { declarations, style } from './styles.ts'

/** What differs between the deck, the print pages, the handout and the theme preview. */
export interface HtmlPage {
  readonly deck: Deck
  readonly theme: Theme
  readonly policy: string
  /** More elements for the head, which come before the styles. */
  readonly head: readonly Element[]
  /** Rules that follow the theme's. */
  readonly styles: string
  /** The content of the body, as HTML. */
  readonly body: string
}

/** Renders an HTML document. The same input gives the same bytes. */
export function renderPage({ deck, theme, policy, head, styles, body }: HtmlPage): Html {
  const root: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: languageOf(deck), dir: deck.direction }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('title', deck.title),
          ...(deck.author === null ? [] : [h('meta', { name: 'author', content: deck.author })]),
          h('meta', { name: 'generator', content: 'Lectern' }),
          ...head,
          style(`${tokenCss(theme)}\n${theme.css}\n${logoCss(deck.event)}\n${styles}`),
        ]),
        h('body'),
      ]),
    ],
  }
  return splitHtml(toHtml(root, { upperDoctype: true }), body)
}

/** Returns the `lang` attribute: a BCP 47 tag, or empty if the language is unknown. */
function languageOf({ language }: Deck): string {
  return /^[A-Za-z][A-Za-z0-9-]*$/.test(language) && language !== 'und' ? language : ''
}

/** Writes the tokens and the canvas size as custom properties. */
function tokenCss({ tokens, canvas }: Theme): string {
  const properties = Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--${name}`, value]))
  const size = { '--canvas-width': `${canvas.width}px`, '--canvas-height': `${canvas.height}px` }
  return `:root{${declarations({ ...properties, ...size })}}`
}
