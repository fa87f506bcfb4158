import { expect, test } from 'vitest'
import { type Choices, completeSettings } from '../../src/settings/settings.ts'

test.each([
  [{ formats: ['docx'] }, /^"formats" cannot be "docx"\. Choose from "html", "pdf"/],
  [{ formats: 'html' }, '"formats" must be a list, such as ["html"].'],
  [{ handout: 5 }, /^"handout" cannot be 5\. Choose from "1", "2"/],
  [{ paper: 'a5' }, '"paper" cannot be "a5". Choose from "a4", "letter".'],
  [{ minutes: -1 }, '"minutes" cannot be -1. Give a number above 0, up to 480.'],
  [{ scale: '2' }, '"scale" cannot be "2". Give a number above 0, up to 4.'],
])('a program that passes an invalid choice gets an error: %j', (choices, message) => {
  expect(() => completeSettings(choices as unknown as Choices, {})).toThrow(message)
})

test('a program that passes a loaded event in place of its path is told so', () => {
  const choices = { event: { name: 'Harbour Days' } } as unknown as Choices
  expect(() => completeSettings(choices, {})).toThrow('"event" must be a string: the name or path of what to load.')
})
