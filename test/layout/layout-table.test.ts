import fc from 'fast-check'
import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { describe, expect, test } from 'vitest'
import { TITLED_FORMS } from '../../src/deck-file/slide-forms.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import type { LayoutName } from '../../src/model/deck.ts'
import type { Content, Draft, Line } from '../../src/model/draft.ts'
import type { RenderContext } from '../../src/model/layout.ts'
import { line, row, unmarked } from '../render/decks.ts'
import { contentsOf, contentTypes, layoutNames, slotsOf } from './arbitrary.ts'

const context: RenderContext = {
  pageOf: (part) => part + 2,
  idOf: (part) => `part-${part}`,
  level: 2,
  article: unmarked,
  event: null,
}

/** Returns markup as a browser reads it from HTML. */
function reread(markup: readonly Element[]): Element[] {
  const html = markup.map((element) => toHtml(element)).join('')
  return fromHtml(html, { fragment: true }).children.filter((child) => child.type === 'element')
}

/** Returns the text that a reader gets: without white space and what is hidden from screen readers. */
function visibleText(node: Nodes): string {
  if (node.type === 'text') return node.value.replace(/\s/g, '')
  if (!('children' in node) || ('properties' in node && node.properties.ariaHidden === 'true')) return ''
  return node.children.map(visibleText).join('')
}

function elementsOf(node: Nodes): Element[] {
  if (node.type !== 'element') return []
  return [node, ...node.children.flatMap(elementsOf)]
}

/** Whether the first list is the second with some items left out. */
function isSubsequence<T>(part: readonly T[], all: readonly T[]): boolean {
  let index = 0
  for (const item of all) if (item === part[index]) index += 1
  return index === part.length
}

function expectLinesOnly<L extends LayoutName>(name: L): void {
  const layout = layouts[name]
  fc.assert(
    fc.property(slotsOf[name], (slots) => {
      // Through HTML and back: words that look like markup must still be words.
      const markup = reread(layout.render(slots, context))
      expect(markup.map(visibleText).join('')).toBe(
        layout
          .lines(slots)
          .map(({ text }) => text.replace(/\s/g, ''))
          .join(''),
      )
      expect(markup.map(({ properties }) => properties.className)).toEqual([['slide-head'], ['slide-body']])
    }),
    { seed: 1 },
  )
}

function expectNothingLost<L extends LayoutName>(name: L): void {
  const layout = layouts[name]
  fc.assert(
    fc.property(slotsOf[name], (slots) => {
      const all = layout.lines(slots)
      const halves = layout.divide(slots)?.map((half) => layout.lines(half)) ?? null
      expect(new Set((halves ?? [all]).flat())).toEqual(new Set(all))
      if (halves === null) return
      expect(halves.every((half) => isSubsequence(half, all))).toBe(true)
      // Each half is smaller, so dividing ends.
      expect(Math.max(...halves.map(({ length }) => length))).toBeLessThan(all.length)
    }),
    { seed: 1 },
  )
}

describe.each(layoutNames)('%s', (name) => {
  test('shows its lines and nothing else, in order', () => expectLinesOnly(name))
  test('loses nothing when divided', () => expectNothingLost(name))
})

test('the table lists each layout under its own name', () => {
  expect(Object.values(layouts).map(({ name }) => name)).toEqual(Object.keys(layouts))
  expect(Object.keys(layouts).sort()).toEqual([...layoutNames].sort())
})

const frame = { type: 'draft', purpose: 'body', part: 1, noteSentences: [] } as const

/** Returns the first layout that accepts a draft. */
function choiceFor(draft: Draft): LayoutName | undefined {
  return Object.values(layouts).find((layout) => layout.accepts(draft, 'en') !== null)?.name
}

test('a draft gets the layout made for its content', () => {
  const title = line('Tides')
  expect(choiceFor({ ...frame, title, content: { type: 'title', subtitle: null, credits: [] } })).toBe('title')
  expect(choiceFor({ ...frame, title, content: { type: 'agenda', entries: [] } })).toBe('agenda')
  expect(choiceFor({ ...frame, title, content: { type: 'part', number: line('1'), lede: null } })).toBe('part')
  expect(choiceFor({ ...frame, title: null, content: { type: 'points', lead: null, points: [] } })).toBe('points')
  expect(choiceFor({ ...frame, title, content: { type: 'takeaways', points: [title] } })).toBe('takeaways')
  expect(choiceFor({ ...frame, title, content: { type: 'closing', credits: [] } })).toBe('closing')
})

/** Returns the lines that a draft shows in its layout; null if no layout accepts it. */
function linesWith(draft: Draft): readonly Line[] | null {
  const name = choiceFor(draft)
  return name === undefined ? null : linesAs(name, draft)
}

function linesAs<L extends LayoutName>(name: L, draft: Draft): readonly Line[] | null {
  const slots = layouts[name].accepts(draft, 'en')
  return slots && layouts[name].lines(slots)
}

/** Returns all lines in content. */
function linesIn(value: unknown): readonly Line[] {
  if (typeof value !== 'object' || value === null) return []
  return 'spans' in value ? [value as Line] : Object.values(value).flatMap(linesIn)
}

function expectLayout(type: Content['type']): void {
  const title = TITLED_FORMS.has(type) ? fc.constant(line('Tides')) : fc.constantFrom(line('Tides'), null)
  fc.assert(
    fc.property(contentsOf[type], title, (content, title) => {
      const found = linesWith({ ...frame, title, content })
      expect(found).toEqual(expect.arrayContaining([...linesIn(content)]))
    }),
    { seed: 1 },
  )
}

test.each(contentTypes)('%s finds a layout with all its lines, with a title and without', expectLayout)

test('an entry of the agenda links to its part and names its page', () => {
  const [, body] = layouts.agenda.render({ title: line('Agenda'), entries: [{ line: line('Ebb'), part: 3 }] }, context)
  const elements = body ? elementsOf(body) : []
  expect(elements.find(({ tagName }) => tagName === 'a')?.properties.href).toBe('#part-3')
  expect(body && toHtml(body)).toContain('>5</span>')
})

test('the heading of a slide has the given level', () => {
  const level = (at: 1 | 2 | 3) =>
    layouts.points
      .render({ title: line('Tides'), lead: null, points: [] }, { ...context, level: at })
      .flatMap(elementsOf)
      .find(({ tagName }) => /^h\d$/.test(tagName))?.tagName
  expect([level(1), level(2), level(3)]).toEqual(['h1', 'h2', 'h3'])
})

test('a statement without a title is the heading', () => {
  const tags = (title: ReturnType<typeof line> | null) =>
    layouts.statement
      .render({ title, statement: line('The sea is late'), source: null, formula: null }, context)
      .flatMap(elementsOf)
      .map(({ tagName }) => tagName)
      .filter((tag) => /^h\d$/.test(tag))
  expect(tags(null)).toEqual(['h2'])
  expect(tags(line('Tides'))).toEqual(['h2'])
})

test('a table has column headers, and row headers if its rows begin with words', () => {
  const table = (...rows: readonly (readonly [string, string])[]) =>
    layouts.table
      .render(
        { title: null, header: row('A', 'B'), rows: rows.map((cells) => row(...cells)), align: null, caption: null },
        context,
      )
      .flatMap(elementsOf)
      .filter(({ tagName }) => tagName === 'th' || tagName === 'td')
      .map(({ properties }) => `${properties.scope ?? 'cell'} ${properties.className}`)
  expect(table(['Bar', '12 km'], ['Lock', '9.5 km'])).toEqual([
    'col align-start',
    'col align-end',
    'row align-start',
    'cell align-end',
    'row align-start',
    'cell align-end',
  ])
  expect(table(['1842', 'late'], ['1901', 'later'])[2]).toBe('cell align-end')
})

test('data attributes say how many items there are and how long they are', () => {
  const points = (...texts: readonly string[]) =>
    layouts.points.hooks({
      title: line('Tides'),
      lead: null,
      points: texts.map((text) => ({ line: line(text), depth: 0 })),
    })
  expect(points('Silt', 'Sand')).toMatchObject({ 'data-count': '2', 'data-length': 'brief', 'data-heading': 'brief' })
  expect(points('Silt', 'x'.repeat(60))).toMatchObject({ 'data-length': 'short' })
  expect(points('Silt', 'x'.repeat(61))).toMatchObject({ 'data-length': 'long' })
  expect(points('海'.repeat(31))).toMatchObject({ 'data-length': 'long' })
  const heading = (text: string) => layouts.closing.hooks({ title: line(text), credits: [] })['data-heading']
  expect([heading('A tide '.repeat(6)), heading('A tide '.repeat(8)), heading('A tide '.repeat(13))]).toEqual([
    'short',
    'long',
    'longest',
  ])
  expect(heading('Donaudampfschifffahrtsgesellschaft')).toBe('longest')
})

test('below a date of the article, the dates of an event say whose they are', () => {
  const event = {
    ...{ name: 'Harbour Days', short: null, edition: null, dates: '3 October 2026', place: null, address: null },
    ...{ hashtag: null, speaker: null, logo: null, colours: [], fonts: { display: null, text: null } },
    ...{ footer: null, sponsors: [], conduct: null },
  }
  const textWith = (...credits: string[]) =>
    layouts.title
      .render(
        { title: line('Tides'), subtitle: null, credits: credits.map((each) => line(each)) },
        { ...context, event },
      )
      .map(visibleText)
      .join()
  expect(textWith('Ida Quay')).toMatch(/IdaQuay3October2026$/)
  expect(textWith('14 May 2026')).toMatch(/14May2026HarbourDays,3October2026$/)
  expect(textWith('3 October 2026')).toMatch(/Tides,3October2026$/)
})
