import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { brotliCompressSync, createBrotliCompress } from 'node:zlib'
import { pack } from 'tar-fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { NoBrowserError } from '../../src/browser/errors.ts'
import { type BrowserProgram, type UnpackOptions, withUnpackedBrowser } from '../../src/browser/unpack-browser.ts'

const PROGRAM = '#!/bin/sh\necho small\n'

describe.skipIf(process.platform !== 'linux')('withUnpackedBrowser', () => {
  let archives: string
  let folder: string
  let unpacking: UnpackOptions
  let warnings: string[]

  beforeAll(async () => {
    archives = await archiveSmallBrowser()
  })
  afterAll(() => rm(archives, { recursive: true }))
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectern-unpack-'))
    warnings = []
    unpacking = {
      packagedBrowser: { folder: archives, version: '1.2.3' },
      cache: join(folder, 'cache'),
      warn: (_, ruleId) => warnings.push(ruleId),
    }
  })
  afterEach(() => rm(folder, { recursive: true }))

  test('keeps program, libraries and fonts in a folder that only we can open', async () => {
    const unpacked = await withUnpackedBrowser(unpacking, async (unpacked) => unpacked)
    const home = join(folder, 'cache', 'chromium-1.2.3')
    expect(unpacked.program).toBe(join(home, 'chromium'))
    expect(await readFile(unpacked.program, 'utf8')).toBe(PROGRAM)
    expect(await readFile(join(home, 'lib', 'libnss3.so'), 'utf8')).toBe('library')
    expect(unpacked.environment.LD_LIBRARY_PATH?.split(':')[0]).toBe(join(home, 'lib'))
    expect(await readdir(join(home, 'fonts'))).toEqual(['Some.ttf'])
    expect((await stat(home)).mode & 0o777).toBe(0o700)
    expect((await stat(unpacked.program)).mode & 0o100).toBe(0o100)
    expect(warnings).toEqual([])
  })

  test('names its own fonts, not those of the cloud that the package was made for', async () => {
    const unpacked = await withUnpackedBrowser(unpacking, async (unpacked) => unpacked)
    const settings = await readFile(join(unpacked.program, '..', 'fonts.conf'), 'utf8')
    expect(settings).toContain('<dir prefix="relative">fonts</dir>')
    expect(settings).not.toContain('/var/task')
  })

  test('unpacks once', async () => {
    expect(await madeAt(unpacking)).toBe(await madeAt(unpacking))
  })

  test('replaces a damaged file', async () => {
    const { program } = await withUnpackedBrowser(unpacking, async (unpacked) => unpacked)
    await truncate(program, 3)
    expect(await withUnpackedBrowser(unpacking, ({ program: path }) => readFile(path, 'utf8'))).toBe(PROGRAM)
    expect(await readdir(unpacking.cache)).toEqual(['chromium-1.2.3'])
  })

  test('replaces a damaged file of the right size if the browser does not start', async () => {
    const { program } = await withUnpackedBrowser(unpacking, async (unpacked) => unpacked)
    await writeFile(program, PROGRAM.replace('small', 'SMALL'))
    const started: string[] = []
    const start = async ({ program: path }: BrowserProgram) => {
      started.push(await readFile(path, 'utf8'))
      if (started.at(-1) !== PROGRAM) throw new NoBrowserError('It does not start.')
      return 'started'
    }
    expect(await withUnpackedBrowser(unpacking, start)).toBe('started')
    expect(started).toHaveLength(2)
    expect(await readdir(unpacking.cache)).toEqual(['chromium-1.2.3'])
  })

  test('leaves an undamaged browser alone even if it does not start', async () => {
    const before = await madeAt(unpacking)
    const failing = withUnpackedBrowser(unpacking, async () => {
      throw new NoBrowserError('It does not start.')
    })
    await expect(failing).rejects.toThrow('It does not start.')
    expect(await madeAt(unpacking)).toBe(before)
  })

  test('clears what a process left that was killed while unpacking', async () => {
    const endless = join(folder, 'endless')
    await mkdir(endless)
    for (const name of await readdir(archives)) await copyFile(join(archives, name), join(endless, name))
    await rm(join(endless, 'chromium.br'))
    // Nobody ever writes into it.
    execFileSync('mkfifo', [join(endless, 'chromium.br')])
    const slow = { ...unpacking, packagedBrowser: { folder: endless, version: '1.2.3' } }
    const child = spawn(process.execPath, ['--input-type=module', '-e', unpackingScript(slow)])
    await vi.waitFor(async () => expect(await readdir(unpacking.cache)).toHaveLength(1), PATIENCE)
    child.kill('SIGKILL')
    await once(child, 'close')
    for (let run = 0; run < 2; run++) {
      await withUnpackedBrowser(unpacking, async () => undefined)
      expect(await readdir(unpacking.cache)).toEqual(['chromium-1.2.3'])
    }
  })

  test('does without a cache if no folders can be made on the disk', async () => {
    unpacking = { ...unpacking, cache: '/proc/nobody/.cache/lectern' }
    await expectPassing()
    expect(warnings).toEqual(['no-cache'])
  })

  test('unpacks once for many at the same time', async () => {
    const programs = await Promise.all(
      Array.from({ length: 8 }, () => withUnpackedBrowser(unpacking, ({ program }) => readFile(program, 'utf8'))),
    )
    expect(programs).toEqual(Array(8).fill(PROGRAM))
    expect(await readdir(unpacking.cache)).toEqual(['chromium-1.2.3'])
    expect(warnings).toEqual([])
  })

  test('is not held up by what a killed process left, and clears it once it is old', async () => {
    const [fresh, stale] = ['chromium-1.2.3.unfinished-aaaaaa', 'chromium-1.0.0.unfinished-bbbbbb'] as const
    await mkdir(join(unpacking.cache, fresh), { recursive: true, mode: 0o700 })
    await mkdir(join(unpacking.cache, stale))
    await chmod(unpacking.cache, 0o700)
    await utimes(join(unpacking.cache, stale), 0, 0)
    await withUnpackedBrowser(unpacking, async () => undefined)
    expect(await readdir(unpacking.cache)).toEqual(['chromium-1.2.3', fresh])
  })

  test('trusts no folder that others can write to, and leaves nothing there', async () => {
    await mkdir(join(unpacking.cache, 'chromium-1.2.3'), { recursive: true })
    await writeFile(join(unpacking.cache, 'chromium-1.2.3', 'chromium'), 'not ours')
    await chmod(unpacking.cache, 0o777)
    await expectPassing()
    expect(warnings).toEqual(['no-cache'])
  })

  test('does without a cache if there is a file in its place', async () => {
    await writeFile(unpacking.cache, 'a file in its place')
    await expectPassing()
    expect(warnings).toEqual(['no-cache'])
  })

  test('stops when told to, and leaves nothing', async () => {
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(withUnpackedBrowser({ ...unpacking, signal }, async () => undefined)).rejects.toThrow('enough')
    expect(await readdir(unpacking.cache)).toEqual([])
    expect(warnings).toEqual([])
  })

  test('says when the archives are damaged', async () => {
    const damaged = join(folder, 'damaged')
    await mkdir(damaged)
    for (const name of await readdir(archives)) await writeFile(join(damaged, name), 'no brotli')
    const packagedBrowser = { folder: damaged, version: '1.2.3' }
    await expect(withUnpackedBrowser({ ...unpacking, packagedBrowser }, async () => undefined)).rejects.toThrow(
      NoBrowserError,
    )
    expect(await readdir(unpacking.cache)).toEqual([])
  })

  /** Checks that the program is used from a folder that is gone afterwards. */
  async function expectPassing(): Promise<void> {
    const { program } = await withUnpackedBrowser(unpacking, async (unpacked: BrowserProgram) => {
      expect(await readFile(unpacked.program, 'utf8')).toBe(PROGRAM)
      return unpacked
    })
    expect(program.startsWith(unpacking.cache)).toBe(false)
    await expect(stat(join(program, '..'))).rejects.toThrow('ENOENT')
  }
})

/** In milliseconds: enough for Node to start on a busy machine. */
const PATIENCE = { timeout: 600_000 }

function unpackingScript({ packagedBrowser, cache }: UnpackOptions): string {
  const built = new URL('../../dist/browser/unpack-browser.js', import.meta.url).href
  return `import { withUnpackedBrowser } from ${JSON.stringify(built)}
await withUnpackedBrowser({ packagedBrowser: ${JSON.stringify(packagedBrowser)}, cache: ${JSON.stringify(cache)}, warn() {} }, async () => {})`
}

function madeAt(unpacking: UnpackOptions): Promise<number> {
  return withUnpackedBrowser(unpacking, async ({ program }) => (await stat(program)).ino)
}

/** Makes archives like those of the package, of a few bytes each. */
async function archiveSmallBrowser(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'lectern-archives-'))
  await mkdir(join(root, 'tree', 'lib'), { recursive: true })
  await mkdir(join(root, 'tree', 'fonts'))
  await writeFile(join(root, 'tree', 'lib', 'libnss3.so'), 'library')
  await writeFile(join(root, 'tree', 'fonts', 'Some.ttf'), 'font')
  await writeFile(join(root, 'tree', 'fonts.conf'), '<dir>/var/task/fonts</dir>')
  await writeFile(join(root, 'chromium.br'), brotliCompressSync(PROGRAM))
  const archive = (name: string, entries: string[]) =>
    pipeline(pack(join(root, 'tree'), { entries }), createBrotliCompress(), createWriteStream(join(root, name)))
  await archive('al2023.tar.br', ['lib'])
  await archive('fonts.tar.br', ['fonts', 'fonts.conf'])
  await rm(join(root, 'tree'), { recursive: true })
  return root
}
