// Finds flags that have no effect.

import type { Format } from '../model/settings.ts'
import { type Choices, completeSettings } from '../settings/settings.ts'

/** Flags that affect only one format, and have no effect if it is not requested. */
const SINGLE_FORMAT_FLAGS: readonly (readonly [choice: keyof Choices, flag: string, format: Format])[] = [
  ['handout', '--handout', 'handout'],
  ['steps', '--steps', 'pdf'],
  ['scale', '--scale', 'png'],
  ['pptxTemplate', '--pptx-template', 'pptx'],
]

/** Returns a message for each flag that has no effect: a fact and a remedy. */
export function describeUnusedFlags(choices: Choices): readonly string[] {
  const { formats } = completeSettings(choices, {})
  return SINGLE_FORMAT_FLAGS.filter(
    ([choice, , format]) => choices[choice] !== undefined && !formats.includes(format),
  ).map(
    ([, flag, format]) =>
      `${flag} has no effect without the format ${format}. Add --to ${[...formats, format].join(',')}.`,
  )
}
