// Compares sentences with those that people marked: boundaries in treebanks, and rules that a splitter should know,
// each given as an example.
import { join } from 'node:path'
import { splitSentences } from '../../../dist/grammar/sentences.js'
import { recordsOf } from './corpus.mjs'

const AREA = 'splitting'
const MIN_F1 = 0.93
const MIN_GOLDEN = 20

export function measureSplitting({ folder }) {
  const texts = recordsOf(join(folder, 'sentence_split_ud.jsonl'))
  const golden = recordsOf(join(folder, 'sentence_split_golden.jsonl'))
  const missed = golden.filter(({ text, sentences }) => split(text).join('\n') !== sentences.map(squeeze).join('\n'))
  const passed = golden.length - missed.length
  const inside = boundaries(texts, endsInside)
  const all = boundaries(texts, endsOf)
  return [
    { area: AREA, what: `${inside.count} ends of sentences inside paragraphs: F1`, value: inside.f1.toFixed(3) },
    {
      area: AREA,
      what: `${all.count} ends of sentences in ${texts.length} paragraphs: F1`,
      value: all.f1.toFixed(3),
      target: `${MIN_F1}`,
      isMet: all.f1 >= MIN_F1,
    },
    {
      area: AREA,
      // The file contains some of the 52 rules of the set; the target is a number of those in the file.
      what: 'golden rules in the file that hold',
      value: `${passed} of ${golden.length}`,
      target: `${MIN_GOLDEN}`,
      isMet: passed >= MIN_GOLDEN,
      details: missed.map(({ rule, text }) => `${rule}: ${split(text).join(' | ')}`),
    },
  ]
}

function split(text) {
  return splitSentences(text, 'en').map(([start, end]) => squeeze(text.slice(start, end)))
}

function squeeze(text) {
  return text.replace(/\s+/g, ' ').trim()
}

/** Measures how well the ends of sentences, as returned by `ends`, agree with those that people marked. */
function boundaries(texts, ends) {
  let hits = 0
  let found = 0
  let count = 0
  for (const { text, sentences } of texts) {
    const wanted = new Set(ends(sentences))
    const got = ends(split(text))
    found += got.length
    count += wanted.size
    hits += got.filter((end) => wanted.has(end)).length
  }
  return { f1: (2 * hits) / Math.max(1, found + count), count }
}

/** The ends of sentences, in letters from the start. */
function endsOf(sentences) {
  let length = 0
  return sentences.map((sentence) => {
    length += sentence.replace(/\s+/g, '').length
    return length
  })
}

/** The end of a paragraph is not counted, because it is trivial. */
function endsInside(sentences) {
  return endsOf(sentences).slice(0, -1)
}
