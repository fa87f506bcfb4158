import { expect, test } from 'vitest'
import { isShellCommand } from '../../src/grammar/shell-command.ts'

test.each([
  'npm install lock',
  '$ make gates',
  'git push && git push --tags',
  'http -v POST https://a.example/gates',
  'docker run -it lock:latest',
  'lockctl open --gate lower',
  'sudo apt-get install lock',
  'git commit -m "the gate is shut"',
])('what is typed at a prompt is a command: %s', (line) => {
  expect(isShellCommand(line)).toBe(true)
})

test.each([
  'go to the harbour',
  'make sure that it is shut',
  'docker is a tool that runs the lock',
  'git commits are small',
  'see the option --gate',
  'the lock - an old one',
  'Run npm install',
  'npm install runs the scripts of the package.',
  'boats of the town',
])('a phrase or a sentence is not: %s', (line) => {
  expect(isShellCommand(line)).toBe(false)
})
