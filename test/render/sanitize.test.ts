import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { expect, test } from 'vitest'
import { layouts } from '../../src/layout/layout-table.ts'
import type { LayoutName, Slide } from '../../src/model/deck.ts'
import { sanitize } from '../../src/render/sanitize.ts'
import { unmarked } from './decks.ts'
import { extremes, sample } from './sample.ts'

const context = { pageOf: () => 3, idOf: () => 'part-1', level: 2, article: unmarked, event: null } as const

function contentOf<L extends LayoutName>(slide: Slide<L>) {
  const layout = layouts[slide.layout]
  return h('div.slide', layout.hooks(slide.slots), [...layout.render(slide.slots, context)])
}

test.each([...sample.slides, ...extremes.slides].map((slide) => [slide.id, slide] as const))(
  'the markup of slide %s passes unchanged',
  (_, slide) => {
    const content = contentOf(slide)
    expect(sanitize([content]).map((element) => toHtml(element))).toEqual([toHtml(content)])
  },
)

const HOSTILE = [
  h('script', 'run()'),
  h('p', { onClick: 'run()' }, 'words'),
  h('a', { href: 'javascript:run()' }, 'words'),
  h('a', { href: 'JavaScript:run()' }, 'words'),
  h('a', { href: 'data:text/html,run()' }, 'words'),
  h('a', { href: 'file:///etc/passwd' }, 'words'),
  h('a', { href: 'other.html' }, 'words'),
  h('a', { href: '//example.org/' }, 'words'),
  h('a', { href: 'https://localhost/', target: '_top', onClick: 'run()' }, 'words'),
  h('img', { src: 'https://example.org/a.png', alt: '' }),
  h('img', { src: 'data:text/html;base64,PGI+', alt: '' }),
  h('img', { src: 'data:image/png;base64,AA==', style: 'background:url(https://example.org/)' }),
  h('iframe', { srcDoc: '<script>run()</script>' }),
  h('form', { action: 'https://example.org/' }, [h('input')]),
  h('svg', [h('style', '@import "https://example.org/"')]),
  h('style', 'p{background:url(https://example.org/)}'),
  h('meta', { httpEquiv: 'refresh', content: '0;url=https://example.org/' }),
  h('base', { href: 'https://example.org/' }),
  h('p', { style: 'position:fixed', id: 'Reveal', name: 'Reveal' }, 'words'),
]

test.each(HOSTILE.map((element) => [toHtml(element), element] as const))('%s does not pass', (_, element) => {
  const passed = sanitize([h('div', [element])])
    .map((each) => toHtml(each))
    .join('')
  expect(passed).not.toMatch(
    /run\(|example\.org|text\/html|file:|other|_top|style|Reveal|<(?:script|iframe|form|input|meta|base)/,
  )
})
