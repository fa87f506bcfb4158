import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { newArticle, newEvent } from '../../src/cli/new-files.ts'
import { deckFileFor } from '../../src/conversion/make-deck-file.ts'
import { convert } from '../../src/convert.ts'
import { JSON_SCHEMAS } from '../../src/package/json-schemas.ts'

const read = (path: string) => readFileSync(path, 'utf8')

/** Files in a folder and below it, by the end of their paths. */
function filesIn(folder: string, end: RegExp): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => end.test(name))
    .map((name) => join(folder, name))
}

/** The faults of a value by the schema in the package. */
function faultsOf(name: string, value: unknown): readonly string[] {
  const check = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(
    JSON.parse(read(`dist/schemas/${name}.schema.json`)),
  )
  check(value)
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** The front matter of a Markdown file, as an editor sees it. */
function headOf(markdown: string): unknown {
  return parse(/^---\n([\s\S]*?)\n---\n/.exec(markdown)?.[1] ?? '{}')
}

const ARTICLES = filesIn('slides', /^[^/]+\/[^/]+\.(?:md|txt|html)$/)
const MARKDOWN = [...filesIn('slides', /\.md$/), ...filesIn('test/fixtures/articles', /\.md$/)].filter((path) =>
  read(path).startsWith('---\n'),
)

test('the package has each schema as the code defines it', () => {
  const { files, exports } = JSON.parse(read('package.json'))
  expect(files).toContain('dist/schemas')
  expect(exports['./schemas/*.json']).toBe('./dist/schemas/*.json')
  for (const [name, schema] of Object.entries(JSON_SCHEMAS))
    expect(JSON.parse(read(`dist/schemas/${name}`))).toEqual(JSON.parse(JSON.stringify(schema())))
})

test.each(filesIn('themes', /theme\.yaml$/))('%s', (path) => {
  expect(faultsOf('theme', parse(read(path)))).toEqual([])
})

test.each(filesIn('slides/events', /event\.yaml$/))('%s', (path) => {
  expect(faultsOf('event', parse(read(path)))).toEqual([])
})

test('a new talk', () => {
  expect(faultsOf('event', parse(newEvent('Harbour Days')))).toEqual([])
  expect(faultsOf('front-matter', headOf(newArticle()))).toEqual([])
})

test('the front matter of all examples', () => {
  expect(MARKDOWN.length).toBeGreaterThan(2)
  expect(
    MARKDOWN.flatMap((path) => faultsOf('front-matter', headOf(read(path))).map((fault) => `${path}: ${fault}`)),
  ).toEqual([])
})

test.each(ARTICLES)('the deck file and the data of %s', async (path) => {
  const fileAt = () => new VFile({ path, value: readFileSync(path) })
  const text = await deckFileFor(fileAt(), { theme: 'stage', minutes: 20, handout: '2' })
  expect(faultsOf('deck-file', headOf(text))).toEqual([])
  expect(headOf(text)).toMatchObject({ lectern: 'deck/1', theme: 'stage' })
  const deckFile = new VFile({ path: 'talk.deck.md', value: text.replace(/^- /m, '- In my own words: ') })
  for (const file of [fileAt(), deckFile]) {
    const { files } = await convert(file, { formats: ['json'] }, { browser: null })
    const [json] = [...files]
      .filter(([name]) => name.endsWith('.json'))
      .map(([, bytes]) => new TextDecoder().decode(bytes))
    expect(faultsOf('deck', JSON.parse(json ?? ''))).toEqual([])
  }
})

describe('what is wrong is refused', () => {
  test.each([
    ['front-matter', { minutes: 1000 }],
    ['front-matter', { paper: 'a5' }],
    ['front-matter', { canvas: 'square' }],
    ['front-matter', { direction: 'up' }],
    ['theme', { name: 'mine', extend: 'stage' }],
    ['theme', { name: 'mine', density: 3 }],
    ['event', { dates: '3 October' }],
    ['event', { name: 'Harbour Days', colour: '#d6006c' }],
    ['event', { name: 'Harbour Days', sponsors: 'Port' }],
    ['deck-file', { article: 'talk.txt' }],
    ['deck-file', { lectern: 'deck/2' }],
    ['deck-file', { lectern: 'deck/1', article: '../talk.txt' }],
    ['deck', { lectern: 'deck/1', title: 'Tides' }],
  ])('%s: %j', (name, value) => {
    expect(faultsOf(name, value)).not.toEqual([])
  })

  test.each([
    ['front-matter', { minutes: 20, handout: 2, stepped: true, author: ['Ida Quay', { name: 'Bo Vane' }], weight: 3 }],
    ['front-matter', { minutes: '20', handout: '2', stepped: 'true', background: { '*': '#10352d' } }],
    ['deck-file', { lectern: 'deck/1', article: 'talk.txt', as: 'marp' }],
  ])('what is right is accepted: %s: %j', (name, value) => {
    expect(faultsOf(name, value)).toEqual([])
  })
})
