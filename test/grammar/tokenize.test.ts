import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenize } from '../../src/grammar/tokenize.ts'

const CASES: readonly (readonly [text: string, tokens: string])[] = [
  ["Rutte's visit didn't help.", "Rutte 's visit did n't help ."],
  ['They cannot wait.', 'They can not wait .'],
  ['“It works,” she said.', '“ It works , ” she said .'],
  ["the dogs' owner", "the dogs ' owner"],
  ['Mr. Smith of the U.S. Army (ret.)', 'Mr. Smith of the U.S. Army ( ret . )'],
  ['He left at 5 p.m.', 'He left at 5 p.m.'],
  ['It was him, not me, or I.', 'It was him , not me , or I .'],
  ['Costs rose 3.5% to $1,200.', 'Costs rose 3.5 % to $ 1,200 .'],
  ['a 5km run at 10am for $5bn', 'a 5 km run at 10 am for $ 5 bn'],
  ['the 1st and the 1990s', 'the 1st and the 1990s'],
  ['a well-known pre-war e-mail', 'a well - known pre-war e-mail'],
  ['one—and only one—way', 'one — and only one — way'],
  ['and/or', 'and / or'],
  ['wait... what?!', 'wait ... what ? !'],
  ['Run `npm install --save x` now.', 'Run `npm install --save x` now .'],
  ['(`a`)', '( `a` )'],
  ['See https://example.org/a-b?c=(d).', 'See https://example.org/a-b?c=(d) .'],
  ['Write to jo.doe@example.org, please.', 'Write to jo.doe@example.org , please .'],
  [
    'Edit src/model/span.ts or ./a-b/c.json for v1.2.3-rc.1.',
    'Edit src/model/span.ts or ./a-b/c.json for v1.2.3-rc.1 .',
  ],
  ['node.js and README.md', 'node.js and README.md'],
  ['#topic @somebody', '#topic @somebody'],
  ['…', '…'],
  ['%', '%'],
]

describe('tokenize', () => {
  it.each(CASES)('%s', (text, tokens) => {
    expect(
      tokenize(text)
        .map((piece) => piece.text)
        .join(' '),
    ).toBe(tokens)
  })

  it('puts everything but white space into one token each, with its offsets', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const pieces = tokenize(text)
        expect(pieces.map((piece) => text.slice(piece.start, piece.end))).toEqual(pieces.map((piece) => piece.text))
        expect(pieces.map((piece) => piece.text.replace(/\s/g, '')).join('')).toBe(text.replace(/\s/g, ''))
        expect(pieces.every((piece, index) => piece.start >= (pieces[index - 1]?.end ?? 0))).toBe(true)
        expect(pieces.every((piece) => piece.text !== '')).toBe(true)
      }),
      { numRuns: 200, seed: 1 },
    )
  })
})

/** Any UTF-16, and strings of the marks that the rules examine. */
function anyText(): fc.Arbitrary<string> {
  const marks = fc.array(
    fc.constantFrom(...(" .,;:!?'\"’“”()[]-—–…/\\`@#$%*_~a1B.com https:// n't".match(/\S{3,}|./gu) ?? [])),
  )
  return fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('\ud800', '\udc00', 'a', ' ') }),
    marks.map((parts) => parts.join('')),
  )
}
