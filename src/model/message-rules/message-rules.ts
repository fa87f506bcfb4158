// The rules that messages name: what each means, and the usual remedy. `lectern help <rule>` prints them.

import { DECK_FILE_RULES } from './deck-file-rules.ts'
import { ILLUSTRATION_RULES } from './illustration-rules.ts'
import { INPUT_RULES } from './input-rules.ts'
import { LOOK_RULES } from './look-rules.ts'
import type { MessageRule } from './message-rule.ts'
import { RUN_RULES } from './run-rules.ts'
import { SLIDE_RULES } from './slide-rules.ts'

/** The rules by id. In a message, `not-read` is followed by what was not read, and `why` by the reason. */
export const MESSAGE_RULES = {
  ...DECK_FILE_RULES,
  ...ILLUSTRATION_RULES,
  ...INPUT_RULES,
  ...LOOK_RULES,
  ...RUN_RULES,
  ...SLIDE_RULES,
} as const satisfies Readonly<Record<string, MessageRule>>

type Family = 'not-read' | 'why'

export type RuleId = Exclude<keyof typeof MESSAGE_RULES, 'not-read'> | `${Family}-${string}`
