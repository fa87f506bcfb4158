import { expect, test } from 'vitest'
import { layouts } from '../../src/layout/layout-table.ts'
import { renderPrint } from '../../src/render/print.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { deckOf, line, point, slide } from './decks.ts'
import { documentOf, textOf, withClass, withTag } from './document.ts'
import { sample } from './sample.ts'

const theme = loadTheme('lectern')
const html = renderPrint(sample, layouts, theme)
const page = documentOf(html)

test('a page for each slide, with its id and a name', () => {
  const pages = withClass(page, 'page')
  expect(pages.map(({ properties }) => properties.id)).toEqual(sample.slides.map(({ id }) => id))
  expect(pages.every(({ properties }) => String(properties.ariaLabel).length > 0)).toBe(true)
})

test('the paper has the size of the canvas', () => {
  const styles = (canvas: typeof theme.canvas) =>
    withTag(documentOf(renderPrint(sample, layouts, { ...theme, canvas })), 'style')
      .map(textOf)
      .join('')
  expect(styles(theme.canvas)).toContain('@page{size:1280px 720px;margin:0}')
  expect(styles({ width: 960, height: 720 })).toContain('@page{size:960px 720px;margin:0}')
})

test('nothing runs, and no note is printed', () => {
  expect(withTag(page, 'script', 'aside')).toEqual([])
  const policy = withTag(page, 'meta').map(({ properties }) => String(properties.content))
  expect(policy.join()).toContain("default-src 'none'")
  expect(policy.join()).not.toContain('script-src')
  expect(html).not.toContain('That difference stretches the ocean along the line to the moon')
})

test('heading levels follow the deck, its parts and their slides', () => {
  const headings = withTag(page, 'h1', 'h2', 'h3', 'h4').map((element) => `${element.tagName} ${textOf(element)}`)
  expect(headings.slice(0, 7)).toEqual([
    'h1 How Tides Keep Time',
    'h2 Agenda',
    'h2 The Pull of the Moon',
    'h3 The moon pulls harder on the near side, and that difference raises two bulges',
    'h3 What sets the height',
    'h3 Alignment of sun and moon',
    'h2 Harbours and Their Delays: What Every Pilot Writes Down',
  ])
  expect(headings.filter((heading) => heading.startsWith('h1'))).toHaveLength(1)
  expect(headings.slice(-2)).toEqual(['h2 In conclusion', 'h2 Thank you'])
})

test('furniture is hidden from screen readers, and nothing else is', () => {
  const hidden = withClass(page, 'slide').flatMap((slide) =>
    withTag(slide, 'p', 'footer', 'span', 'div', 'h1', 'h2', 'h3', 'li').filter(
      ({ properties }) => properties.ariaHidden === 'true',
    ),
  )
  const names = new Set(hidden.map(({ properties }) => String(properties.className)))
  expect([...names].sort()).toEqual(['agenda-number', 'agenda-page', 'slide-foot', 'slide-kicker'])
})

test('a slide whose title is the name of its part shows only the number of the part above it', () => {
  const titled = (title: string) =>
    slide(
      'points',
      { title: line(title), lead: null, points: [point('The moon pulls.'), point('The sun pulls.')] },
      { part: 1 },
    )
  const deck = deckOf([titled('The tides'), titled('Two pulls')], ['The tides'])
  const [first, second] = withClass(documentOf(renderPrint(deck, layouts, theme)), 'slide')
  const kickerOf = (element: typeof first) => (element ? withClass(element, 'slide-kicker').map(textOf).join('') : '')
  expect(kickerOf(first)).toBe('1')
  expect(kickerOf(second)).toBe('1The tides')
})
