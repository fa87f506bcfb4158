// Shortened sentences beside those that a headline left, and what they twist.
import { join } from 'node:path'
import { loadGrammar } from '../../../dist/grammar/load.js'
import { newMemo } from '../../../dist/model/memo.js'
import { linesFor } from '../../../dist/write/candidates.js'
import { parserOf } from '../../../dist/write/parser.js'
import { recordsOf } from './corpus.mjs'
import { compression, wordsOf } from './rouge.mjs'
import { twistsIn } from './twists.mjs'

const AREA = 'shortening'
const LEAST_F1 = 0.7
const GREATEST_RATE = 0.65

export function measureShortening({ folder }) {
  const parse = parserOf(loadGrammar())
  const pairs = recordsOf(join(folder, 'compression_google.jsonl')).map(({ sentence, compressions }) => ({
    sentence,
    target: compressions[0],
    lengths: lengthsOf(parse, sentence),
  }))
  const faithful = pairs.filter(({ sentence, target }) => keepsMarks(sentence, target))
  const lengths = [
    ['usual length', ({ lengths }) => lengths.usual],
    ['shortest', ({ lengths }) => lengths.all[0]],
    ['second shortest', ({ lengths }) => lengths.all[Math.min(1, lengths.all.length - 1)]],
    ['whole', ({ lengths }) => lengths.all.at(-1)],
  ]
  const twists = pairs.flatMap(({ sentence, lengths: { all } }) =>
    all.flatMap(({ spans }) => twistsIn(sentence, spans).map((twist) => `${twist}\n    of: ${sentence}`)),
  )
  return [
    ...lengths.map(([name, pick], index) => scoreRow(name, faithful, pick, index === 0)),
    firstWordsRow(faithful),
    {
      area: AREA,
      what: `${pairs.length} sentences at every length: twisted`,
      value: `${twists.length}`,
      target: '0',
      isMet: twists.length === 0,
      details: twists,
    },
  ]
}

function lengthsOf(parse, sentence) {
  const ledger = {
    article: { text: sentence, language: 'en' },
    parse,
    counts: newMemo(),
    shown: [],
    titles: new Set(),
    headings: new Set(),
  }
  const lines = linesFor(ledger, { text: sentence, span: [0, sentence.length], kind: 'prose', weight: 0 })
  return { usual: lines[0], all: lines.toSorted((one, other) => one.text.length - other.text.length) }
}

/** A headline may drop what a slide must keep; such pairs say nothing of the shortener. */
function keepsMarks(sentence, target) {
  const left = new Set(wordsOf(target))
  return wordsOf(sentence).every((word) => !MARKS.test(word) || left.has(word))
}

const MARKS =
  /^(?:not|never|no|none|cannot|.*n't|nor|neither|likely|may|might|could|would|perhaps|probably|possibly|reportedly|allegedly|apparently|about|nearly|almost|according|say|says|said|told|claims?|claimed|reports?|reported|announced|warned)$/

function scoreRow(name, pairs, pick, hasTarget) {
  const scores = pairs.map((pair) => compression(pair.sentence, pair.target, pick(pair).text))
  return row(name, scores, hasTarget)
}

function firstWordsRow(pairs) {
  const scores = pairs.map(({ sentence, target }) =>
    compression(sentence, target, sentence.split(/\s+/).slice(0, FIRST_WORDS).join(' ')),
  )
  return row(`first ${FIRST_WORDS} words`, scores, false)
}

const FIRST_WORDS = 12

function row(name, scores, hasTarget) {
  const mean = (key) => scores.reduce((sum, score) => sum + score[key], 0) / Math.max(1, scores.length)
  const [f1, rate] = [mean('f1'), mean('rate')]
  const shown = {
    area: AREA,
    what: `${scores.length} faithful pairs, ${name}`,
    value: `F1 ${f1.toFixed(3)} at rate ${rate.toFixed(2)}`,
  }
  if (!hasTarget) return shown
  return { ...shown, target: `${LEAST_F1} at ${GREATEST_RATE}`, isMet: f1 >= LEAST_F1 && rate <= GREATEST_RATE }
}
