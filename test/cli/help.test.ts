import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type CommandHandlers, createCommandLine } from '../../src/cli/command-line.ts'
import { TOPIC_SUMMARIES } from '../../src/cli/help/topic-summaries.ts'
import { DECKS_TOPIC } from '../../src/cli/help/topics/decks.ts'
import { EVENTS_TOPIC } from '../../src/cli/help/topics/events.ts'
import { TOPICS } from '../../src/cli/help/topics.ts'
import { FORM_NAMES } from '../../src/deck-file/block-names.ts'
import { MESSAGE_RULES } from '../../src/model/message-rules/message-rules.ts'
import { eventJsonSchema } from '../../src/theme/event-file.ts'
import { inFolder } from './in-folder.ts'

const { at, lectern } = inFolder()

const COMMANDS = ['build', 'present', 'outline', 'check', 'theme', 'new', 'doctor', 'help', 'completion']

/** All help texts of the program. */
async function allHelp(): Promise<string> {
  const pages = await Promise.all(
    [[], ['help'], ...COMMANDS.map((name) => ['help', name])].map((words) => lectern(words)),
  )
  return [...pages.map(({ out, error }) => out + error), ...TOPICS.map(({ text }) => text)].join('\n')
}

test('help fits 80 columns, and each command line in it is understood', async () => {
  const lines = (await allHelp()).split('\n')
  expect(lines.filter((line) => [...line].length > 80)).toEqual([])
  const examples = lines.flatMap((line) => /^ {2}lectern (\S.*?)(?: {2,}.*)?$/.exec(line)?.[1] ?? [])
  expect(examples.length).toBeGreaterThan(40)
  const asked: string[] = []
  const act = async () => void asked.push('')
  const acts: CommandHandlers = { build: act, theme: act, present: act, outline: act, new: act, doctor: act }
  const run = examples.filter((line) => !/^(?:help|completion)\b/.test(line))
  for (const line of run) {
    const words = line.replace(/ [<>] .*/, '').split(' ')
    await expect(createCommandLine(acts).parseAsync(words, { from: 'user' }), line).resolves.toBeDefined()
  }
  expect(asked.length).toBe(run.length)
})

test('every key of an event is in the README and in the help', () => {
  const { properties } = eventJsonSchema() as { properties: object }
  const readme = readFileSync('README.md', 'utf8')
  const keys = Object.keys(properties)
  expect(keys.length).toBeGreaterThan(12)
  expect(keys.filter((key) => !new RegExp(`^ *${key}:`, 'm').test(EVENTS_TOPIC))).toEqual([])
  expect(keys.filter((key) => !new RegExp(`(?:^|\`)${key}(?:\`|:)`, 'm').test(readme))).toEqual([])
})

test('every block of a deck file is in the README and in the help', () => {
  const readme = readFileSync('README.md', 'utf8')
  expect(
    FORM_NAMES.filter((name) => !DECKS_TOPIC.includes(`:::${name}`) || !readme.includes(`\`:::${name}\``)),
  ).toEqual([])
})

test('a rule of a message is explained, with what to do', async () => {
  const { code, out } = await lectern(['help', 'merge-conflict'])
  expect(code).toBe(0)
  expect(out).toMatch(/^merge-conflict\n\nYou edited .*\nWhat to do: Make them agree/s)
  expect((await lectern(['help', 'why-leans'])).out).toContain('not shown because it depends on the sentence before')
  const { out: all } = await lectern(['help', 'messages'])
  for (const id of Object.keys(MESSAGE_RULES)) expect(all).toContain(`  ${id}`)
  for (const line of `${out}${all}`.split('\n')) expect([...line].length).toBeLessThanOrEqual(80)
})

test('each topic has a text, and an unknown topic is answered with a suggestion', async () => {
  expect(TOPICS.map(({ name }) => name)).toEqual(TOPIC_SUMMARIES.map(([name]) => name))
  expect(await lectern(['help', 'event'])).toMatchObject({ code: 2, error: expect.stringContaining('help events') })
  const { code, out } = await lectern(['help', 'json'])
  expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('"lectern": "deck/1"') })
})

/** The completions that bash offers after some words. */
function offered(script: string, ...words: readonly string[]): string[] {
  const ask = `COMP_WORDS=(lectern ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _lectern; printf '%s\\n' "\${COMPREPLY[@]}"`
  return execFileSync('bash', ['-c', `${script}\n${ask}`], { encoding: 'utf8', cwd: 'test/fixtures' })
    .trim()
    .split('\n')
}

test('bash completes commands, flags and values', async () => {
  const { out: script } = await lectern(['completion', 'bash'])
  expect(offered(script, 'pre')).toEqual(['present'])
  expect(offered(script, 'theme', '')).toEqual(['list', 'new', 'check', 'preview'])
  expect(offered(script, 'theme', 'preview', '--c')).toEqual(['--canvas'])
  expect(offered(script, 'talk.txt', '--han')).toEqual(['--handout'])
  expect(offered(script, 'talk.txt', '--to', 'p')).toEqual(['pdf', 'pptx', 'png'])
  expect(offered(script, 'build', '--theme', 'st')).toEqual(['stage'])
  expect(offered(script, 'help', 'ev')).toEqual(['events'])
})

test.each(['zsh', 'fish'])('%s understands its script', async (shell) => {
  const { code, out: script } = await lectern(['completion', shell])
  expect({ code, out: script }).toEqual({ code: 0, out: expect.stringContaining('preview') })
  writeFileSync(at('script'), script)
  const { error, stderr } = spawnSync(shell, ['-n', at('script')], { encoding: 'utf8' })
  // Not every machine has it.
  if (error === undefined) expect(stderr).toBe('')
})
