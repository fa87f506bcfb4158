import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { expect, test } from 'vitest'

const SOURCE = new URL('../src', import.meta.url).pathname

/** Folders of `src` by rank, the highest first; `.` is a file in `src` itself. */
const RANKS = [
  ['cli', 'package', 'index.ts'],
  ['convert.ts'],
  ['conversion'],
  ['serve', 'export', 'look', 'fetch'],
  ['illustrate', 'fit', 'deck-file'],
  ['settings', 'theme', 'read', 'outline', 'write', 'layout', 'render', 'browser'],
  // Code that runs in the deck's own page, which documents contain and stages send there.
  ['client'],
  // Both are the foundation. Trees have spans, so the grammar may import the model, but not the other way round.
  ['grammar'],
  ['model'],
  // Small helpers, which know nothing of articles and slides.
  ['util'],
]

function roomOf(path: string): string {
  return relative(SOURCE, path).split(sep)[0] ?? ''
}

function rankOf(room: string): number {
  return RANKS.findIndex((rooms) => rooms.includes(room))
}

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join(SOURCE, name))

const imports = files.flatMap((file) => {
  const specifiers = readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^'"]*?from\s+'(\.[^']+)'/gms)
  return [...specifiers].map(([, specifier = '']) => ({ from: file, to: join(dirname(file), specifier) }))
})

test('every file is in a folder that has a rank', () => {
  expect(files.map(roomOf).filter((room) => rankOf(room) < 0)).toEqual([])
  expect(imports.length).toBeGreaterThan(files.length)
})

test('imports only point down, and folders of one rank do not import each other', () => {
  const wrong = imports.filter(
    ({ from, to }) => roomOf(from) !== roomOf(to) && rankOf(roomOf(to)) <= rankOf(roomOf(from)),
  )
  expect(wrong.map(({ from, to }) => `${relative(SOURCE, from)} imports ${relative(SOURCE, to)}`)).toEqual([])
})

test('only what a command line names is fetched: nothing but the command line can', () => {
  const fetching = imports.filter(({ from, to }) => roomOf(to) === 'fetch' && roomOf(from) !== 'fetch')
  expect(new Set(fetching.map(({ from }) => roomOf(from)))).toEqual(new Set(['cli']))
  const asking = files.filter((file) => /from 'node:https?'|\bfetch\(/.test(readFileSync(file, 'utf8')))
  // The deck's own page asks for its origin.
  const own = ['fetch', 'serve', 'render', 'client']
  expect(asking.filter((file) => !own.includes(roomOf(file))).map((file) => relative(SOURCE, file))).toEqual([])
})

test('no files import each other in a circle', () => {
  const next = new Map(files.map((file) => [file, imports.filter(({ from }) => from === file).map(({ to }) => to)]))
  const reaches = (file: string, seen: Set<string>): Set<string> => {
    for (const to of next.get(file) ?? []) if (!seen.has(to)) reaches(to, seen.add(to))
    return seen
  }
  expect(files.filter((file) => reaches(file, new Set()).has(file)).map((file) => relative(SOURCE, file))).toEqual([])
})

test('no module has state', () => {
  const stateful = files.filter((file) => /^(?:export )?(?:let|var) /m.test(readFileSync(file, 'utf8')))
  expect(stateful.map((file) => relative(SOURCE, file))).toEqual([])
})

test('what benches import from the built program is exported by its source', () => {
  const folder = new URL('.', import.meta.url).pathname
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.mjs'))
  const missing = scripts.flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    return [...text.matchAll(/^import \{([^}]*)\} from '(?:\.\.\/)+dist\/([^']+)\.js'/gm)].flatMap(
      ([, names = '', path]) => {
        const source = join(SOURCE, `${path}.ts`)
        const exported = existsSync(source) ? readFileSync(source, 'utf8') : ''
        return names
          .split(',')
          .map((each) => each.trim().split(' ')[0] ?? '')
          .filter((each) => each !== '' && !new RegExp(`export .*\\b${each}\\b`).test(exported))
          .map((each) => `${name} imports ${each} from ${path}`)
      },
    )
  })
  expect(missing).toEqual([])
})
