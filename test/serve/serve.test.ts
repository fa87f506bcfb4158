import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { type BuildResult, serve } from '../../src/serve/serve.ts'

const EDITS = 10

test('earlier builds are released', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-serve-'))
  const source = join(folder, 'talk.md')
  writeFileSync(source, '0')
  const stop = new AbortController()
  const builds: WeakRef<BuildResult>[] = []
  const left: WeakRef<BuildResult>[] = []
  const made = (text: string) => {
    const site = new Map([['index.html', `<head><title>${text}</title></head>`]])
    const built = { site, report: '', faults: [], sources: [source] }
    builds.push(new WeakRef(built))
    return built
  }
  await serve({
    first: made('0'),
    build: async () => made(`${builds.length}`),
    port: null,
    signal: stop.signal,
    onOpen: () => writeFileSync(source, '1'),
    onBuild: async () => {
      if (builds.length <= EDITS) return writeFileSync(source, `${builds.length}`)
      await collectGarbage()
      left.push(...builds.filter((built) => built.deref() !== undefined))
      stop.abort(new Error('done'))
    },
  }).catch((error) => expect(error).toBe(stop.signal.reason))
  rmSync(folder, { recursive: true })
  expect(builds.length).toBeGreaterThan(EDITS)
  // The first one, which this test holds, and the last.
  expect(left.length).toBeLessThanOrEqual(2)
})

/**
 * Collects garbage twice, as objects released in one sweep may hold others. Objects that were accessed in this turn are
 * kept until the next.
 */
async function collectGarbage() {
  setFlagsFromString('--expose-gc')
  const sweep: () => void = runInNewContext('gc')
  for (let count = 0; count < 2; count++) {
    await new Promise(setImmediate)
    sweep()
  }
}
