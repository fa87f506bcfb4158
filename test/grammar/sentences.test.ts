import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../src/grammar/sentences.ts'

/** A bar marks the end of a sentence and the start of the next. */
const ENGLISH: readonly string[] = [
  'It rained. | We left.',
  'What is it? | A dog! | Run!',
  'Hello!! | Long time no see.',
  'Really?! | Yes.',
  'Mr. Smith met Dr. Jones and Gen. Lee at St. Thomas.',
  '“We won,” said Maj. Smith. | He smiled.',
  'Were Jane and co. at the party?',
  'Ask Jane and co. | They should know.',
  'The Ford Motor Co. Chairman spoke.',
  'J. R. R. Tolkien and Albert I. Jones wrote to John F. Kennedy Jr. about it.',
  'Ann P. Bell and S. Quay thank the Carl P. Marsh Board. | See p. 12.',
  'R. Quay, J. A. Bell, P. Marsh and P. Stone: A count of the tides, 1912.',
  'We make a good team, you and I. | Did you see it?',
  'I live in the U.S. | How about you?',
  'I work for the U.S. Government in Washington, D.C. now.',
  'She has a Ph.D. in physics. | He has none.',
  'They met at 5 p.m. Monday. | It ended at 6 p.m. | Nobody stayed.',
  'It opened on Jan. 5 and closed on Sat. Sept. 11.',
  'Some animals, e.g. Cats, i.e. Felines, etc. were seen vs. Dogs.',
  'Pens, paper, etc. | Amazon sells them.',
  'See Fig. 3, pp. 4–7, Vol. II and No. 5. | It helps.',
  'I said no. | They left.',
  'Pi is 3.14159. | It costs $1,200.50 in v1.2.3. | Fine.',
  'In 2004 it grew. | 2005 was worse.',
  'It uses node.js and Vue.js with index.html. | Simple.',
  'See https://example.org/a.html?b=1. | Then write to jo@example.org. | Done.',
  '“It is late.” | She held it out.',
  '“Are you ready?” she asked.',
  '“Are you ready?” Smith asked. | Nobody was.',
  '“Stop!” he cried. | “Why?” | “Because.”',
  'She said, ‘This is great.’ and left.',
  'He left (at last!) and we slept. | (It was late.) | Good.',
  'Wait... what is it? | I thought ... well, nothing... | Then it rang.',
  'Well... I think so.',
  'One … two … and three. | Done…',
  'He was born in 1805. [17] | He died in 1824.[18] | The end.',
  'The joint was closed (2014). | [...] | It reopened.'.replace(' | [...]', ' [...]'),
  'Great! 🎉 | Next came the cake.',
  '1. The first item. | 2. The second item.',
  '1) The first item 2) The second item'.replace(' 2)', ' | 2)'),
  '1.) The first item | 2.) The second item',
  'a. The first item | b. The second item | c. The third list item',
  '1. Follow step 2. | Then stop.',
  'The iPhone is old. | iPads are not.',
  'It is quick. | npm is quicker.',
  'Run `a. B! C?` first. | `npm test` comes next.',
  '“To be or not to be.” — William Shakespeare',
  'A line about approx. Five or so, ca. 1880, by the dept. Head.',
]

const OTHERS: readonly (readonly [language: string, marked: string])[] = [
  ['de', 'Am 3. Oktober kam Dr. Meier, d. h. der Chef. | Er blieb bis 1990. | Die Stadt, z. B. Köln, usw. war leer.'],
  ['fr', 'M. Dupont est venu, cf. p. 12. | Mme Curie aussi. | « Oui ! » | Il partit.'],
  ['es', '¿Qué pasa? | El Sr. López vive en EE. UU. desde 1990. | ¡Bien!'],
  ['ru', 'Это первое. | Это второе! | А это?'],
  ['el', 'Πρώτη πρόταση. | Δεύτερη πρόταση.'],
  ['zh', '你好。|今天很好！|是吗？'],
  ['ja', '今日は寒い。|帰ろう。'],
  ['zh', '她把照片挂上网卖钱。|“在网上，每天都有人向我订货。”村民陈福香说。|后来呢？'],
  ['zh', '益阳的传奇。|（记者：李明）'],
  ['zh', '港口（建于一八九〇年。后来扩建。）明年开放。|它很大。'],
  ['zh', '使用 Redis、Memcached 或者 PostgreSQL 缓存。|然后测试 Redis Cluster。'],
  ['ja', '「行こう。」と彼は言った。|それから帰った。'],
  ['ja', '犬は思いました。|（あいつの肉の方が大きそうだ。）|犬は吠えた。'],
  ['ko', '그는 "다리가 안전하다."라고 말했다. | 다리는 튼튼하다.'],
  ['th', '21 ม.ค. 2561 เวลา 12.00 น. ผู้สื่อข่าวได้รับแจ้ง'],
  ['fa', 'مایکل R. Crusoe این را نوشت. | پل بسته شد.'],
  ['hi', 'डॉ. शर्मा आए। | पुल बंद है।'],
  ['ar', 'مرحبا بالعالم. | كيف حالك؟ | أنا بخير.'],
  ['hi', 'यह पहला वाक्य है। | यह दूसरा है।'],
  ['xx-not-a-language', 'One is here. | Two is there.'],
]

describe('splitSentences', () => {
  it.each(ENGLISH)('%s', (marked) => {
    expect(split(marked, 'en')).toEqual(marked.split(/ ?\| ?/))
  })

  it.each(OTHERS)('%s: %s', (language, marked) => {
    expect(split(marked, language)).toEqual(marked.split(/ ?\| ?/))
  })

  it('ends a sentence at the end of its line', () => {
    const text = ' features\r\ncontact manager \n\n\tevents, activities\u2028more\n'
    const found = splitSentences(text, 'en').map(([start, end]) => text.slice(start, end))
    expect(found).toEqual(['features', 'contact manager', 'events, activities', 'more'])
  })

  it('returns nothing for an empty text', () => {
    expect(splitSentences('', 'en')).toEqual([])
    expect(splitSentences(' \n\u00a0', 'en')).toEqual([])
  })

  it('covers everything but white space once, in order, for any text in any language', () => {
    fc.assert(
      fc.property(anyText(), fc.constantFrom('en', 'de', 'zh', 'th', 'und', '', '!'), (text, language) => {
        const spans = splitSentences(text, language)
        const sentences = spans.map(([start, end]) => text.slice(start, end))
        expect(spans.every(([start, end], index) => start < end && start >= (spans[index - 1]?.[1] ?? 0))).toBe(true)
        expect(sentences.every((sentence) => sentence === sentence.trim() && !/[\n\r]/.test(sentence))).toBe(true)
        expect(sentences.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      }),
      { numRuns: 500, seed: 1 },
    )
  })

  it.each([
    ['sentences without spaces', '你好世界。'.repeat(60_000), 60_000],
    ['one sentence without an end', '你'.repeat(300_000), 1],
    ['stops', '. '.repeat(100_000), 1],
    ['brackets', '['.repeat(300_000), 1],
    ['sentences on one line', 'It rained. '.repeat(30_000), 30_000],
  ])('copes with very long lines: %s', (_, text, count) => {
    expect(splitSentences(text, 'zh').length).toBe(count)
  })
})

/** The sentences of the text that the bars mark. */
function split(marked: string, language: string): string[] {
  const text = marked.replaceAll('|', '').replace(/ {2,}/g, ' ')
  return splitSentences(text, language).map(([start, end]) => text.slice(start, end))
}

function anyText(): fc.Arbitrary<string> {
  const parts = fc.constantFrom(
    ...'. ! ? … ... " ” ( ) [1] 1. a) Mr. U.S. J. the The 你好。 สวัสดี 🎉 ` — \n \ud800'.split(' '),
    '\n',
    '\u00a0',
  )
  return fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(parts).map((list) => list.join(' ')),
    fc.array(parts).map((list) => list.join('')),
  )
}
