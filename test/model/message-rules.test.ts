import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { MESSAGE_RULES } from '../../src/model/message-rules/message-rules.ts'

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.includes('message-rules'))
  .map((path) => readFileSync(`src/${path}`, 'utf8'))
const ids = Object.keys(MESSAGE_RULES)

// Functions that are given an id take a `RuleId`, so the compiler checks those.
test('each rule that a message names is explained', () => {
  const named = sources.flatMap((text) => [...text.matchAll(/\bruleId(?:: | = )'([a-z-]+)'/g)].map(([, id]) => id))
  expect(named.length).toBeGreaterThan(40)
  expect(named.filter((id) => id === undefined || !ids.includes(id.replace(/^not-read-.*/, 'not-read')))).toEqual([])
})

test('each rule that is explained is named by a message', () => {
  const all = sources.join('\n')
  expect(ids.filter((id) => !(all.includes(`'${id}'`) || all.includes(`\`${id}-\${`)))).toEqual([])
})

test('what a rule means and what to do are sentences', () => {
  for (const [id, { meaning, remedy }] of Object.entries(MESSAGE_RULES))
    for (const text of [meaning, remedy]) expect(text, id).toMatch(/^[\p{Lu}"].*\.$|^chmod .*\.$/u)
})
