import { expect, test } from 'vitest'
import { type Choices, completeSettings } from '../../src/settings/settings.ts'

test('a program that passes a loaded event in place of its path is told so', () => {
  const choices = { event: { name: 'Harbour Days' } } as unknown as Choices
  expect(() => completeSettings(choices, {})).toThrow('"event" must be a string: the path that it is loaded from.')
})
