import { expect, test } from 'vitest'
import { errorMessageFor } from '../../src/cli/exit-code.ts'

test.each([
  ['The pages do not finish', 'The pages do not finish. Please report it'],
  ['The pages do not finish.', 'The pages do not finish. Please report it'],
  ['Who has the page?', 'Who has the page? Please report it'],
])('the message of a bug is one sentence: %s', (message, words) => {
  expect(errorMessageFor(new Error(message))).toContain(words)
})
