import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import type { Browser } from '../src/browser/browser.ts'
import { makeDrafts } from '../src/conversion/make-drafts.ts'
import { type ConversionMemory, forgetUnused, newMemory } from '../src/conversion/memory.ts'
import { type Conversion, convert } from '../src/convert.ts'
import { imagesInFolder } from '../src/illustrate/image-source.ts'
import type { Draft } from '../src/model/draft.ts'
import { read } from '../src/read/read.ts'
import { completeSettings } from '../src/settings/settings.ts'
import { oneBrowser } from './browser/one-browser.ts'
import { EXAMPLES } from './support/examples.ts'

/** Edits of each example. */
const EDITS = 1

/** A new sentence; the article may then contain it twice. */
const NEW = 'However, the council reportedly paid 38% more for nine bridges than in 2019.'

const browser = oneBrowser()

const images = imagesInFolder(null)

// `showcase.content.md` has the content of `showcase.md`, for other tools.
test.each(EXAMPLES.filter((path) => !path.includes('.content.')))(
  '%s is the same after edits with and without a memory',
  async (path) => {
    const memory = newMemory()
    const random = randomFrom(path.length)
    let text = readFileSync(path, 'utf8')
    await filesOf(path, text, { browser: browser(), memory })
    for (let count = 0; count < EDITS; count++) {
      text = edited(text, random)
      const remembered = await filesOf(path, text, { browser: browser(), memory })
      expect(remembered).toEqual(await filesOf(path, text, { browser: browser() }))
    }
  },
)

/** Edits of the long article. */
const MANY = 4

test('the drafts of a long article are the same after edits in many places with and without a memory', async () => {
  const memory = newMemory()
  const random = randomFrom(7)
  let text = longArticle()
  await draftsOf(text, memory)
  for (let count = 0; count < MANY; count++) {
    text = count % 4 === 3 ? rearranged(text, random) : edited(text, random)
    expect(await draftsOf(text, memory)).toEqual(await draftsOf(text, { ...newMemory(), grammar: memory.grammar }))
    forgetUnused(memory)
  }
})

async function draftsOf(value: string, memory: ConversionMemory): Promise<readonly Draft[]> {
  const file = new VFile({ path: 'long.md', value })
  const article = await read(new TextEncoder().encode(value), file, { parsedSections: memory.sections })
  const input = { article, deckFile: null, otherDeck: null }
  const { drafts } = await makeDrafts(input, { settings: completeSettings({}, {}), images, file, memory })
  return drafts
}

/** Joins the examples of prose and Markdown, with some of their sections twice, under one title. */
function longArticle(): string {
  const [, ...lines] = readFileSync('slides/nato-rutte/nato-rutte.txt', 'utf8').split('\n')
  const prose = lines.map((line) => (/^\S.{0,79}(?<!\.)$/.test(line) ? `\n## ${line}\n` : `${line}\n`)).join('\n')
  const marked = EXAMPLES.filter((path) => path.endsWith('.md')).map((path) =>
    readFileSync(path, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''),
  )
  return `# Ties\n\n${[prose, ...marked, prose.replaceAll('Rutte', 'Stoltenberg')].join('\n\n')}`
}

/** Moves, removes or repeats a block, or puts a heading over it. */
function rearranged(text: string, random: (below: number) => number): string {
  const blocks = text.split(/\n{2,}/)
  const at = 1 + random(blocks.length - 1)
  const [block = ''] = blocks.splice(at, random(4) === 0 ? 0 : 1)
  const made = [[], [block], [`## The bridges of ${at}`, block]][random(3)] ?? []
  blocks.splice(1 + random(blocks.length - 1), 0, ...made)
  return blocks.join('\n\n')
}

interface With {
  readonly browser: Browser | null
  readonly memory?: ConversionMemory
}

async function filesOf(path: string, text: string, options: With): Promise<Record<string, string>> {
  const file = new VFile({ path, value: text })
  const { files }: Conversion = await convert(file, { formats: ['html', 'json'] }, options)
  return Object.fromEntries([...files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]))
}

/** Removes, repeats, moves or changes a sentence, or puts a new one before it. */
function edited(text: string, random: (below: number) => number): string {
  const starts = [...text.matchAll(/(?<=[.!?] )\p{Lu}[^.!?<>\n]{30,}[.!?](?= )/gu)]
  const { index, 0: sentence } = starts[random(starts.length)] ?? { index: 0, 0: '' }
  const made = [
    '',
    `${sentence} ${sentence}`,
    `${NEW} ${sentence}`,
    `${starts[random(starts.length)]?.[0] ?? ''} ${sentence}`,
    sentence.replace(/ (?=\p{Ll})/u, ' perhaps '),
  ]
  return text.slice(0, index) + (made[random(made.length)] ?? '') + text.slice(index + sentence.length)
}

/** The same numbers every time: a linear congruential generator with the constants of Numerical Recipes. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
