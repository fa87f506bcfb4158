import type { z } from 'zod'

/** Describes a fault in a value, if its schema has no message: a fact if needed, and the remedy. */
export function sentenceFor(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `It is missing. ${KINDS[issue.expected] ?? ANYTHING}`
        : (KINDS[issue.expected] ?? ANYTHING)
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `Give a number of ${issue.minimum} or more.`
        : `Write ${issue.minimum} or more.`
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `Give a number of ${issue.maximum} or less.`
        : `Write ${issue.maximum} or fewer.`
    case 'invalid_value':
      return `Choose from ${issue.values.join(', ')}.`
    default:
      return ANYTHING
  }
}

const ANYTHING = 'This kind of value is not allowed here. See the example in the README.'

const KINDS: Readonly<Record<string, string>> = {
  string: 'Write text, in quotation marks.',
  number: 'Write a number.',
  int: 'Write a whole number.',
  boolean: 'Write true or false.',
  array: 'Write a list: [one, another].',
  tuple: 'Write a list: [one, another].',
  object: 'Write keys and their values: { key: value }.',
  record: 'Write keys and their values: { key: value }.',
}
