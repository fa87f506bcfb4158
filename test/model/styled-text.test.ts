import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Mark, MarkedText, Style } from '../../src/model/mark.ts'
import type { Span } from '../../src/model/span.ts'
import { styledText } from '../../src/model/styled-text.ts'

const CODE: Style = { type: 'inlineCode' }
const STRONG: Style = { type: 'strong' }
const LINK: Style = { type: 'link', url: 'https://example.org/' }
const MATH: Style = { type: 'inlineMath', formula: null }

/** An article with marks on these words, each the first occurrence of its kind in the text. */
function article(text: string, words: readonly (readonly [string, Style])[]): MarkedText {
  const marks = words.map(([word, style]): Mark => {
    const start = text.indexOf(word)
    return { style, span: [start, start + word.length] }
  })
  return { text, marks }
}

/** Written as `plain[code|strong]`. */
function shown(text: string, spans: readonly Span[], of: MarkedText): string {
  return styledText({ text, spans }, of)
    .map(({ text, styles }) => (styles.length === 0 ? text : `[${text}|${styles.map(({ type }) => type).join()}]`))
    .join('')
}

describe('the words of a line', () => {
  const text = 'First, run npm test at once, and then read the manual, page 2.'
  const all: Span = [0, text.length]

  test('are marked as the article has them, in whatever case the line begins', () => {
    const of = article(text, [
      ['npm test', CODE],
      ['the manual', LINK],
    ])
    expect(shown('Run npm test at once', [[7, 27]], of)).toBe('Run [npm test|inlineCode] at once')
    expect(shown(text, [all], of)).toBe(
      'First, run [npm test|inlineCode] at once, and then read [the manual|link], page 2.',
    )
  })

  test('are marked where words between them were removed', () => {
    const of = article(text, [['the manual', LINK]])
    const spans: readonly Span[] = [
      [0, 14],
      [38, text.length],
    ]
    expect(shown('First, run npm the manual, page 2', spans, of)).toBe('First, run npm [the manual|link], page 2')
  })

  test('are marked after a word that was added', () => {
    const of = article(text, [['page 2', STRONG]])
    expect(shown('Read the manual and page 2', [[38, text.length]], of)).toBe('Read the manual and [page 2|strong]')
  })

  test('are inside all marks around them', () => {
    const of = article(text, [
      ['npm test at once', LINK],
      ['npm test', CODE],
    ])
    expect(shown('Run npm test at once', [[7, 27]], of)).toBe('Run [npm test|link,inlineCode][ at once|link]')
  })

  test('are plain if the whole line is strong, or if only part of a formula is left', () => {
    expect(shown('Run npm test', [[7, 19]], article(text, [['run npm test', STRONG]]))).toBe('Run npm test')
    expect(shown('Run npm', [[7, 14]], article(text, [['npm test', MATH]]))).toBe('Run npm')
    expect(shown('Run npm test', [[7, 19]], article(text, [['npm test', MATH]]))).toBe('Run [npm test|inlineMath]')
  })
})

test('no word is lost, added or wrongly marked, whatever the marks', () => {
  const words = fc.array(fc.stringMatching(/^[a-cA-C]{1,3}[,.]?$/), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(words, fc.infiniteStream(fc.boolean()), fc.nat(), fc.nat(), (words, keep, from, length) => {
      const text = words.join(' ')
      const kept = words.filter(() => keep.next().value)
      const start = from % text.length
      const of: MarkedText = {
        text,
        marks: [{ style: CODE, span: [start, Math.min(text.length, start + 1 + (length % 9))] }],
      }
      const pieces = styledText({ text: kept.join(' '), spans: [[0, text.length]] }, of)
      expect(pieces.map(({ text }) => text).join('')).toBe(kept.join(' '))
    }),
    { seed: 1 },
  )
})

/** Counts how often the marks of some lines are accessed: `lines` lines with `each` marks in each. */
function looksAt(lines: number, each: number): number {
  let looks = 0
  const line = 'ab '.repeat(each)
  const marks = Array.from({ length: lines * each }, (_, index) => ({
    style: { type: 'strong' as const },
    get span(): [number, number] {
      looks += 1
      return [index * 3, index * 3 + 1]
    },
  }))
  const article = { text: line.repeat(lines), marks }
  for (let at = 0; at < lines; at++)
    styledText({ text: line.trim(), spans: [[at * line.length, (at + 1) * line.length - 1]] }, article)
  return looks
}

test.each([
  ['lines', (n: number) => looksAt(n, 2)],
  ['marks in a line', (n: number) => looksAt(1, n)],
])('twice as many %s take twice the work', (_, looksOf) => {
  const [once, twice] = [looksOf(300), looksOf(600)]
  expect(once).toBeGreaterThan(0)
  expect(twice).toBeLessThan(2.3 * once)
})
