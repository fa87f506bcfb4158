import { execFile, execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type BrowserOptions, withBrowser } from '../../src/browser/browser.ts'
import { BrowserDiedError, NoBrowserError } from '../../src/browser/errors.ts'

/**
 * Writes a program that answers over its pipes, as Chromium does, and reports this version. It ends when a page is to
 * be opened.
 */
const fakeBrowser = (version: string) => `#!${process.execPath}
const fs = require('node:fs')
const version = 'Chrome/${version}'
if (process.argv.includes('--version')) console.log(version)
else {
  const answers = fs.createWriteStream('', { fd: 4 })
  let received = ''
  fs.createReadStream('', { fd: 3 }).on('data', (chunk) => {
    received += chunk
    const commands = received.split('\\0')
    received = commands.pop()
    for (const { id, method, sessionId } of commands.map((each) => JSON.parse(each))) {
      const send = (message, then) => answers.write(JSON.stringify({ ...message, sessionId }) + '\\0', then)
      const target = { targetId: 't', type: 'browser', title: '', url: '', attached: true, canAccessOpener: false }
      if (method === 'Target.setDiscoverTargets') send({ method: 'Target.targetCreated', params: { targetInfo: target } })
      if (method === 'Target.attachToTarget') {
        const params = { sessionId: 's', targetInfo: target, waitingForDebugger: false }
        send({ method: 'Target.attachedToTarget', params })
      }
      const isLast = method === 'Target.createTarget'
      const result = { product: version, browserContextIds: [], sessionId: 's', targetId: 'p' }
      send({ id, result }, isLast ? () => process.kill(process.pid, 'SIGKILL') : undefined)
    }
  })
}
`

const OLD_BROWSER = fakeBrowser('130.0.0.0')

const MODULE = new URL('../../dist/browser/browser.js', import.meta.url).href

const isRoot = process.getuid?.() === 0

describe('withBrowser', () => {
  test('says which browser it is, and passes the result on', async () => {
    const { executable, version } = await withBrowser(
      { executable: null, warn: () => undefined },
      async (browser) => browser,
    )
    expect(executable).toMatch(/chrom|edge/i)
    expect(Number.parseInt(version, 10)).toBeGreaterThanOrEqual(131)
  })
})

describe.skipIf(process.platform === 'win32')('the process of withBrowser', () => {
  let real: string
  let folder: string
  let warnings: string[]
  let options: BrowserOptions

  beforeAll(async () => {
    real = await withBrowser({ executable: null, warn: () => undefined }, async ({ executable }) => executable)
  })
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectern-browser-test-'))
    await mkdir(join(folder, 'tmp'))
    vi.stubEnv('TMPDIR', join(folder, 'tmp'))
    warnings = []
    options = { executable: await wrapped(''), warn: (_, ruleId) => warnings.push(ruleId) }
  })
  afterEach(async () => {
    vi.unstubAllEnvs()
    await rm(folder, { recursive: true })
  })

  test('ends, and leaves no file behind', async () => {
    await withBrowser(options, ({ withPage }) => withPage((page) => page.show('<p>x')))
    await expectNothingLeft()
  })

  test('starts before other work gets a turn', async () => {
    await mkdir(join(folder, 'bin'))
    await symlink(await wrapped(''), join(folder, 'bin', 'chrome-headless-shell'))
    vi.stubEnv('PATH', `${join(folder, 'bin')}:${process.env.PATH}`)
    const starting = withBrowser({ ...options, executable: null }, async ({ executable }) => executable)
    // The folder of its profile is made just before the process starts.
    expect(readdirSync(join(folder, 'tmp'))).toHaveLength(1)
    expect(await starting).toBe(join(folder, 'bin', 'chrome-headless-shell'))
    await expectNothingLeft()
  })

  test('ends when the work fails', async () => {
    const failing = withBrowser(options, async () => {
      throw new Error('of the user')
    })
    await expect(failing).rejects.toThrow('of the user')
    await expectNothingLeft()
  })

  test('ends at once when told to, in the middle of endless work', async () => {
    const stopping = new AbortController()
    const endless = withBrowser({ ...options, signal: stopping.signal }, ({ withPage }) =>
      withPage((page) => {
        setTimeout(() => stopping.abort(new Error('enough')), 100)
        return page.evaluate(() => {
          for (;;);
        })
      }),
    )
    await expect(endless).rejects.toThrow('enough')
    await expectNothingLeft()
  })

  test('ends when told to while it starts', async () => {
    const executable = await wrapped('sleep 60')
    const starting = withBrowser({ ...options, executable, signal: AbortSignal.timeout(500) }, async () => undefined)
    await expect(starting).rejects.toThrow('timeout')
    await expectNothingLeft()
  })

  test('does not start when told to end before', async () => {
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(withBrowser({ ...options, signal }, async () => undefined)).rejects.toThrow('enough')
    expect(await readdir(folder)).not.toContain('pid')
  })

  test('rejects pending calls when it dies', async () => {
    const orphaned = withBrowser(options, ({ withPage }) =>
      withPage(async (page) => {
        const work = page.evaluate(() => new Promise<void>(() => undefined))
        process.kill(await pid(), 'SIGKILL')
        await work
      }),
    )
    await expect(orphaned).rejects.toThrow(BrowserDiedError)
    await expect(orphaned).rejects.toThrow('exited before its work was done (signal SIGKILL)')
    await expectNothingLeft()
  })

  test('rejects calls that do not wait for a page, too', async () => {
    const orphaned = withBrowser(options, async () => {
      process.kill(await pid(), 'SIGKILL')
      await new Promise(() => undefined)
    })
    await expect(orphaned).rejects.toThrow(BrowserDiedError)
  })

  test('is killed when it hangs', async () => {
    await withBrowser(options, async () => process.kill(await pid(), 'SIGSTOP'))
    await expectNothingLeft()
  })

  test.skipIf(process.platform !== 'linux')('survives a page that crashes', async () => {
    const text = await withBrowser(options, async ({ withPage }) => {
      const crashing = withPage(async (page) => {
        // The process of a new page is found by its name, which it has once it runs scripts.
        await page.evaluate(() => undefined)
        const work = page.evaluate(() => new Promise<void>(() => undefined))
        let isRunning = true
        void work.catch(() => {
          isRunning = false
        })
        // On a busy machine, the process of the page may get its name only after it has run scripts. Time between attempts
        // lets the browser notice what is gone: a later one would kill the process that it keeps for the next page.
        await vi.waitUntil(
          async () => {
            if (isRunning) for (const renderer of await renderersOf(await pid())) process.kill(renderer, 'SIGKILL')
            return !isRunning
          },
          { timeout: 60_000, interval: 2000 },
        )
        await work
      })
      await expect(crashing).rejects.toThrow(new BrowserDiedError(CRASHED))
      return withPage(async (page) => {
        await page.show('<p>still here')
        return page.evaluate(() => document.body.textContent)
      })
    })
    expect(text).toBe('still here')
  })

  test('runs without a sandbox where the machine has none, and says so once', async () => {
    const executable = await wrapped(
      `case "$*" in *--no-sandbox*|--version) ;; *) echo "FATAL:zygote_host_impl_linux.cc No usable sandbox!" >&2; exit 1;; esac`,
    )
    await withBrowser({ ...options, executable }, async () => undefined)
    expect(warnings).toEqual(['no-sandbox'])
  })

  test.skipIf(isRoot)('keeps its sandbox when it fails for another reason', async () => {
    const executable = await wrapped(
      `case "$*" in *--no-sandbox*|--version) ;; *) echo "out of memory" >&2; exit 1;; esac`,
    )
    await expect(withBrowser({ ...options, executable }, async () => undefined)).rejects.toThrow(NoBrowserError)
  })

  test('quotes what it printed when it does not start', async () => {
    const executable = await wrapped(`[ "$1" = --version ] || { echo "cannot open display" >&2; exit 3; }`)
    const failing = withBrowser({ ...options, executable }, async () => undefined)
    await expect(failing).rejects.toThrow(NoBrowserError)
    await expect(failing).rejects.toThrow('does not start: it ended with exit code 3 (cannot open display)')
    await expectNothingLeft()
  })

  test.each([
    ['does not start', '#!/bin/sh\nexit 3\n'],
    ['is too old', OLD_BROWSER],
  ])('skips the first browser on the PATH if it %s', async (_, program) => {
    await writeFile(join(folder, 'chrome-headless-shell'), program, { mode: 0o755 })
    vi.stubEnv('PATH', `${folder}:${process.env.PATH}`)
    const executable = await withBrowser({ ...options, executable: null }, async (browser) => browser.executable)
    expect(executable).not.toContain(folder)
    expect(new Set(warnings).size).toBe(warnings.length)
    expect(await readdir(join(folder, 'tmp'))).toEqual([])
  })

  test('reports that there is no folder for its temporary files', async () => {
    vi.stubEnv('TMPDIR', join(folder, 'missing'))
    const failing = withBrowser(options, async () => undefined)
    await expect(failing).rejects.toThrow(NoBrowserError)
    await expect(failing).rejects.toThrow('Set TMPDIR to a folder that you can write to.')
  })

  test('reports that the disk of its temporary files is full', async ({ skip }) => {
    const full = join(folder, 'full')
    await mkdir(full)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'none', full], { stdio: 'ignore' })
    } catch {
      skip('Only root can mount.')
    }
    try {
      vi.stubEnv('TMPDIR', full)
      const failing = withBrowser({ ...options, executable: real }, ({ withPage }) => withPage(async () => undefined))
      await expect(failing).rejects.toThrow(
        `The disk that holds ${full}, where the browser keeps its temporary files, is full.`,
      )
    } finally {
      // A process of the browser that is still ending keeps the disk busy.
      await vi.waitFor(() => execFileSync('umount', [full], { stdio: 'pipe' }), { timeout: 10_000, interval: 100 })
    }
  })

  test('keeps no program alive when it ends while a page is being opened', async () => {
    const path = join(folder, 'browser')
    await writeFile(path, fakeBrowser('140.0.0.0'), { mode: 0o755 })
    const program = `import { withBrowser } from ${JSON.stringify(MODULE)}
await withBrowser({ executable: ${JSON.stringify(path)}, warn() {} }, ({ withPage }) => withPage(async () => {}))
  .catch(({ message }) => console.log(message))`
    // Puppeteer's own timer would keep it running for 30 seconds.
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
      timeout: 20_000,
    })
    expect(stdout).toContain('The browser exited before its work was done')
  })

  /** Writes a program that records its process id, runs these commands and becomes the real browser. */
  async function wrapped(first: string): Promise<string> {
    const path = join(folder, 'browser')
    const libraries = join(dirname(real), 'lib')
    const lines = [
      '#!/bin/sh',
      `echo $$ > '${folder}/pid'`,
      first,
      `export LD_LIBRARY_PATH='${libraries}'`,
      `exec '${real}' "$@"`,
    ]
    await writeFile(path, lines.join('\n'), { mode: 0o755 })
    return path
  }

  async function pid(): Promise<number> {
    return Number(await readFile(join(folder, 'pid'), 'utf8'))
  }

  async function expectNothingLeft(): Promise<void> {
    const leader = await pid()
    // A child that has ended stays in its group until the system has noticed.
    await expect.poll(() => isRunning(-leader), { timeout: 600_000 }).toBe(false)
    expect(await readdir(join(folder, 'tmp'))).toEqual([])
  }
})

function isRunning(group: number): boolean {
  try {
    return process.kill(group, 0)
  } catch {
    return false
  }
}

const CRASHED =
  'The browser ran out of memory or failed while laying out a page. Close other programs and run Lectern again, ' +
  'or choose another browser with --browser.'

/** Lists the processes of a group that draw pages, according to Linux. */
async function renderersOf(group: number): Promise<readonly number[]> {
  const numbers = (await readdir('/proc')).map(Number).filter(Number.isInteger)
  const isRenderer = await Promise.all(
    numbers.map(async (number) => {
      const [status, command] = await Promise.all(
        ['stat', 'cmdline'].map((name) => readFile(`/proc/${number}/${name}`, 'utf8').catch(() => '')),
      )
      // After the name of the program in parentheses: state, parent, group.
      const inGroup = status?.slice(status.lastIndexOf(')') + 2).split(' ')[2] === String(group)
      return inGroup && command?.includes('--type=renderer') === true
    }),
  )
  return numbers.filter((_, index) => isRenderer[index])
}
