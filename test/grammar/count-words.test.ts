import { describe, expect, it } from 'vitest'
import { countWords } from '../../src/grammar/count-words.ts'

const CASES: readonly (readonly [text: string, language: string, count: number])[] = [
  ['', 'en', 0],
  [' — … ! ', 'en', 0],
  ['It didn’t rain — at all.', 'en', 5],
  ['a well-known e-mail: jo@example.org', 'en', 4],
  ['3.5 % of $1,200', 'en', 3],
  ['l’été à Paris', 'fr', 3],
  ['한국어는 띄어 쓴다', 'ko', 3],
  ['مرحبا بالعالم', 'ar', 2],
  ['今日は寒い。', 'ja', 3],
  ['สวัสดีครับ', 'th', 2],
  ['我用 Node.js 写程序', 'zh', 5],
  ['One two', 'not a language', 2],
]

describe('countWords', () => {
  it.each(CASES)('%s (%s): %i', (text, language, count) => {
    expect(countWords(text, language)).toBe(count)
  })

  it('copes with a very long run', () => {
    expect(countWords('你好'.repeat(100_000), 'zh')).toBeGreaterThan(90_000)
  })
})
