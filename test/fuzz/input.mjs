import { readdirSync, readFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { html } from './html.mjs'
import { markdown } from './markdown.mjs'
import { mutated } from './mutate.mjs'
import { plain } from './plain.mjs'
import { randomFrom } from './random.mjs'
import { wordBody, wordFile } from './word-file.mjs'

/**
 * Makes the document of a seed and a number: a path with an extension that decides how it is read, and its bytes. A
 * third are damaged fixtures, the rest are generated.
 */
export function inputFor(seed, number) {
  const random = randomFrom(Math.imul(seed, 1_000_003) + number)
  return random.chance(1 / 3) ? damaged(random) : random.pick(GENERATED)(random)
}

const GENERATED = [
  (random) => ({ path: 'talk.txt', bytes: utf8(plain(random)) }),
  (random) => ({ path: 'talk.md', bytes: utf8(markdown(random)) }),
  (random) => ({ path: 'talk.html', bytes: utf8(html(random)) }),
  (random) => ({ path: 'talk.docx', bytes: wordFile(wordBody(random)) }),
]

/** Every fixture is also read as another format. */
function damaged(random) {
  const path = random.pick(FIXTURES)
  const extension = random.chance(0.8) ? extname(path) : random.pick(['.txt', '.md', '.html'])
  const text = mutated(random, readFileSync(path, 'utf8'))
  if (random.chance(0.05)) return { path: 'talk.docx', bytes: broken(random, wordFile(wordBody(random))) }
  return { path: `talk${extension}`, bytes: random.chance(0.05) ? broken(random, utf8(text)) : utf8(text) }
}

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')

const FIXTURES = [
  ...filesIn(join(ROOT, 'test/fixtures/articles')),
  ...filesIn(join(ROOT, 'test/fixtures/read')),
  ...readdirSync(join(ROOT, 'slides')).flatMap((name) => filesIn(join(ROOT, 'slides', name))),
].filter((path) => ['.txt', '.md', '.html'].includes(extname(path)))

function filesIn(folder) {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
}

/** Replaces some bytes. */
function broken(random, bytes) {
  const result = Uint8Array.from(bytes)
  for (let count = random.between(1, 20); count > 0; count--) result[random.below(result.length)] = random.below(256)
  return result
}

function utf8(text) {
  return new TextEncoder().encode(text)
}
