// Makes gold data for headings in plain text from Markdown articles: `node test/bench/read/gold-from-markdown.mjs
// <folder>… > gold.jsonl`. Each folder is one source (`owner+name` of its repository); its articles are read with their
// marks and written as a browser copies them: with a blank line after each paragraph and nowhere else. They are chosen
// by a hash of their paths: at most `MOST` from a source, and `OF_A_LANGUAGE` in one language.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { reading } from './reading.mjs'

const MOST = 40
const OF_A_LANGUAGE = 24
const MIN_HEADINGS = 3
const MIN_PARAGRAPHS = 4
const MAX_LINES = 500
const BYTES = [2_500, 40_000]
/** The kinds of block that a blank line follows. */
const PARTED = new Set(['p', 'bq', 'bold'])

const folders = process.argv.slice(2)
if (folders.length === 0) {
  process.stderr.write('usage: node test/bench/read/gold-from-markdown.mjs <folder>…\n')
  process.exit(2)
}

for (const folder of folders) {
  const languages = new Map()
  let made = 0
  for (const path of filesIn(folder).sort((one, other) => hash(one) - hash(other) || (one < other ? -1 : 1))) {
    if (made >= MOST) break
    const { article } = await reading(readFileSync(path), path)
    const row = article && rowOf(article, { source: basename(folder), path: relative(folder, path) })
    const known = languages.get(row?.lang) ?? 0
    if (!row || known >= OF_A_LANGUAGE) continue
    languages.set(row.lang, known + 1)
    made += 1
    process.stdout.write(`${JSON.stringify(row)}\n`)
  }
  process.stderr.write(
    `${basename(folder)}: ${made} articles, ${[...languages].map((each) => each.join(' ')).join(', ')}\n`,
  )
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name.startsWith('.') ? [] : filesIn(path)
    if (!/\.(?:md|mdx|qmd|markdown)$/.test(entry.name) || /changelog|license|readme/i.test(entry.name)) return []
    const { size } = statSync(path)
    return size >= BYTES[0] && size <= BYTES[1] ? [path] : []
  })
}

function hash(text) {
  return [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1000003, 7)
}

/**
 * Writes an article as plain text with the kind of each line; undefined if it has too little structure.
 * @param {import('../../../dist/index.js').Article} article
 */
function rowOf({ title, language, root }, { source, path }) {
  if (title === undefined) return undefined
  const lines = [title.text]
  const kinds = ['h1']
  const put = (text, kind) => {
    for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
      lines.push(line)
      kinds.push(kind)
    }
  }
  /** @param {{ blocks: any, depth: any, heading?: any, sections: any }} section */
  const walk = ({ heading, depth, blocks, sections }) => {
    if (heading) put(heading.text, `h${Math.min(4, depth + 1)}`)
    for (const { node, passages } of blocks)
      for (const [index, { text, kind }] of passages.entries()) {
        const own = kindOf(node, kind, index)
        if (own === undefined) continue
        put(text, own)
        if (!PARTED.has(own)) continue
        lines.push('')
        kinds.push('')
      }
    for (const section of sections) walk(section)
  }
  walk(root)
  const at = (holds) => kinds.flatMap((kind, index) => (holds(kind) ? [index] : []))
  const headings = at((kind) => /^h[2-4]$/.test(kind))
  if (headings.length < MIN_HEADINGS || at((kind) => kind === 'p').length < MIN_PARAGRAPHS) return undefined
  if (lines.length > MAX_LINES) return undefined
  return {
    id: `${source}/${path}`,
    lang: language,
    source,
    text: lines.join('\n'),
    title_line: 0,
    heading_lines: headings,
    ambiguous_lines: at((kind) => kind === 'bold' || kind === 'th'),
    line_kinds: kinds,
  }
}

function kindOf({ type, children = [] }, kind, index) {
  if (kind === 'prose' && type === 'paragraph')
    return children.length === 1 && children[0].type === 'strong' ? 'bold' : 'p'
  if (kind === 'row') return index === 0 ? 'th' : 'td'
  return { prose: 'p', quotation: 'bq', item: 'li', code: 'pre' }[kind]
}
