import { Readability } from '@mozilla/readability'
import { VFile } from 'vfile'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { read } from '../../src/read/read.ts'

// With so few words, no article is found, so the whole page is read.
beforeEach(() => void vi.spyOn(Readability.prototype, 'parse').mockReturnValue(null))
afterEach(() => void vi.restoreAllMocks())

async function textOf(html: string): Promise<string> {
  return (await read(new TextEncoder().encode(html), new VFile({ path: 'page.html' }))).text
}

const RIVER = 'The river rose by two metres in one night.'
const BRIDGE = 'The bridge held, although the water reached its deck.'
const TOWN = 'The town slept through it without an alarm.'

test.each([
  ['a row', `<table><tr>${RIVER}</table>`],
  ['a table in a cell', `<table><tr><td><table>${RIVER}`],
  ['the body of a table', `<table><tbody>${RIVER}</tbody></table>`],
  ['a table, in a paragraph', `<table><p>${RIVER}`],
  ['a table, in a cell without a row', `<table><td>${RIVER}</td></table>`],
  ['a table, in another table without a row between them', `<table><div><table><tr><td>${RIVER}</table></div></table>`],
  ['a list', `<ul>${RIVER}</ul>`],
  ['a list, partly in phrasing elements', `<ol><b>The river</b> rose by <i>two metres</i> in one night.</ol>`],
  ['a definition list', `<dl>${RIVER}</dl>`],
  ['a definition list, in a paragraph', `<dl><p>${RIVER}</p></dl>`],
  ['a group of definitions', `<dl><div>${RIVER}</div></dl>`],
])('words directly in %s are read', async (_, html) => {
  expect(await textOf(`<h1>The flood</h1>${html}`)).toBe(`The flood\n${RIVER}`)
  expect(await textOf(html)).toBe(RIVER)
})

test('words between items and rows are read in order', async () => {
  const list = `<h1>The flood</h1><ul>${RIVER}<li>${BRIDGE}</li>${TOWN}</ul>`
  expect(await textOf(list)).toBe(`The flood\n${RIVER}\n${BRIDGE}\n${TOWN}`)
  const table = `<h1>The flood</h1><table><tr><td>Night<td>Metres</tr><p>${RIVER}</p><tr><td>First<td>2</tr></table>`
  expect(await textOf(table)).toBe(`The flood\nNight\tMetres\n${RIVER}\t\nFirst\t2`)
})
