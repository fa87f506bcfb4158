import { describe, expect, test } from 'vitest'
import { layouts } from '../../src/layout/layouts.ts'
import { renderHandout } from '../../src/render/handout.ts'
import { loadTheme } from '../../src/theme/load.ts'
import { documentOf, elementsOf, textOf, withClass, withTag } from './document.ts'
import { sample } from './sample.ts'

const theme = loadTheme('lectern')
const html = renderHandout(sample, layouts, theme, 'a4')
const page = documentOf(html)
const rows = withClass(page, 'row')

test('a row for each slide, with its id', () => {
  expect(rows.map(({ properties }) => properties.id)).toEqual(sample.slides.map(({ id }) => id))
  const ids = elementsOf(page).flatMap(({ properties }) => properties.id ?? [])
  expect(new Set(ids).size).toBe(ids.length)
})

test('every sentence of every note is there, in order', () => {
  for (const [index, { note }] of sample.slides.entries()) {
    const [cell] = rows[index] ? withClass(rows[index], 'row-note') : []
    const [heading] = cell ? withTag(cell, 'h1', 'h2', 'h3') : []
    const said = cell && heading ? textOf(cell).slice(textOf(heading).length) : ''
    expect(said.replace(/\s/g, '')).toBe(
      note.sentences
        .map(({ text }) => text)
        .join('')
        .replace(/\s/g, ''),
    )
  }
})

describe('the slide in a row', () => {
  const figures = withTag(page, 'figure')

  test('is a picture that tells all its lines', () => {
    const alternatives = withClass(page, 'thumb').map(({ properties }) => properties.ariaLabel)
    expect(alternatives).toHaveLength(sample.slides.length)
    expect(alternatives[4]).toBe(
      '5. What sets the height · The distance of the moon · The depth of the sea · The shape of the coast',
    )
  })

  test('has no heading and no link of its own, so none is there twice', () => {
    expect(figures.flatMap((figure) => withTag(figure, 'h1', 'h2', 'h3', 'a'))).toEqual([])
    expect(withTag(page, 'h1', 'h2', 'h3')).toHaveLength(sample.slides.length)
    expect(withTag(page, 'h1').map(textOf)).toEqual(['1 How Tides Keep Time'])
  })
})

test('a slide that nothing is said with has lines to write on', () => {
  const silent = rows.filter(({ properties }) => properties.dataNote === 'none')
  expect(silent).toHaveLength(sample.slides.filter(({ note }) => note.sentences.length === 0).length)
  for (const row of silent) expect(withClass(row, 'ruled').length).toBeGreaterThan(2)
})

test('passages that are not prose keep their form', () => {
  const [row] = rows.filter(({ properties }) => properties.id === 's-8')
  const within = (tag: string) => (row ? withTag(row, tag).map(textOf) : [])
  expect(within('blockquote')).toEqual(['No harbour has ever been early, and every harbour is late by its own amount.'])
  expect(within('li')).toHaveLength(2)
  expect(within('tr')).toEqual(['Outer bar0 km0 min', 'Old lighthouse14 km22 min'])
  expect(within('pre')).toEqual(['risen = sum(TWELFTHS[:hour])\n\nprint(risen)'])
})

test('a paragraph is a paragraph, its sentences a space apart', () => {
  const paragraphs = rows[3] ? withTag(rows[3], 'p').map(textOf) : []
  expect(paragraphs.slice(-2).map((text) => text.slice(0, 41))).toEqual([
    'Most people learn that the moon pulls the',
    'That difference stretches the ocean along',
  ])
  expect(paragraphs.at(-2)).toContain('water up. That is true')
})

test('the paper is the one asked for, with the title at its head and the pages counted', () => {
  const styles = (paper: 'a4' | 'letter') =>
    withTag(documentOf(renderHandout(sample, layouts, theme, paper)), 'style')
      .map(textOf)
      .join('')
  expect(styles('a4')).toContain('@page{size:a4;')
  expect(styles('letter')).toContain('@page{size:letter;')
  expect(styles('a4')).toContain('content:"How Tides Keep Time"')
})

test('a title full of quotes and marks stays a string of its stylesheet', () => {
  const title = `"; } </style><script>alert(1)</script> \\ { \n`
  const page = documentOf(renderHandout({ ...sample, title }, layouts, theme, 'a4'))
  expect(withTag(page, 'script')).toEqual([])
  const [, content = ''] = /@top-left\{content:"([^"]*)"/.exec(withTag(page, 'style').map(textOf).join('')) ?? []
  const read = content.replace(/\\([0-9a-f]+) /g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
  expect(read).toBe(title)
})
