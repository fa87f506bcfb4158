import { expect, test } from 'vitest'
import { loadGrammar } from '../../../src/grammar/load-grammar.ts'
import type { Draft } from '../../../src/model/draft.ts'
import { judge, SHIPPED_WEIGHTS, titleRanksBy } from '../../../src/write/judge/judge.ts'
import { unitsOf } from '../../../src/write/judge/units.ts'
import { parserOf } from '../../../src/write/parser.ts'
import { PASSES, type PassContext } from '../../../src/write/passes/passes.ts'
import { OBJECTIVE } from '../../../src/write/plan/objective.ts'
import { write } from '../../../src/write/write.ts'
import { outlineOf } from '../../support/written.ts'

const ARTICLE = `# The lock

## Upkeep

The gates were built in 1912 by two brothers.[1] The keeper paints them each spring, before the first boats arrive.

iLock opens them by radio, and the keeper can watch the water from her kitchen.[2] She has counted forty boats a day since May.[3]

## Cost

A new gate costs 40,000 pounds, which the town cannot pay. The canal trust lends it half.
`

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
    if (Object.isFrozen(value)) return value
    Object.freeze(value)
    for (const each of Object.values(value)) frozen(each)
  }
  return value
}

async function given(): Promise<{ drafts: readonly Draft[]; known: PassContext }> {
  const outline = await outlineOf(ARTICLE)
  const grammar = loadGrammar()
  const context = { article: outline.article, parse: parserOf(grammar) }
  const units = unitsOf(outline)
  const scores = judge(outline.article, units, { parse: context.parse })
  const judged = new Map(units.map((unit, at) => [unit.sentence.span[0], { unit, scores: scores[at] as never }]))
  const drafts = write(outline, { grammar, name: 'talk', minutes: null })
  return {
    drafts: frozen(structuredClone(drafts)),
    known: {
      context,
      judged,
      objective: OBJECTIVE,
      ranks: titleRanksBy(SHIPPED_WEIGHTS),
      obscurityOf: null,
      units,
      scores,
    },
  }
}

test.each(PASSES)('$name: changes neither its drafts nor what the notes say', async ({ run }) => {
  const { drafts, known } = await given()
  const once = run(drafts, known)
  expect(run(drafts, known)).toEqual(once)
  const said = (all: readonly Draft[]) => all.flatMap((draft) => draft.noteSentences.map(({ span }) => span))
  expect(said(once).toSorted(([one], [other]) => one - other)).toEqual(said(drafts))
})
