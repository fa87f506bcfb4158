import { expect, test } from 'vitest'
import type { Draft, Line } from '../../../src/model/draft.ts'
import { removeCitations } from '../../../src/write/passes/remove-citations.ts'
import { outlineOf } from '../../support/written.ts'

/** The sentences of a paragraph as lines of a slide, and its notes, with their marks removed. */
async function markless(paragraph: string) {
  const { article, opening } = await outlineOf(`# The lock\n\n${paragraph}\n`)
  const said = opening.flatMap(({ sentences }) => sentences)
  const points = said.map(({ text, span }) => {
    const line: Line = { text: text.replace(/\.$/, ''), spans: [span], added: [], kind: 'prose', weight: 0.5 }
    return { line, depth: 0 as const }
  })
  const draft: Draft = {
    type: 'draft',
    purpose: 'body',
    part: 0,
    title: null,
    content: { type: 'points', lead: null, points },
    noteSentences: said,
    alternatives: {
      titles: [],
      unshown: points.map(({ line: { text, spans } }) => ({ text, spans, added: [], score: 0.5 })),
    },
  }
  const [slide] = removeCitations(article, [draft])
  return {
    shown: slide?.content.type === 'points' ? slide.content.points.map(({ line }) => line) : [],
    unshown: slide?.alternatives?.unshown.map(({ text }) => text) ?? [],
    said: slide?.noteSentences.map(({ text }) => text) ?? [],
    article,
  }
}

test('citation marks are on no slide, and stay in the notes', async () => {
  const { shown, unshown, said, article } = await markless(
    'The lock was built in 1912.[3] Its two gates are opened by hand.[4][12] The lower gate leaks.[citation needed] The pump is new.[note 1]',
  )
  expect(shown.map(({ text }) => text)).toEqual([
    'The lock was built in 1912',
    'Its two gates are opened by hand',
    'The lower gate leaks',
    'The pump is new',
  ])
  expect(unshown).toEqual(shown.map(({ text }) => text))
  for (const { text, spans } of shown)
    expect(spans.map((span) => article.text.slice(...span)).join('')).toBe(`${text}.`)
  expect(said).toContain('Its two gates are opened by hand.[4][12]')
})

test('the citations of papers are on no slide, unless their sentence needs them', async () => {
  const { shown, said } = await markless(
    'Notes help [see smith2020, p. 3; @knuth]. The pen is mighty [bachtiger2018] (emphasis added). It was repeated [2], as shown in [3]. Others failed [1, 4].',
  )
  expect(shown.map(({ text }) => text)).toEqual([
    'Notes help',
    'The pen is mighty',
    'It was repeated, as shown in [3]',
    'Others failed',
  ])
  expect(said[0]).toBe('Notes help [see smith2020, p. 3; @knuth].')
})

test.each(['Rooms [see 12 boats] are full', 'It has [two] gates', 'Read [5, 10 and 15 metres]', 'Add [ES6, ES7]'])(
  'other words in brackets stay: %s',
  async (sentence) => {
    const { shown } = await markless(`${sentence}. It was repeated [2]. Others failed [1].`)
    expect(shown[0]?.text).toBe(sentence)
  },
)

test('an index in code is not a citation mark', async () => {
  const { shown } = await markless('The first gate is gates[0] and it is open. Write `args[1]` for the second one.')
  expect(shown.map(({ text }) => text)).toEqual([
    'The first gate is gates[0] and it is open',
    'Write args[1] for the second one',
  ])
})

test('unclosed bold marks are on no slide either', async () => {
  const { shown } = await markless('** The two gates are opened by hand, and the pump** runs at 2 ** 3 turns.')
  const text = shown.map((line) => line.text).join('\n')
  expect(text).toContain('The two gates are opened by hand')
  expect(text).not.toMatch(/(?<!2 )\*\*/)
})

test('the same characters in code stay', async () => {
  const { shown, article } = await markless('The first gate is `g[1]` in the plan.[1] The lock is old.[2]')
  expect(shown.map(({ text }) => text)).toEqual(['The first gate is g[1] in the plan', 'The lock is old'])
  expect(shown[0]?.spans.map((span) => article.text.slice(...span))).toEqual(['The first gate is g[1] in the plan.'])
})
