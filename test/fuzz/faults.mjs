import { VFile } from 'vfile'
import { areSaidOnceInOrder } from '../support/said-once.mjs'

/** Errors that are reported as messages of the article, its theme or its event. */
const TOLD = ['UnreadableError', 'ThemeError', 'EventError', 'DeckFileError']

/**
 * Finds faults in the deck of a document, by the contract of its JSON: exceptions, spans, words, coverage, control
 * characters. It is made without a browser by the given `convert`.
 */
export async function faultsOf(convert, { path, bytes }) {
  const file = new VFile({ path, value: bytes })
  const made = await attempt(convert, file)
  const messages = file.messages.filter(({ reason }) => /undefined|\[object|NaN|\n\s+at /.test(reason))
  const faults = messages.map(({ reason }) => `message: ${reason}`)
  if (made.trouble !== null) return [...faults, made.trouble]
  if (made.files === null) return file.messages.some(({ fatal }) => fatal === true) ? faults : [...faults, 'no message']
  const data = JSON.parse(textOf(made.files, 'json'))
  return [
    ...faults,
    ...faultsInLines(data),
    ...faultsInNotes(data, made.deck),
    ...faultsInHeadings(data),
    ...faultsInCoverage(data),
    ...faultsInText(textOf(made.files, 'html'), 'the page'),
    ...faultsInText(data.slides.flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n'), 'a line'),
  ]
}

async function attempt(convert, file) {
  try {
    const { deck, files } = await convert(file, { formats: ['html', 'json'] }, { browser: null })
    return { deck, files, trouble: null }
  } catch (error) {
    const isTold = error instanceof Error && TOLD.includes(error.name)
    const place = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 3).join(' ').trim() : ''
    return { deck: null, files: null, trouble: isTold ? null : `exception: ${error} ${place}` }
  }
}

function textOf(files, extension) {
  const [, bytes] = [...files].find(([name]) => name.endsWith(`.${extension}`)) ?? []
  return new TextDecoder().decode(bytes)
}

function faultsInLines({ article, slides }) {
  return slides.flatMap(({ id, lines }) =>
    lines.flatMap(({ text, spans, added }) => {
      const where = `${id}: ${JSON.stringify(text).slice(0, 100)}`
      if (!areSpans(spans, article.text)) return [`spans: ${where} has ${JSON.stringify(spans).slice(0, 100)}`]
      const own = withoutAdded(wordsOf(text), added.flatMap(wordsOf))
      if (own === null) return [`words: ${where} lacks a word that was added`]
      const said = spans.map(([start, end]) => article.text.slice(start, end)).join(' ')
      return isPart(own.join(''), wordsOf(said).join(''))
        ? []
        : [`words: ${where} is not of ${JSON.stringify(said).slice(0, 200)}`]
    }),
  )
}

/** Ascending, not empty, and within the text. */
function areSpans(spans, text) {
  return spans.every(
    ([start, end], index) => start < end && end <= text.length && start >= (spans[index - 1]?.[1] ?? 0),
  )
}

function faultsInNotes({ article, slides }, deck) {
  const spans = slides.flatMap(({ note }) => note.spans).toSorted(([one], [other]) => one - other)
  const isSaidOnce =
    areSpans(spans, article.text) && areSaidOnceInOrder(deck.slides.flatMap(({ note }) => note.sentences))
  const faults = isSaidOnce ? [] : ['notes: they share spans, or are out of order']
  for (const { id, note } of slides) {
    const said = wordsOf(note.spans.map(([start, end]) => article.text.slice(start, end)).join(' ')).join(' ')
    if (wordsOf(note.text).join(' ') !== said) faults.push(`notes: that of ${id} has not the words of its spans`)
  }
  return faults
}

function faultsInHeadings({ article }) {
  return article.headings
    .filter(({ text, span: [start, end] }) => article.text.slice(start, end) !== text)
    .map(({ text }) => `headings: ${JSON.stringify(text)} does not stand at its span`)
}

function faultsInCoverage({ article, slides, coverage }) {
  const covered = new Uint8Array(article.text.length)
  const all = slides.flatMap(({ lines, note }) => [...lines.flatMap(({ spans }) => spans), ...note.spans])
  for (const [start, end] of all) covered.fill(1, start, end)
  // Marks that a site left behind are shown nowhere; the number of a heading is that of its part.
  for (const { span, text } of article.headings)
    covered.fill(1, span[0], span[0] + (NUMBER.exec(text)?.[0].length ?? 0))
  const lost = [...article.text.matchAll(/[\p{L}\p{N}]+/gu)].filter(({ index }) => covered[index] !== 1)
  return [
    ...(coverage.nowhere === 0 ? [] : [`coverage: ${coverage.nowhere} sentences are nowhere`]),
    ...(lost.length === 0 ? [] : [`coverage: ${JSON.stringify(lost.slice(0, 20).join(' '))} is nowhere`]),
  ]
}

/** Text that a heading may begin with. */
const NUMBER = /^(?:\d+(?:\.\d+)*|[ivxlc]+|\p{L})?[.):]?\s/iu

function faultsInText(text, where) {
  const [sign] = BAD_SIGN.exec(text) ?? []
  return sign === undefined ? [] : [`signs: ${where} has U+${sign.charCodeAt(0).toString(16).padStart(4, '0')}`]
}

/** Characters that no text may contain: controls, and halves of pairs. */
const BAD_SIGN = /(?![\n\t])\p{Cc}|\p{Cs}/u

/** Words, ignoring case, punctuation and hyphenation. */
function wordsOf(text) {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

function withoutAdded(words, added) {
  const left = [...words]
  for (const word of added) {
    const at = left.lastIndexOf(word)
    if (at < 0) return null
    left.splice(at, 1)
  }
  return left
}

/** Whether all letters occur in the other text, in this order. */
function isPart(letters, all) {
  let at = 0
  for (const letter of letters) {
    at = all.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}
