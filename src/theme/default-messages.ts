import type { z } from 'zod'

/**
 * Returns the message for an invalid value whose schema specifies no message: what is wrong, unless that is obvious,
 * and how to fix it.
 */
export function defaultMessageFor(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `It is missing. ${INSTRUCTIONS[issue.expected] ?? NOT_ALLOWED}`
        : (INSTRUCTIONS[issue.expected] ?? NOT_ALLOWED)
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `Give a number of ${issue.minimum} or more.`
        : `${issue.origin === 'array' ? 'List' : 'Write'} at least ${issue.minimum} ${nounFor(issue.origin)}.`
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `Give a number of ${issue.maximum} or less.`
        : `${issue.origin === 'array' ? 'List' : 'Write'} at most ${issue.maximum} ${nounFor(issue.origin)}.`
    case 'invalid_value':
      return `Choose from ${issue.values.join(', ')}.`
    default:
      return NOT_ALLOWED
  }
}

function nounFor(origin: string): string {
  return origin === 'string' ? 'characters' : 'items'
}

const NOT_ALLOWED =
  'This kind of value is not allowed here. See the examples of "lectern help themes" and "lectern help events".'

const INSTRUCTIONS: Readonly<Record<string, string>> = {
  string: 'Write text, in quotation marks.',
  number: 'Write a number.',
  int: 'Write a whole number.',
  boolean: 'Write true or false.',
  array: 'Write a list: [one, another].',
  tuple: 'Write a list: [one, another].',
  object: 'Write keys and their values: { key: value }.',
  record: 'Write keys and their values: { key: value }.',
}
