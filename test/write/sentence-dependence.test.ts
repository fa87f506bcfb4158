import { expect, test } from 'vitest'
import { changesSubject, connectiveLength } from '../../src/write/connectives.ts'
import { dependenceOf, isFragment } from '../../src/write/sentence-dependence.ts'
import { parse } from '../support/written.ts'

const leanIn = (text: string) => dependenceOf(parse(text), text)

test.each([
  ['However, the hole closes.', 'connective'],
  ['But the gate held.', 'connective'],
  ['For example, the gate held.', 'connective'],
  ['Because of this, the gate held.', 'connective'],
  ['That is why the gate held.', 'connective'],
  ['The other gate held.', 'connective'],
  ['The former was closed.', 'connective'],
  ['They close the hole.', 'pronoun'],
  ['He built the lock in 1912.', 'pronoun'],
  ['Its gates are made of steel.', 'pronoun'],
  ['It is known to freeze.', 'pronoun'],
  ['Copper tape around the pipe keeps them off.', 'pronoun'],
  ['“They closed it,” said the keeper.', 'pronoun'],
  ['This noise drives the crew away.', 'demonstrative'],
  ['Such storms are rare.', 'demonstrative'],
  ['Each of these gates is old.', 'demonstrative'],
  ['Two years later, the lock reopened.', 'demonstrative'],
  ['The pilots prepare for storms like this.', 'demonstrative'],
  ['Here, three gates leak.', 'demonstrative'],
  ['The lists below name all boats.', 'elsewhere'],
  ['The aforementioned gate leaks.', 'elsewhere'],
  ['Most crews learned this in the storm of 1953.', 'demonstrative'],
  ['Later, Ann Bell sold her boat.', 'demonstrative'],
  ['The remaining gates are old.', 'connective'],
  ['The voices in their heads felt strange.', 'pronoun'],
  ['One of the features they provide is a log.', 'pronoun'],
  ['One reason is that they leak.', 'pronoun'],
  ['Until then nobody paid for the lamp.', 'connective'],
  ['On Sunday evenings, when other men slept, he sat under the lamp.', 'pronoun'],
  ['I have never repaired one.', 'ellipsis'],
  ['The council thinks so.', 'ellipsis'],
  ['Most do not.', 'ellipsis'],
  ['Boats of the old fleet?', 'ellipsis'],
  ['The keeper did not.', 'ellipsis'],
])('"%s" depends on the text before because of its %s', (text, dependence) => {
  expect(leanIn(text)).toBe(dependence)
})

test.each([
  'In 2019, the gate held.',
  'The water stood above the second mark.',
  'The boats wait outside because that costs nothing.',
  'One should never sail alone.',
  'The town has two locks, and the port has one.',
  'It is so cold that the lock freezes.',
  'Later this year, the gate will be painted.',
  'The pilots say that they never saw the lamp.',
  'Everyone should do their part.',
  'Ann Bell sold her boat.',
  'Sailors who lost their boats came home.',
  'A town with its own lock needs a keeper.',
  'Which gates are old?',
  'It is best to read the gauge at noon.',
  'There are two gates.',
  'The council said it would close the lock.',
  'The rule means that nobody sails at night.',
  'The lock opens at noon, and that helps the pilots.',
  'The noise of the engine drives those who sleep away.',
  'This year the gate held.',
  'Tools such as ropes are cheap.',
  'The keeper did not come.',
  '“They closed it.”',
])('"%s" makes sense by itself', (text) => {
  expect(leanIn(text)).toBeNull()
})

test.each([
  ['However, it rains.', 9],
  ['And yet, the gate held.', 9],
  ['But the gate held.', 4],
  ['The gate held.', 0],
  ['In 2019, the gate held.', 0],
  // The rest only continues.
  ['But if it rains, the gate is shut.', 0],
  ['The latter was closed.', -1],
  // Without these, the sentence would always be true.
  ['Until then, keepers should wait.', -1],
  ['Otherwise, the gate is shut.', -1],
])('in "%s", the connective takes %i code units', (text, length) => {
  expect(connectiveLength(text)).toBe(length)
})

test.each([
  ['Finally, the gate was painted.', true],
  ['Another improvement is the new lamp.', true],
  ['In addition, the lamp was lit.', true],
  ['However, the gate held.', false],
  ['Finally they painted the gate.', false],
  ['The lamp was lit.', false],
])('whether "%s" announces another subject', (text, adds) => {
  expect(changesSubject(text)).toBe(adds)
})

test.each([
  ['Like a small card that lets us drive on public roads.', true],
  ['In the morning, the gate opens.', false],
  ['Close the gate.', false],
])('whether "%s" is only a phrase', (text, isOnly) => {
  expect(isFragment(parse(text), text)).toBe(isOnly)
})
