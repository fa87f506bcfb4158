import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FileWatcher, watchFiles } from '../../src/serve/watch.ts'

const state: { folder: string; watch: FileWatcher } = { folder: '', watch: watchFiles() }

beforeEach(async () => {
  await state.watch.close()
  state.folder = mkdtempSync(join(tmpdir(), 'lectern-watch-'))
  state.watch = watchFiles()
})
afterEach(async () => {
  await state.watch.close()
  rmSync(state.folder, { recursive: true })
})

/** A watched file whose presence has been reported. */
async function watched(name: string): Promise<string> {
  const path = join(state.folder, name)
  writeFileSync(path, 'first')
  state.watch.setFiles([path])
  await state.watch.nextChange()
  await setTimeout(SETTLING)
  return path
}

/** The number of milliseconds in which all effects of a change are reported. */
const SETTLING = 200

test('a second save is noticed however soon it follows the first', async () => {
  const path = await watched('talk.txt')
  for (const pause of [0, 5, 20, 40, 48, 55]) {
    writeFileSync(path, `one ${pause}`)
    await state.watch.nextChange()
    await setTimeout(pause)
    const next = state.watch.nextChange()
    writeFileSync(path, `another ${pause}`)
    await expect(next).resolves.toBeUndefined()
    await setTimeout(SETTLING)
  }
})

test('a replaced file is noticed, and other files beside it are not', async () => {
  const path = await watched('talk.txt')
  let isHeard = false
  const change = state.watch.nextChange().then(() => {
    isHeard = true
  })
  writeFileSync(join(state.folder, 'other.txt'), 'other')
  await setTimeout(SETTLING)
  expect(isHeard).toBe(false)
  renameSync(join(state.folder, 'other.txt'), path)
  await change
})

test('a file that appears in a new folder is noticed', async () => {
  const path = join(state.folder, 'pictures', 'map.png')
  state.watch.setFiles([path])
  const folder = state.watch.nextChange()
  mkdirSync(join(state.folder, 'pictures'))
  await folder
  state.watch.setFiles([path])
  writeFileSync(path, 'picture')
  await expect(state.watch.nextChange()).resolves.toBeUndefined()
})
