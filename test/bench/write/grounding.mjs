// Checks that decks of whole articles keep the promises: nothing invented, nothing twisted, nothing lost.
import { VFile } from 'vfile'
import { loadGrammar } from '../../../dist/grammar/load-grammar.js'
import { outline } from '../../../dist/outline/outline.js'
import { read } from '../../../dist/read/read.js'
import { parserOf } from '../../../dist/write/parser.js'
import { write } from '../../../dist/write/write.js'
import { recordsOf } from './corpus.mjs'
import { twistsIn, twistsOfTitle } from './twists.mjs'

const AREA = 'grounding'

export async function measureGrounding({ articles }) {
  if (articles === undefined) return []
  const records = recordsOf(articles)
  /** @type {Record<'invented' | 'twisted' | 'lost', string[]>} */
  const found = { invented: [], twisted: [], lost: [] }
  const grammar = loadGrammar()
  const parse = parserOf(grammar)
  let lines = 0
  let sentences = 0
  for (const { id, text, lang, ext = 'txt' } of records) {
    const article = await read(new TextEncoder().encode(text), new VFile({ path: `${id}.${ext}` }))
    const outlined = outline(article)
    const isEnglish = article.language.startsWith('en')
    const drafts = write(outlined, { grammar: isEnglish ? grammar : null, name: id, minutes: null })
    const shown = drafts.flatMap(linesOf)
    const all = sentencesOf(outlined)
    lines += shown.length
    sentences += all.length
    const label = `${id} (${lang})`
    found.invented.push(
      ...shown.filter((line) => !isGrounded(line, article.text)).map((line) => `${label}: ${line.text}`),
    )
    found.lost.push(...unsaidOnce(drafts, all).map((sentence) => `${label}: ${sentence.text}`))
    if (isEnglish) found.twisted.push(...twisted(parse, drafts, all).map((twist) => `${label}: ${twist}`))
  }
  return [
    row(`${lines} lines of ${records.length} articles: not in their spans`, found.invented),
    row('lines that twist their sentence', found.twisted),
    row(`${sentences} sentences: not in exactly one note`, found.lost),
  ]
}

function row(what, details) {
  return { area: AREA, what, value: `${details.length}`, target: '0', isMet: details.length === 0, details }
}

function linesOf({ title, content }) {
  const inside = Object.values(content).flatMap((value) => (Array.isArray(value) ? value : [value]))
  const lines = inside.flatMap((value) => {
    if (value === null || typeof value !== 'object') return []
    if ('spans' in value) return [value]
    return 'line' in value && value.line !== null ? [value.line] : []
  })
  return title === null ? lines : [title, ...lines]
}

/** Whether the words of a line, without those that were added, are in its spans in the same order. */
function isGrounded({ text, spans, added }, article) {
  const isAscending = spans.every(([start, end], index) => start < end && start >= (spans[index - 1]?.[1] ?? 0))
  const left = wordsOf(text)
  for (const word of added.flatMap(wordsOf)) {
    const at = left.lastIndexOf(word)
    if (at < 0) return false
    left.splice(at, 1)
  }
  return isAscending && isSubsequence(left, wordsOf(spans.map(([start, end]) => article.slice(start, end)).join(' ')))
}

function isSubsequence(words, all) {
  let from = 0
  for (const word of words) {
    from = all.indexOf(word, from) + 1
    if (from === 0) return false
  }
  return true
}

function wordsOf(text) {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

function sentencesOf({ opening, parts }) {
  const inSection = ({ paragraphs, sections }) => [...paragraphs, ...sections.flatMap(inSection)]
  return [...opening, ...parts.flatMap(inSection)].flatMap((paragraph) => paragraph.sentences)
}

/** Kinds that are spoken. Rows, code and formulas are on their slide instead, and a caption may be. */
const SAID = new Set(['prose', 'item', 'quotation', 'footnote'])

function unsaidOnce(drafts, sentences) {
  const counts = new Map()
  for (const { span } of drafts.flatMap(({ noteSentences }) => noteSentences))
    counts.set(span[0], (counts.get(span[0]) ?? 0) + 1)
  return sentences.filter(({ kind, span }) => SAID.has(kind) && counts.get(span[0]) !== 1)
}

/** Lists the lines of a slide of sentences; none for lists, quotations and tables, for which other rules hold. */
function shownLines(draft) {
  const lines = linesOf(draft).filter(({ kind }) => kind === 'prose')
  const isPlain = !OTHER_FORMS.has(draft.content.type) && linesOf(draft).every(({ kind }) => kind !== 'item')
  return isPlain ? lines : []
}

const OTHER_FORMS = new Set(['quote', 'table', 'code', 'image'])

/**
 * Lists what slides twist. Everything that a slide shows of a sentence counts together, because a figure may be in one
 * line and its noun in another.
 */
function twisted(parse, drafts, sentences) {
  return drafts.flatMap((draft) => {
    const lines = shownLines(draft)
    return sentences.flatMap(({ text, span }) => {
      const from = lines.filter(({ spans }) => spans.some((each) => isInside(each, span)))
      if (from.length === 0) return []
      const kept = from.flatMap(({ spans }) => spans).filter((each) => isInside(each, span))
      const inside = merged(kept.map(([start, end]) => [start - span[0], end - span[0]]))
      const isTitle = from.every((line) => line === draft.title)
      const twists = isTitle ? twistsOfTitle(parse(text), text, inside) : twistsIn(text, inside)
      return twists.map((twist) => `${twist} — of: ${text}`)
    })
  })
}

function isInside([start, end], span) {
  return start >= span[0] && end <= span[1]
}

function merged(spans) {
  const found = []
  for (const [start, end] of spans.toSorted(([one], [other]) => one - other)) {
    const before = found.at(-1)
    if (before !== undefined && start <= before[1]) before[1] = Math.max(before[1], end)
    else found.push([start, end])
  }
  return found
}
