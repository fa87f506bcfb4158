import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { reading } from './reading.mjs'

const AREA = 'linear'
/** Repetitions of about ten kilobytes. */
const SIZES = [1, 10, 100, 1000]
/** The maximum factor by which the time may grow when the text grows ten times. */
const MOST = 12
/** The number of milliseconds to spend on repeated runs of one size. */
const PATIENCE = 3_000

/** Times the reading of repeated real text at four sizes, each ten times the one before. */
export async function measureLinear({ corpus, match }) {
  const rows = []
  for (const [format, { path, textOf }] of Object.entries(FORMATS)) {
    if (!format.includes(match)) continue
    const textOfSize = textOf(corpus)
    const timed = []
    for (const size of SIZES) timed.push(await timeOf(textOfSize(size), path))
    rows.push(
      ...timed.map(({ milliseconds, bytes, characters, remark }, index) => {
        const before = timed[index - 1]
        const ratio = before ? milliseconds / before.milliseconds : undefined
        const value = `${milliseconds.toFixed(1)} ms${ratio === undefined ? '' : `  × ${ratio.toFixed(1)}`}`
        const cut = remark ? `; ${remark}` : ''
        const what = `${format}, ${bytes.toLocaleString('en')} bytes, ${characters.toLocaleString('en')} characters read${cut}`
        return ratio === undefined
          ? { area: AREA, what, value }
          : { area: AREA, what, value, target: `× ${MOST}`, isMet: ratio <= MOST }
      }),
    )
  }
  return rows
}

/** Returns the fastest of several runs, because other work on the machine only ever adds time. */
async function timeOf(text, path) {
  const bytes = Buffer.from(text)
  const start = performance.now()
  const { article, error, file } = await reading(bytes, path)
  const first = performance.now() - start
  const times = []
  const runs = Math.max(1, Math.min(MAX_RUNS, Math.floor(PATIENCE / first)))
  for (let run = 0; run < runs; run++) {
    const begun = performance.now()
    await reading(bytes, path)
    times.push(performance.now() - begun)
  }
  const remark = file.messages.map(({ ruleId, line }) => `${ruleId}${line ? ` at line ${line}` : ''}`).join(', ')
  const milliseconds = Math.min(first, ...times)
  return {
    milliseconds,
    bytes: bytes.length,
    characters: article?.text.length ?? 0,
    remark: error ? String(error) : remark,
  }
}

const MAX_RUNS = 30

const FORMATS = {
  plain: { path: 'text.txt', textOf: plainOf },
  markdown: { path: 'text.md', textOf: markdownOf },
  html: { path: 'page.html', textOf: pageOf },
}

function plainOf(corpus) {
  const rows = readFileSync(join(corpus, 'plain-gold/spaced.jsonl'), 'utf8').split('\n').filter(Boolean)
  const texts = rows.map((row) => JSON.parse(row)).filter(({ lang }) => lang === 'en')
  return repeated(texts.map(({ text }) => opening(text, PARAGRAPH)))
}

function markdownOf(corpus) {
  const folder = join(corpus, 'markdown')
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'))
  const texts = names.map((name) => readFileSync(join(folder, name), 'utf8').replace(FRONT_MATTER, ''))
  return repeated(texts.filter((text) => !text.includes('```')).map((text) => opening(text, PARAGRAPH)))
}

const FRONT_MATTER = /^\uFEFF?(---|\+\+\+)\r?\n[\s\S]*?\n\1[ \t]*\r?\n/
const PARAGRAPH = /[\s\S]+?\n\n+/g

function pageOf(corpus) {
  const folder = join(corpus, 'html')
  const pages = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  const real = pages.filter(({ gold, kind, lang }) => gold === 'full-html' && kind === 'real-page' && lang === 'en')
  const articles = real.map(({ id }) => readFileSync(join(folder, id, 'expected.html'), 'utf8'))
  const body = repeated(articles.map((article) => opening(article, BLOCK)))
  const head = '<!doctype html><html lang="en"><head><title>Many articles</title></head><body><article>'
  return (times) => `${head}${body(times)}</article></body></html>`
}

const BLOCK = /<(p|h[1-6]|ul|ol|blockquote)\b[\s\S]*?<\/\1>/g

/** Returns the whole paragraphs at the start of a text, up to `MAX_OPENING` bytes. */
function opening(text, part) {
  const parts = []
  let length = 0
  for (const [each] of text.matchAll(part)) {
    length += Buffer.byteLength(each)
    if (length > MAX_OPENING) break
    parts.push(each)
  }
  return parts.join('')
}

/**
 * Repeats the openings of some texts, which have about ten kilobytes together, so that every size has the same mixture.
 */
function repeated(openings) {
  const long = openings.filter((each) => Buffer.byteLength(each) > MAX_OPENING / 2)
  const unit = []
  for (const each of long) if (Buffer.byteLength([...unit, each].join('')) <= UNIT) unit.push(each)
  return (times) => unit.join('\n').repeat(times)
}

const UNIT = 10_000
const MAX_OPENING = 2_000
