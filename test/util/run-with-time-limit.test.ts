import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { reportTimeouts } from '../../src/read/time-limit.ts'
import { UnreadableError } from '../../src/read/unreadable-error.ts'
import { runWithTimeLimit, TimeLimitError } from '../../src/util/run-with-time-limit.ts'
import { interrupted } from '../support/interrupt.ts'

const endless = () => {
  for (;;);
}

test('work that never pauses is stopped when its time is up; a result in time is returned', async () => {
  await expect(runWithTimeLimit(endless, { limit: 100 })).rejects.toThrow(TimeLimitError)
  // Like an expression with many choices that matches nothing.
  await expect(runWithTimeLimit(() => /^(a+)+$/.test(`${'a'.repeat(40)}b`), { limit: 100 })).rejects.toThrow(
    TimeLimitError,
  )
  expect(await runWithTimeLimit(() => 'made')).toBe('made')
  await expect(
    runWithTimeLimit(() => {
      throw new TypeError('odd')
    }),
  ).rejects.toThrow(TypeError)
})

test('a stage that took too long is reported at the article, with a remedy', async () => {
  const file = new VFile({ path: 'talk.md' })
  const failing = reportTimeouts(file, { stage: 'Reading' }, () => runWithTimeLimit(endless, { limit: 100 }))
  await expect(failing).rejects.toThrow(UnreadableError)
  expect(String(file.messages[0])).toMatch(
    /^talk\.md:1:1: Reading this article took more than 2 minutes and was stopped\. Shorten/,
  )
  expect(file.messages[0]).toMatchObject({ fatal: true, ruleId: 'too-slow' })
})

test('short work leaves signal listeners alone, so that no signal ends the process unheard', async () => {
  const listener = () => undefined
  process.once('SIGINT', listener)
  const listening = await runWithTimeLimit(() => process.listeners('SIGINT').includes(listener))
  process.removeListener('SIGINT', listener)
  expect(listening).toBe(true)
})

test('Ctrl-C stops work that never pauses, and is heard by listeners', async () => {
  const program = `
    import { writeSync } from 'node:fs'
    import { runWithTimeLimit } from ${JSON.stringify(new URL('../../dist/util/run-with-time-limit.js', import.meta.url).href)}
    process.once('SIGINT', () => writeSync(1, 'heard '))
    await runWithTimeLimit(() => { writeSync(1, 'begun '); for (;;); }, { characters: 100_000 }).catch(({ name }) => writeSync(1, name))`
  expect(await interrupted(program)).toBe('begun heard InterruptedError')
})
