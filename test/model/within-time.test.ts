import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { TookTooLong, withinTime } from '../../src/model/within-time.ts'
import { reportingTimeouts } from '../../src/read/time-limit.ts'
import { Unreadable } from '../../src/read/unreadable.ts'
import { interrupted } from '../support/interrupt.ts'

const endless = () => {
  for (;;);
}

test('work that never pauses is stopped when its time is up; a result in time is returned', async () => {
  await expect(withinTime(endless, { limit: 100 })).rejects.toThrow(TookTooLong)
  // Like an expression with many choices that matches nothing.
  await expect(withinTime(() => /^(a+)+$/.test(`${'a'.repeat(40)}b`), { limit: 100 })).rejects.toThrow(TookTooLong)
  expect(await withinTime(() => 'made')).toBe('made')
  await expect(
    withinTime(() => {
      throw new TypeError('odd')
    }),
  ).rejects.toThrow(TypeError)
})

test('a stage that took too long is reported at the article, with a remedy', async () => {
  const file = new VFile({ path: 'talk.md' })
  const failing = reportingTimeouts(file, { stage: 'Reading' }, () => withinTime(endless, { limit: 100 }))
  await expect(failing).rejects.toThrow(Unreadable)
  expect(String(file.messages[0])).toMatch(
    /^talk\.md:1:1: Reading this article took more than 2 minutes and was stopped\. Divide/,
  )
  expect(file.messages[0]).toMatchObject({ fatal: true, ruleId: 'too-slow' })
})

test('short work leaves signal listeners alone, so that no signal ends the process unheard', async () => {
  const listener = () => undefined
  process.once('SIGINT', listener)
  const listening = await withinTime(() => process.listeners('SIGINT').includes(listener))
  process.removeListener('SIGINT', listener)
  expect(listening).toBe(true)
})

test('Ctrl-C stops work that never pauses, and is heard by listeners', async () => {
  const program = `
    import { writeSync } from 'node:fs'
    import { withinTime } from ${JSON.stringify(new URL('../../dist/model/within-time.js', import.meta.url).href)}
    process.once('SIGINT', () => writeSync(1, 'heard '))
    await withinTime(() => { writeSync(1, 'begun '); for (;;); }, { characters: 100_000 }).catch(({ name }) => writeSync(1, name))`
  expect(await interrupted(program)).toBe('begun heard BrokenOff')
})
