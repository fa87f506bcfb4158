import { expect, test } from 'vitest'
import { loadGrammar } from '../../src/grammar/load.ts'
import { parserOf } from '../../src/write/parser.ts'
import { isBareLead, subjectOf, topicOf } from '../../src/write/title.ts'

const parse = parserOf(loadGrammar())

test.each([
  ['One of the central themes of the report is the decline of the railways.', 'the decline of the railways'],
  ['Another key challenge is the shortage of drivers.', 'the shortage of drivers'],
  ['The closure of the mine was another important topic.', 'The closure of the mine'],
])('%s announces its topic', (sentence, topic) => {
  const span = topicOf(parse, sentence)
  expect(span && sentence.slice(...span)).toBe(topic)
})

test.each([
  'The bridge is old.',
  'It was another problem.',
  'The council approved the plan.',
  'An issue is an issue that nobody sees.',
])('%s announces nothing', (sentence) => {
  expect(topicOf(parse, sentence)).toBeNull()
})

test.each([
  ['The lease of the old depot is not for sale.', 'The lease of the old depot'],
  ['In the spring, night buses carried more riders.', 'night buses'],
  ['In many cases, articles written months or years ago may need some care.', null],
  ['The cost of moving the depot is high.', null],
  ['They agreed on the plan.', null],
  ['Several boats left the harbour.', null],
  ['The legal ramifications of what happened were unclear.', null],
  ['Today Harbour v0.21.0 has been released, which includes the first version of the pilot.', null],
  ["Today's harbour master has opened the new lock.", "Today's harbour master"],
  ["At least Anna's API does not allow moving a boat, so nothing can be done.", null],
  ['Harbour code compiles really fast!', null],
  ['The following boats are allowed to leave.', null],
])('%s has this subject: %s', (sentence, subject) => {
  const span = subjectOf(parse, sentence)
  expect(span && sentence.slice(...span)).toBe(subject)
})

test.each(['That block of time is:', 'This means:', 'For this we will need:', 'For example:', 'These include:'])(
  '%s says nothing alone',
  (lead) => {
    expect(isBareLead(lead)).toBe(true)
  },
)

test.each(['This harbour is old:', 'What a pilot needs:'])('%s says what a list is of', (lead) => {
  expect(isBareLead(lead)).toBe(false)
})
