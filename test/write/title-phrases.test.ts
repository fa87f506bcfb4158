import { describe, expect, test } from 'vitest'
import { cutsOf } from '../../src/write/sentence-cuts.ts'
import { titlePhrasesOf } from '../../src/write/title-phrases.ts'
import { parse } from '../support/written.ts'

function partsIn(sentence: string, form: 'clause' | 'name'): readonly string[] {
  return titlePhrasesOf(parse(sentence), 84)
    .filter((part) => (part.form === 'clause') === (form === 'clause'))
    .map(({ span }) => sentence.slice(...span))
}

test.each([
  ['Boats wait in the roads, and pilots ring the bell.', ['pilots ring the bell']],
  [
    'The board may close the lock in the spring.',
    ['The board may close the lock in the spring', 'The board may close the lock'],
  ],
  ['Unlike the weir, the lock has a keeper.', ['the lock has a keeper']],
  ['Close the lower gate, then open the sluice.', ['Close the lower gate']],
  ['The lock has two gates, and 40 boats pass it every day.', ['The lock has two gates']],
  ['The town bought a new pump, which cost 40 pounds.', ['The town bought a new pump']],
  ['The pier stays open, because the council has paid 4,000 pounds.', ['The pier stays open']],
  ['The town bought a heavy gate that opens twice a day.', ['The town bought a heavy gate']],
  ['We learned that the old gate was safe.', ['the old gate was safe']],
  ['The river has moved, which means that the old maps are wrong.', ['the old maps are wrong']],
])('clauses of "%s"', (sentence, clauses) => {
  expect(partsIn(sentence, 'clause')).toEqual(expect.arrayContaining(clauses))
})

test.each([
  ['An incredible amount of work has gone into creating and improving the lock and its gates.', /creating$/],
  ['Sound mending of ropes is, among other reasons, vital for the safety of the boats.', /reasons$/],
])('no clause of "%s" ends before the verb is complete', (sentence, torn) => {
  expect(partsIn(sentence, 'clause').filter((clause) => torn.test(clause))).toEqual([])
})

test('no clause begins inside an aside', () => {
  const sentence = 'All of these repairs - and the ones still underway - are being done to serve the town, which waits.'
  expect(partsIn(sentence, 'clause').filter((clause) => clause.startsWith('the ones'))).toEqual([])
})

describe('no clause loses what limits it', () => {
  test.each([
    ['a condition', 'The plan works unless it rains.', 'unless'],
    ['a condition before it', 'If the tide is low, the boats wait outside.', 'If'],
    ['a condition within it', 'The town, if the river rises, will close the road.', 'if'],
    ['a source before it', 'According to the mayor, the bridge is safe.', 'According'],
    ['a source behind it', 'The bridge is safe, the mayor said.', 'mayor said'],
    ['a source behind it', 'The bridge is safe, according to the mayor.', 'according'],
    ['a doubt', 'Perhaps the bridge is safe.', 'Perhaps'],
    ['a hedge', 'The board may close the lock in the spring.', 'may'],
    ['what a denial denies', 'The town did not buy a heavy gate that opens twice a day.', 'that opens'],
    ['a negation', 'The boats never pass the lock by night.', 'never'],
    ['an exception', 'Every gate is oiled in May except the weir gate.', 'except'],
    ['a time', 'Open the sluice before you close the gate.', 'before'],
    ['the limit of a superlative', 'The fund bought the worst bonds in a decade.', 'decade'],
    ['the limit of a superlative', 'It was the worst flood, at least in living memory.', 'memory'],
    ['the case in which it holds', 'In the case of a literal, we know the contents by then.', 'In the case'],
    ['a source behind two claims', 'The bridge is safe, and it opens in May, the mayor told a paper.', 'mayor told'],
    ['where it holds', 'This happens as in the north, old gates of oak remain strong.', 'in the north'],
    ['on what it rests', 'Knowing the tide of the day, the keepers open the gate.', 'Knowing'],
    ['a place', 'Prices rose by 4% in Berlin.', 'Berlin'],
    ['how often it holds', 'Sometimes the keeper opens the lock at night, and boats pass.', 'Sometimes the keeper'],
  ])('%s: %s', (_, sentence, bound) => {
    const tree = parse(sentence)
    const shorter = cutsOf(tree).map((end) => sentence.slice(0, end))
    expect([...partsIn(sentence, 'clause'), ...shorter].filter((part) => !part.includes(bound))).toEqual([])
  })
})

test('no phrase keeps half of a choice', () => {
  const sentence = 'The reason is saving money—either in the short term, because pumps are dear, or in the long run.'
  const tree = parse(sentence)
  const shorter = [...partsIn(sentence, 'clause'), ...cutsOf(tree).map((end) => sentence.slice(0, end))]
  expect(shorter.filter((part) => part.includes('either') && !part.includes(' or '))).toEqual([])
})

test.each([
  'They learned that the old gate was safe.',
  'The mayor said that the old gate was safe.',
  'This does not mean that the maps are wrong.',
])('what others say, or what is denied, is not a claim: %s', (sentence) => {
  const own = partsIn(sentence, 'clause').filter((part) => /^the (?:old gate|maps)/.test(part))
  expect(own).toEqual([])
})

test.each([
  'The bridge is safe, the mayor said, and the lock is old.',
  'The bridge is safe, and if it rains the lock is old.',
])('no clause loses a source or a condition between: %s', (sentence) => {
  expect(partsIn(sentence, 'clause').filter((part) => part.startsWith('the lock'))).toEqual([])
})

test.each([
  'Many of the buyers appear to be firms who are buying the snow as a gag.',
  'Without someone managing both the plan and the work, nothing is done.',
  'If they lose, we may be sent scrambling to rebuild the old gate.',
])('no clause states as a fact what is only considered: %s', (sentence) => {
  expect(partsIn(sentence, 'name').filter((part) => /^(?:buying|managing|scrambling)/.test(part))).toEqual([])
})

describe('no clause is cut inside a phrase', () => {
  test.each([
    ['The line saves in two ways: it runs longer trains, and it carries parcels.', 'longer trains'],
    ['The town bought two pumps, one for each gate.', 'pumps, one'],
    ['The lock costs 40 pounds, or 50 with a dog.', 'or 50'],
    ['The lock needs paint, rope, and a new keeper in May.', 'paint, rope'],
    ['Nobody was saved, although the crews had called for help.', 'had called'],
    ['The line followed its rules but would look at how the news was given.', 'would look'],
    ['Bell caused trouble in the lock with the boat left free to turn.', 'with the boat'],
    ['The town will replace its maternity, paternity and adoption rules.', 'its maternity'],
  ])('%s', (sentence, end) => {
    expect(partsIn(sentence, 'clause').filter((part) => part.endsWith(end))).toEqual([])
  })
})

test('no name lacks the end that the parser left out of it', () => {
  const sentence = "The reason the persistent and the obstinate seem similar is that they're both hard to stop."
  expect(partsIn(sentence, 'name')).not.toContain('The reason the persistent and the obstinate')
})

test.each([
  ['The keepers of the lock ring the bell when the tide turns.', ['The keepers of the lock']],
  ['Carrying the boat indoors takes two men.', ['Carrying the boat indoors']],
  ['The town meets to discuss the new harbour rules.', ['the new harbour rules']],
  ['It rains.', []],
])('names in "%s"', (sentence, names) => {
  expect(partsIn(sentence, 'name')).toEqual(names)
})

test.each([
  "There can't be many questions in public life that are so cheap.",
  'About a quarter of the questions never gets into a paper.',
  'Do not simply jump into the question of the final design.',
  'The clerk of the question said that the lock is safe.',
  'This is not and has never been a question of money.',
  'According to the mayor, the bridge is safe.',
  'The bridge is safe, according to the mayor.',
  'The lock lifts forty boats a day; its keepers work by night.',
  'The new lock cost the town four million pounds, and nobody minds.',
])('a name has nothing but the name: %s', (sentence) => {
  expect(partsIn(sentence, 'name').filter((name) => /[;,]|ccording|question/.test(name))).toEqual([])
})

test('what follows a colon is cut off whole or not at all', () => {
  const sentence = 'They save in three ways: they run long trains, they carry parcels, and they close stations.'
  const shorter = cutsOf(parse(sentence)).map((end) => sentence.slice(0, end))
  expect(shorter).toContain('They save in three ways')
  expect(shorter.filter((part) => part.includes(':') && !part.includes('stations'))).toEqual([])
})

test.each([
  ['The keeper is a 20-year-old sailor.', /^20-year$/],
  ['Many towns, including the old harbour of Hull, have a lock.', /^including/i],
  ['The town stays calm in the face of new threats from the sea.', /face/],
  ['The bridge is safe according to the chief engineer of the harbour.', /engineer/],
  ['Two sailors told this paper last week that the increase was likely.', /week/],
  ['We advise that any town relying on gas lamps today start to replace them.', /^relying/i],
  ['The crew stood in the rain, watching the boats of the town.', /^watching/i],
  ['Ann Bell, who won the silver cup of Hull, has sold her boat.', /cup/],
  ['The light failed when the old engine of the works stopped.', /engine/],
  ['The keeper found the letter in the old house by the lock.', /house by the lock$/],
])('no half of a name is a title in "%s"', (sentence, torn) => {
  expect(partsIn(sentence, 'name').filter((name) => torn.test(name))).toEqual([])
})

test.each([
  ['An 18-year-old man has been held on suspicion of stealing a boat in Hull, harbour police say.', /boat in Hull/],
  ['Authorities have not ruled out the vision problems could have been psychosomatic.', /psychosomatic/],
])('no clause loses who says so, or what denies it: "%s"', (sentence, lost) => {
  expect(partsIn(sentence, 'clause').filter((clause) => lost.test(clause) && !/say|not/.test(clause))).toEqual([])
})

test.each([
  ['The village asks that any pilot leaving the upper harbour be replaced by a keeper.', 'leaving'],
  ["The group's recent video showing a child shooting a man is the latest example of how it works.", 'shooting'],
])('no action is named without those who act: %s', (sentence, verb) => {
  expect(partsIn(sentence, 'name').filter((name) => name.startsWith(verb))).toEqual([])
})
