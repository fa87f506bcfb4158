import { createHash } from 'node:crypto'
import { toHtml } from 'hast-util-to-html'
import { describe, expect, test } from 'vitest'
import { STAGE_STYLES } from '../../src/client/stage/styles.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import { renderPrint } from '../../src/render/print.ts'
import { renderDeck } from '../../src/render/render.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { deckOf, line, note, point, slide } from './decks.ts'
import { documentOf, elementsOf, textOf, withClass, withTag } from './document.ts'
import { extremes, sample } from './sample.ts'

const theme = loadTheme('lectern')
const html = renderDeck(sample, layouts, theme)
const page = documentOf(html)

const hashOf = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`

/** The sources that a page's policy allows for scripts. */
function scriptSources(): readonly string[] {
  const policy = withTag(page, 'meta').find(({ properties }) =>
    String(properties.httpEquiv).includes('Content-Security-Policy'),
  )
  const rules = String(policy?.properties.content).split('; ')
  return (
    rules
      .find((rule) => rule.startsWith('script-src '))
      ?.split(' ')
      .slice(1) ?? []
  )
}

describe('the policy', () => {
  test('allows every script of the page and no other', () => {
    const scripts = withTag(page, 'script').map(textOf)
    expect(scripts).toHaveLength(2)
    expect([...scriptSources()].sort()).toEqual(scripts.map(hashOf).sort())
  })

  test('comes before everything that it governs', () => {
    const tags = withTag(page, 'meta', 'style', 'script')
    const first = tags.findIndex(({ properties }) => properties.httpEquiv !== undefined)
    expect(tags.slice(0, first).map(({ tagName }) => tagName)).toEqual(['meta'])
  })
})

test('nothing is loaded from elsewhere', () => {
  const addresses = elementsOf(page).flatMap(({ properties: { src, href, srcSet, data, poster } }) =>
    [src, href, srcSet, data, poster].filter((address) => address !== undefined),
  )
  expect(addresses.filter((address) => !/^#/.test(String(address)))).toEqual([])
  const styles = withTag(page, 'style').map(textOf).join('')
  expect([...styles.matchAll(/url\(\s*['"]?([^)]{0,5})/g)].filter(([, start]) => start !== 'data:')).toEqual([])
  expect(styles).not.toContain('@import')
  expect(withTag(page, 'link', 'iframe', 'img', 'object', 'embed')).toEqual([])
})

test('the same deck gives the same bytes', () => {
  expect(renderDeck(structuredClone(sample), layouts, loadTheme('lectern'))).toBe(html)
})

describe('each slide', () => {
  const sections = withTag(page, 'section')

  test('is a section with its id, its layout, its part, its seconds and its name', () => {
    expect(sections.map(({ properties }) => properties.id)).toEqual(sample.slides.map(({ id }) => id))
    expect(sections.map(({ properties }) => properties.dataLayout)).toEqual(sample.slides.map(({ layout }) => layout))
    expect(sections.map(({ properties }) => Number(properties.dataPart))).toEqual(sample.slides.map(({ part }) => part))
    expect(sections.map(({ properties }) => Number(properties.dataTiming))).toEqual(
      sample.slides.map(({ note }) => note.seconds),
    )
    expect(sections.map(({ properties }) => properties.ariaLabel)[4]).toBe('What sets the height')
  })

  test('has its own background colour around it', () => {
    const colour = (layout: string) =>
      sections.find(({ properties }) => properties.dataLayout === layout)?.properties.dataBackgroundColor
    expect(colour('points')).toBe(theme.tokens.ground)
    expect(colour('part')).toBe(theme.tokens.deep)
  })

  test('has its whole note beside it, cue first', () => {
    for (const [index, { note }] of sample.slides.entries()) {
      const aside = sections[index] ? withTag(sections[index], 'aside') : []
      const said = [note.cue ?? '', ...note.sentences.map(({ text }) => text)].join('').replace(/\s/g, '')
      expect(aside.map(textOf).join('').replace(/\s/g, '')).toBe(said)
    }
  })

  test('shares no class with the styles of dialogs, messages and the pointer', () => {
    const classes = new Set(
      withClass(page, 'slide').flatMap((slide) =>
        elementsOf(slide).flatMap(({ properties }) => (properties.className as string[] | undefined) ?? []),
      ),
    )
    const named = [...STAGE_STYLES.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name)
    expect(named.length).toBeGreaterThan(20)
    // The overview shows copies of whole slides.
    expect(named.filter((name) => name !== 'slide' && classes.has(name))).toEqual([])
  })

  test.each(Object.entries({ sample, extremes }))('is the same markup on screen and on paper: %s', (_, deck) => {
    const slidesOf = (html: string) => withClass(documentOf(html), 'slide').map((element) => toHtml(element))
    const onScreen = slidesOf(renderDeck(deck, layouts, theme))
    expect(onScreen).toHaveLength(deck.slides.length)
    expect(onScreen).toEqual(slidesOf(renderPrint(deck, layouts, theme)))
  })
})

test('an entry of the agenda links to the first slide of its part, if it has one', () => {
  const targets = withTag(page, 'a').map(({ properties }) => String(properties.href).slice(1))
  expect(targets).toHaveLength(3)
  for (const [index, target] of targets.entries()) {
    expect(sample.slides.find(({ part }) => part === index + 1)?.id).toBe(target)
  }
})

test('the page has its language, direction and title', () => {
  const [root] = withTag(page, 'html')
  expect(root?.properties).toMatchObject({ lang: 'en', dir: 'ltr' })
  expect(textOf(withTag(page, 'title')[0] ?? { type: 'root', children: [] })).toBe('How Tides Keep Time')
  const arabic = renderDeck({ ...sample, language: 'ar', direction: 'rtl' }, layouts, theme)
  expect(withTag(documentOf(arabic), 'html')[0]?.properties).toMatchObject({ lang: 'ar', dir: 'rtl' })
  expect(arabic).toContain('"rtl":true')
  const unknown = renderDeck({ ...sample, language: 'und' }, layouts, theme)
  expect(withTag(documentOf(unknown), 'html')[0]?.properties.lang).toBe('')
})

test('words that look like markup stay words, wherever they are', () => {
  const hostile = '</script></style></title><img src=x onerror="alert(1)"><!-- <script>alert(2)'
  const deck = {
    ...deckOf(
      [
        slide(
          'title',
          { title: line(hostile), subtitle: line(hostile), credits: [line(hostile)] },
          { id: `a"b'><img src=y>`, note: note(hostile) },
        ),
        slide(
          'points',
          { title: null, lead: line(hostile), points: [point(hostile)] },
          { part: 1, note: { ...note(hostile), cue: hostile } },
        ),
      ],
      [hostile],
    ),
    title: hostile,
    author: hostile,
    language: `en"><img>`,
  }
  const page = documentOf(renderDeck(deck, layouts, theme))
  expect(withTag(page, 'img')).toEqual([])
  expect(withTag(page, 'script').length).toBe(2)
  expect(elementsOf(page).filter(({ properties }) => 'onError' in properties || 'onerror' in properties)).toEqual([])
  expect(textOf(withTag(page, 'title')[0] ?? { type: 'root', children: [] })).toBe(hostile)
  expect(withTag(page, 'section').map(({ properties }) => properties.id)).toEqual([`a"b'><img src=y>`, 's-2'])
  expect(withClass(page, 'point').map(textOf)).toEqual([hostile])
  expect(withTag(page, 'aside').map(textOf).join('')).toContain(hostile)
})

test('an empty deck is still a page', () => {
  expect(withTag(documentOf(renderDeck(deckOf([]), layouts, theme)), 'section')).toEqual([])
})
