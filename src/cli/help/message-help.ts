// Explains the rules of messages, for `lectern help`.

import { MESSAGE_RULES, type MessageRule } from '../../model/message-rules.ts'
import { RULES } from '../../write/rules.ts'
import { WIDTH } from './width.ts'

/** Lists all rules with their meanings, for `lectern help messages`. */
export function listRules(): string {
  const rows = Object.entries(MESSAGE_RULES).flatMap(([id, { meaning }]) => {
    const lines = wrapped(meaning, WIDTH - INDENT)
    const [first = '', ...others] = id.length < INDENT - 2 ? lines : ['', ...lines]
    return [`  ${id.padEnd(INDENT - 2)}${first}`.trimEnd(), ...others.map((line) => ' '.repeat(INDENT) + line)]
  })
  return rows.join('\n')
}

/** In columns. The meaning of a longer id starts on the next line. */
const INDENT = 24

/** Explains a rule, for `lectern help <rule>`; undefined if there is none with this id. */
export function explainRule(id: string): string | undefined {
  const rule = ruleCalled(id)
  if (rule === undefined) return undefined
  const reason = RULES.find((each) => `why-${each.id}` === id)
  const own = reason === undefined ? [] : [`The sentence is not shown because ${reason.why}.`]
  return [id, '', ...[rule.meaning, ...own, `What to do: ${rule.remedy}`].flatMap((text) => wrapped(text, WIDTH))].join(
    '\n',
  )
}

function ruleCalled(id: string): MessageRule | undefined {
  const rules = new Map<string, MessageRule>(Object.entries(MESSAGE_RULES))
  const [, family = ''] = /^(not-read|why)-/.exec(id) ?? []
  return rules.get(id) ?? rules.get(family)
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
