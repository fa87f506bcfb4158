// What the product's own chooser takes from texts of which a person has chosen, in at most fifty words.
import { loadGrammar } from '../../../dist/grammar/load.js'
import { WEIGHTS } from '../../../dist/grammar/salience-weights.js'
import { splitSentences } from '../../../dist/grammar/sentences.js'
import { newMemo } from '../../../dist/model/memo.js'
import { candidatesOf, EASY_WORDS, isDangling } from '../../../dist/write/candidates.js'
import { choose } from '../../../dist/write/choose.js'
import { MOST_POINTS } from '../../../dist/write/ledger.js'
import { parserOf } from '../../../dist/write/parser.js'
import { cnndm, halfOf, sciduet, slideseer } from './corpus.mjs'
import { fitHalves, groundFor } from './fitting.mjs'
import { rouge } from './rouge.mjs'

const AREA = 'choosing'
const MOST_WORDS = 50
const TARGETS = { sciduet: [29.5, 10.5], cnndm: [31], slideseer: [32] }

const parse = parserOf(loadGrammar())

export function measureChoosing({ folder }) {
  const papers = sciduet(folder)
  const halves = fitHalves(papers)
  const outOfFold = ({ deck }) => halves[halfOf(deck)]
  const shipped = () => WEIGHTS
  const sets = [
    { name: 'sciduet', items: papers, weights: outOfFold },
    ...[0, 1].map((half) => ({
      name: `sciduet, half ${half}`,
      items: papers.filter(({ deck }) => halfOf(deck) === half),
      weights: outOfFold,
    })),
    { name: 'cnndm', items: cnndm(folder, split), weights: shipped },
    { name: 'slideseer', items: slideseer(folder, split), weights: shipped },
  ]
  return sets.flatMap(({ name, items, weights }) => {
    const target = TARGETS[name]
    return [
      row(`${name}, ${items.length} items: first 2 sentences`, scoreOf(items, firstTwo)),
      row(`${name}: first 50 words`, scoreOf(items, firstWords)),
      row(`${name}: chosen`, scoreOf(items, choosing(weights, Number.POSITIVE_INFINITY)), target),
      row(`${name}: chosen, long lines at a slide's price`, scoreOf(items, choosing(weights, EASY_WORDS))),
    ]
  })
}

function row(what, { one, two, words }, target) {
  const shown = { area: AREA, what, value: `R1 ${one.toFixed(1)} R2 ${two.toFixed(1)} at ${words.toFixed(0)} words` }
  if (target === undefined) return shown
  const isMet = one >= target[0] && two >= (target[1] ?? 0)
  return { ...shown, target: target.map((least, index) => `R${index + 1} ${least}`).join(' '), isMet }
}

/** Picks as the chooser does, each item by its weights. */
function choosing(weights, easy) {
  return (item) => chosenFrom(item, weights(item), easy)
}

/** One line for all items and one for each half, each item by the weights of its half. */
export function scoreHalves(items, halves) {
  const score = (name, some) => {
    const { one, two, words } = scoreOf(
      some,
      choosing(({ deck }) => halves[halfOf(deck)], Number.POSITIVE_INFINITY),
    )
    return `${name}: R1 ${one.toFixed(2)} R2 ${two.toFixed(2)} at ${words.toFixed(1)} words`
  }
  const ofHalf = (half) => items.filter(({ deck }) => halfOf(deck) === half)
  return [score('out of fold', items), score('half 0', ofHalf(0)), score('half 1', ofHalf(1))]
}

function scoreOf(items, pick) {
  const scores = items.map((item) => {
    const picked = pick(item)
    return {
      one: rouge(item.chosen, picked, 1) * 100,
      two: rouge(item.chosen, picked, 2) * 100,
      words: wordsIn(picked),
    }
  })
  const mean = (key) => scores.reduce((sum, score) => sum + score[key], 0) / Math.max(1, scores.length)
  return { one: mean('one'), two: mean('two'), words: mean('words') }
}

function firstTwo({ paragraphs }) {
  return paragraphs.flat().slice(0, 2).join('\n')
}

function firstWords({ paragraphs }) {
  return paragraphs.flat().join(' ').split(/\s+/).slice(0, MOST_WORDS).join(' ')
}

function split(text) {
  return splitSentences(text, 'en').map(([start, end]) => text.slice(start, end))
}

const candidates = new Map()

function chosenFrom(item, weights, easy) {
  const ground = groundFor(item)
  const known = candidates.get(item.id) ?? candidatesFrom(item)
  candidates.set(item.id, known)
  const lines = choose({
    candidates: known,
    ground,
    place: ({ index }) => index,
    weights,
    said: [],
    least: 1,
    most: MOST_POINTS,
    easy,
    admits: (line, { index }, taken) =>
      wordsIn([...taken.values(), line].map(({ text }) => text).join(' ')) <= MOST_WORDS &&
      (taken.has(index - 1) || !isDangling(line, [...taken.values()])),
  })
  return lines.map(({ text }) => text).join('\n')
}

/** An item's sentences as the writer is given them. */
function candidatesFrom({ paragraphs }) {
  const sentences = []
  let text = ''
  for (const paragraph of paragraphs) {
    for (const [index, sentence] of paragraph.entries()) {
      const start = text.length + (text === '' ? 0 : 1)
      text += (text === '' ? '' : ' ') + sentence
      const span = [start, text.length]
      sentences.push({ text: sentence, span, kind: 'prose', opens: index === 0, role: 'evidence', weight: 0 })
    }
  }
  return candidatesOf(
    { article: { text, language: 'en' }, parse, counts: newMemo(), shown: [], titles: new Set(), headings: new Set() },
    sentences,
  )
}

function wordsIn(text) {
  return text.split(/\s+/).filter((word) => word !== '').length
}
