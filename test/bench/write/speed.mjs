// Measures the CPU time in which ten thousand words become drafts, by stage, in a process that has already done the
// same once.
import { VFile } from 'vfile'
import { loadGrammar } from '../../../dist/grammar/load-grammar.js'
import { splitSentences } from '../../../dist/grammar/sentences.js'
import { outline } from '../../../dist/outline/outline.js'
import { read } from '../../../dist/read/read.js'
import { parserOf } from '../../../dist/write/parser.js'
import { write } from '../../../dist/write/write.js'
import { newsSentences } from './corpus.mjs'

const AREA = 'speed'
const WORDS = 10_000
const MAX_SECONDS = 4
const SENTENCES_A_PARAGRAPH = 4
const SENTENCES_A_SECTION = 24

export async function measureSpeed({ folder }) {
  const split = (text) => splitSentences(text, 'en').map(([start, end]) => text.slice(start, end))
  const sentences = newsSentences(folder, split)
  const [warm, rest] = textsOf(sentences)
  await stagesOf(warm)
  const times = await stagesOf(rest)
  const total = times.read + times.outline + times.write
  const seconds = (name) => `${times[name].toFixed(2)} s`
  return [
    { area: AREA, what: 'read', value: seconds('read') },
    { area: AREA, what: 'outline', value: seconds('outline') },
    { area: AREA, what: 'parse each sentence once (a part of write)', value: seconds('parse') },
    { area: AREA, what: 'write', value: seconds('write') },
    {
      area: AREA,
      what: `${WORDS} words to drafts, CPU`,
      value: `${total.toFixed(2)} s`,
      target: `${MAX_SECONDS} s`,
      isMet: total < MAX_SECONDS,
    },
  ]
}

/** Makes two articles with different sentences. */
function textsOf(sentences) {
  const texts = []
  let at = 0
  for (let count = 0; count < 2; count++) {
    const lines = ['# A long article']
    let words = 0
    for (let index = 0; words < WORDS && at < sentences.length; index++, at++) {
      if (index % SENTENCES_A_SECTION === 0) lines.push('', `## Section ${index / SENTENCES_A_SECTION + 1}`)
      if (index % SENTENCES_A_PARAGRAPH === 0) lines.push('')
      lines.push(sentences[at])
      words += sentences[at].split(/\s+/).length
    }
    texts.push(lines.join('\n'))
  }
  return texts
}

async function stagesOf(text) {
  const grammar = loadGrammar()
  const file = new VFile({ path: 'long.md', value: text })
  const times = {}
  const article = await timed(times, 'read', () => read(new TextEncoder().encode(text), file))
  const outlined = await timed(times, 'outline', () => outline(article))
  const parse = parserOf(grammar)
  await timed(times, 'parse', () => parseAll(parse, outlined))
  await timed(times, 'write', () => write(outlined, { grammar, name: 'long', minutes: null }))
  return times
}

function parseAll(parse, { opening, parts }) {
  const inSection = ({ paragraphs, sections }) => [...paragraphs, ...sections.flatMap(inSection)]
  for (const { sentences } of [...opening, ...parts.flatMap(inSection)]) for (const { text } of sentences) parse(text)
}

async function timed(times, name, work) {
  const start = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(start)
  times[name] = (user + system) / 1e6
  return result
}
