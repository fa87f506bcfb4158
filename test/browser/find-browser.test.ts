import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NoBrowserError } from '../../src/browser/errors.ts'
import { findBrowser } from '../../src/browser/find-browser.ts'
import type { Machine } from '../../src/browser/machine.ts'

const onPosix = describe.skipIf(process.platform === 'win32')

onPosix('findBrowser', () => {
  let folder: string
  let machine: Machine

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectern-find-'))
    // A platform without usual paths, so that a browser on the machine that runs the tests is not found.
    machine = { platform: 'freebsd', architecture: 'x64', environment: { PATH: join(folder, 'bin') }, home: folder }
  })
  afterEach(() => rm(folder, { recursive: true }))

  test('takes the program that the flag names, before any other', async () => {
    const path = await program('mine', 'Chromium 140.0.1.2')
    await program('bin/chromium', 'Chromium 150.0.0.0')
    const environment = {
      ...machine.environment,
      PUPPETEER_EXECUTABLE_PATH: await program('other', 'Chromium 149.0.0.0'),
    }
    expect(await findBrowser(path, { ...machine, environment })).toEqual({
      source: 'flag',
      path,
      version: '140.0.1.2',
      skipped: [],
    })
  })

  test('takes the program that the environment names, before those of the system', async () => {
    await program('bin/chromium', 'Chromium 150.0.0.0')
    const path = await program('mine', 'Google Chrome for Testing 140.0.1.2')
    const environment = { ...machine.environment, PUPPETEER_EXECUTABLE_PATH: path }
    expect(await findBrowser(null, { ...machine, environment })).toMatchObject({ source: 'environment', path })
  })

  test('finds a bare name on the PATH', async () => {
    const path = await program('bin/my-chrome', 'Chromium 140.0.1.2')
    expect(await findBrowser('my-chrome', machine)).toMatchObject({ source: 'flag', path })
  })

  describe('never replaces a named program', () => {
    beforeEach(() => program('bin/chromium', 'Chromium 150.0.0.0'))

    test('that is missing', async () => {
      const path = join(folder, 'gone')
      await expect(findBrowser(path, machine)).rejects.toThrow(
        new NoBrowserError(
          `The browser named with --browser, ${path}, does not exist. ` +
            'Give the path of Chrome or Chromium, or leave out --browser to have Lectern look for one.',
        ),
      )
    })

    test('that is missing and named by the environment', async () => {
      const environment = { ...machine.environment, PUPPETEER_EXECUTABLE_PATH: '/gone/chrome' }
      await expect(findBrowser(null, { ...machine, environment })).rejects.toThrow(
        /named by PUPPETEER_EXECUTABLE_PATH, \/gone\/chrome, does not exist/,
      )
    })

    test('that is a folder', async () => {
      await expect(findBrowser(folder, machine)).rejects.toThrow(`${folder}, is a folder`)
    })

    test('that lacks a library', async () => {
      const path = await script('broken', 'echo "libnss3.so: cannot open" >&2; exit 127')
      await expect(findBrowser(path, machine)).rejects.toThrow(`${path}, does not run: libnss3.so: cannot open.`)
    })

    test('that is not executable', async () => {
      const path = await program('plain', 'Chromium 150.0.0.0')
      await chmod(path, 0o644)
      await expect(findBrowser(path, machine)).rejects.toThrow('is not an executable program')
    })

    test('that is another kind of browser', async () => {
      const path = await program('firefox', 'Mozilla Firefox 150.0.3')
      await expect(findBrowser(path, machine)).rejects.toThrow('it calls itself "Mozilla Firefox 150.0.3"')
    })
  })

  test('skips browsers that are too old or broken, and says why', async () => {
    const old = await program('bin/google-chrome', 'Google Chrome 130.0.6723.58')
    const broken = await script('bin/chromium', 'echo "install the snap" >&2; exit 1')
    const path = await program('bin/microsoft-edge', 'Microsoft Edge 131.0.2903.51')
    expect(await findBrowser(null, machine)).toEqual({
      source: 'system',
      path,
      version: '131.0.2903.51',
      skipped: [
        { path: old, reason: 'is version 130.0.6723.58, and 131 is the oldest that works' },
        { path: broken, reason: 'does not run: install the snap' },
      ],
    })
  })

  test('prefers the headless shell', async () => {
    await program('bin/chromium', 'Chromium 150.0.0.0')
    const path = await program('bin/chromium-headless-shell', 'Chromium 150.0.0.0')
    expect(await findBrowser(null, machine)).toMatchObject({ path })
  })

  test('ignores relative folders on the PATH, which may be those of an article', async () => {
    await program('bin/chromium', 'Chromium 150.0.0.0')
    const environment = { PATH: relative(process.cwd(), join(folder, 'bin')) }
    await expect(findBrowser(null, { ...machine, environment })).rejects.toThrow(NoBrowserError)
  })

  test.skipIf(process.platform !== 'linux' || process.arch !== 'x64')(
    "falls back on Puppeteer's cache: its shells first, the newest first",
    async () => {
      const cached = (kind: string, version: string) =>
        program(`.cache/puppeteer/${kind}/linux-${version}/${kind}-linux64/${kind}`, version)
      await cached('chrome', '150.0.1.1')
      await cached('chrome-headless-shell', '99.0.1.1')
      const path = await cached('chrome-headless-shell', '140.0.1.1')
      expect(await findBrowser(null, machine)).toEqual({ source: 'cache', path, version: '140.0.1.1', skipped: [] })
    },
  )

  test('says what it found and what to do if nothing works', async () => {
    const old = await program('bin/chromium', 'Chromium 120.0.0.1')
    await expect(findBrowser(null, machine)).rejects.toThrow(
      new NoBrowserError(
        `No browser was found; ${old} is version 120.0.0.1, and 131 is the oldest that works. ` +
          'Install Chromium (https://www.google.com/chrome/), run "npx puppeteer browsers install chrome-headless-shell", or choose a browser with --browser.',
      ),
    )
  })

  /** Writes a program that reports this version. */
  function program(name: string, version: string): Promise<string> {
    return script(name, `echo "${version}"`)
  }

  async function script(name: string, body: string): Promise<string> {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, `#!/bin/sh\n${body}\n`, { mode: 0o755 })
    return path
  }
})
