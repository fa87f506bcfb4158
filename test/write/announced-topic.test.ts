import { expect, test } from 'vitest'
import { topicOf } from '../../src/write/announced-topic.ts'
import { parse } from '../support/written.ts'

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
