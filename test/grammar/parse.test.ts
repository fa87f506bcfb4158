import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/grammar/analyse.ts'
import { loadGrammar } from '../../src/grammar/load-grammar.ts'
import { parse } from '../../src/grammar/parse.ts'
import { children, rootOf, subtree } from '../../src/grammar/tree.ts'

interface Vector {
  readonly text: string
  readonly tokens: readonly string[]
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  /** From 1; 0 for the root. */
  readonly head: readonly number[]
  readonly deprel: readonly string[]
}

const vectors = (
  JSON.parse(readFileSync(new URL('../fixtures/grammar/vectors.json', import.meta.url), 'utf8')) as {
    readonly sentences: readonly Vector[]
  }
).sentences

const grammar = loadGrammar()

describe('parse', () => {
  it.each(vectors.map((vector) => [vector.text, vector] as const))(
    'matches the reference implementation: %s',
    (text, vector) => {
      const { tokens } = parse(grammar, text)
      expect(tokens.map((token) => token.text)).toEqual(vector.tokens)
      expect(tokens.map((token) => token.upos)).toEqual(vector.upos)
      expect(tokens.map((token) => token.xpos)).toEqual(vector.xpos)
      expect(tokens.map((token) => token.head + 1)).toEqual(vector.head)
      expect(tokens.map((token) => token.relation)).toEqual(vector.deprel)
    },
  )

  it('parses a sentence the same way whatever was parsed before', () => {
    const text = 'Experts say that the plan may not cut costs.'
    const before = parse(grammar, text)
    for (const vector of vectors) parse(grammar, vector.text)
    expect(parse(grammar, text)).toEqual(before)
    expect(parse(loadGrammar(), text)).toEqual(before)
  })

  it('runs the network once for sentences that differ only in digits', () => {
    const { kernel, ...other } = loadGrammar()
    let runs = 0
    const runAndFree = <T>(work: () => T) => {
      runs++
      return kernel.runAndFree(work)
    }
    const counting = { ...other, kernel: { ...kernel, runAndFree } }
    const one = parse(counting, 'Room 204 opens at 9 on May 31.')
    const firstRuns = runs
    const another = parse(counting, 'Room 317 opens at 8 on May 12.')
    expect(runs).toBe(firstRuns)
    expect(another.tokens.map(({ text }) => text)).toEqual(['Room', '317', 'opens', 'at', '8', 'on', 'May', '12', '.'])
    expect(another).toEqual(parse(loadGrammar(), 'Room 317 opens at 8 on May 12.'))
    expect(one.tokens.map(({ head }) => head)).toEqual(another.tokens.map(({ head }) => head))
    parse(counting, 'Room 2040 opens at 9 on May 31.')
    expect(runs).toBeGreaterThan(firstRuns)
  })

  it('makes one tree of any text, with contiguous subtrees', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), words()), (text) => {
        const tree = parse(grammar, text)
        const roots = tree.tokens.filter((token) => token.head === -1)
        expect(roots.length).toBe(tree.tokens.length === 0 ? 0 : 1)
        expect(roots.every((root) => root.relation === 'root' && root.index === rootOf(tree))).toBe(true)
        expect(subtree(tree, rootOf(tree)).length).toBe(tree.tokens.length)
        for (const token of tree.tokens) {
          const below = subtree(tree, token.index)
          expect((below.at(-1) ?? 0) - (below[0] ?? 0)).toBe(below.length - 1)
          expect(token.text).toBe(text.slice(token.start, token.end))
        }
      }),
      { numRuns: 100, seed: 1 },
    )
  })

  it('attaches the pieces of a very long sentence to the root of the first', () => {
    const text = `${'The river rose, and the town below it was flooded, '.repeat(60)}so they left.`
    const tree = parse(grammar, text)
    const joints = children(tree, rootOf(tree)).filter((index) => index >= 160)
    expect(tree.tokens.length).toBeGreaterThan(700)
    expect(joints.length).toBeGreaterThanOrEqual(4)
    expect(joints.every((index) => tree.tokens[index]?.relation === 'parataxis')).toBe(true)
    expect(subtree(tree, rootOf(tree)).length).toBe(tree.tokens.length)
  })

  it('takes words of any length', () => {
    const tree = parse(grammar, `The ${'x'.repeat(200_000)} fell.`)
    expect(tree.tokens.map((token) => token.end - token.start)).toEqual([3, 200_000, 4, 1])
  })

  it('returns nothing for an empty text', () => {
    expect(parse(grammar, '').tokens).toEqual([])
    expect(parse(grammar, ' \n').tokens).toEqual([])
    expect(rootOf(parse(grammar, ''))).toBe(-1)
    expect(analyse(grammar, [])).toEqual([])
  })
})

describe('children and subtree', () => {
  const tree = parse(grammar, 'The old dog saw a cat.')
  const text = (indices: readonly number[]) => indices.map((index) => tree.tokens[index]?.text).join(' ')

  it('give the children of a token, and all below it', () => {
    expect(text([rootOf(tree)])).toBe('saw')
    expect(text(children(tree, rootOf(tree)))).toBe('dog cat .')
    expect(text(subtree(tree, 2))).toBe('The old dog')
  })

  it('give nothing for a token that does not exist', () => {
    expect(children(tree, 99)).toEqual([])
    expect(subtree(tree, -1)).toEqual([])
  })
})

function words(): fc.Arbitrary<string> {
  const word = fc.constantFrom(
    'the',
    'Cat',
    'saw',
    'that',
    'which',
    'not',
    ',',
    '.',
    '"',
    '2024',
    'U.S.',
    'and',
    '世界',
    'été',
    "don't",
  )
  return fc.array(word, { maxLength: 40 }).map((list) => list.join(' '))
}
