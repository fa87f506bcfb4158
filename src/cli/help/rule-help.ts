// Explains the rules that messages name, for `lectern help`.

import type { MessageRule } from '../../model/message-rules/message-rule.ts'
import { MESSAGE_RULES } from '../../model/message-rules/message-rules.ts'
import { RULES } from '../../write/rules.ts'
import { WIDTH } from './width.ts'

/** Lists all rules with their meanings in alphabetical order, for `lectern help messages`. */
export function listRules(): string {
  const rules = Object.entries(MESSAGE_RULES).sort(([one], [other]) => (one < other ? -1 : 1))
  const rows = rules.flatMap(([id, { meaning }]) => {
    const lines = wrapText(meaning, WIDTH - INDENT)
    const [first = '', ...others] = id.length < INDENT - 2 ? lines : ['', ...lines]
    return [`  ${id.padEnd(INDENT - 2)}${first}`.trimEnd(), ...others.map((line) => ' '.repeat(INDENT) + line)]
  })
  return rows.join('\n')
}

/** In columns. If an id is longer, its meaning starts on the next line. */
const INDENT = 24

/** Explains a rule, for `lectern help <rule>`; undefined if there is none with this id. */
export function explainRule(id: string): string | undefined {
  const rule = findRule(id)
  if (rule === undefined) return undefined
  const sentenceRule = RULES.find((candidate) => `why-${candidate.id}` === id)
  const reasons = sentenceRule === undefined ? [] : [`The sentence is not shown because ${sentenceRule.why}.`]
  const paragraphs = [rule.meaning, ...reasons, `What to do: ${rule.remedy}`]
  return [id, '', ...paragraphs.flatMap((text) => wrapText(text, WIDTH))].join('\n')
}

function findRule(id: string): MessageRule | undefined {
  const rules = new Map<string, MessageRule>(Object.entries(MESSAGE_RULES))
  const [, family = ''] = /^(not-read|why)-/.exec(id) ?? []
  return rules.get(id) ?? rules.get(family)
}

function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
