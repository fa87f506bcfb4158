import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { BrowserDiedError } from '../../src/browser/errors.ts'
import { present } from '../../src/cli/present.ts'
import { oneBrowser } from '../browser/one-browser.ts'

const browser = oneBrowser()
const folder = mkdtempSync(join(tmpdir(), 'lectern-present-'))
const article = join(folder, 'talk.md')

/** The faults of the next build, or of all, and what the presentation has reported. */
const state = {
  once: null as Error | null,
  always: null as Error | null,
  address: '',
  stop: new AbortController(),
  ended: Promise.resolve(),
}

const write = (boats: string) =>
  writeFileSync(article, `# Locks\n\nA lock lifts boats. The keeper counts ${boats} boats in one hour.\n`)

beforeEach(async () => {
  write('nine')
  state.stop = new AbortController()
  const told = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  const { signal } = state.stop
  const kept = { getBrowser: async () => ({ ...browser(), withPage }), close: async () => undefined }
  const presented = present(
    {
      article,
      choices: {},
      as: undefined,
      port: null,
      opensBrowser: false,
      opensSpeakerView: false,
      allowsPrivate: false,
    },
    { signal, browser: kept },
  )
  // It rejects only with the signal's reason.
  state.ended = presented.then(
    () => undefined,
    (error) => expect(error).toBe(signal.reason),
  )
  state.address = await vi.waitFor(() => {
    const [, address = ''] = /at (http:\S+)/.exec(told.mock.calls.join('')) ?? []
    expect(address).not.toBe('')
    return address
  }, PATIENCE)
})
afterEach(async () => {
  state.stop.abort(new Error('done'))
  await state.ended
  vi.restoreAllMocks()
})
afterAll(() => rmSync(folder, { recursive: true }))

const withPage: ReturnType<typeof browser>['withPage'] = async (use) => {
  const failure = state.once ?? state.always
  state.once = null
  if (failure !== null) throw failure
  return browser().withPage(use)
}

/** In milliseconds: enough for a build on a busy machine. */
const PATIENCE = { timeout: 600_000, interval: 50 }

async function page(): Promise<string> {
  return (await fetch(state.address)).text()
}

/** The text in the banner of a page that is opened now. */
async function banner(): Promise<string> {
  const { body } = await fetch(`${state.address}events`)
  const reader = body?.getReader()
  const hello = new TextDecoder().decode((await reader?.read())?.value)
  await reader?.cancel()
  return hello
}

async function shows(boats: string): Promise<void> {
  await vi.waitFor(async () => expect(await page()).toContain(boats), PATIENCE)
  await vi.waitFor(async () => expect(await banner()).toContain('"faults":[]'), PATIENCE)
}

test('a build that fails because of a bug leaves the last good deck, with a banner', async () => {
  state.always = new Error('Something is odd.')
  write('eleven')
  await vi.waitFor(async () => expect(await banner()).toContain('bug in Lectern'), PATIENCE)
  expect(await page()).toContain('nine')
  state.always = null
  write('twelve')
  await shows('twelve')
})

test('a browser that dies during a build is restarted', async () => {
  state.once = new BrowserDiedError('The browser ended.')
  write('thirteen')
  await shows('thirteen')
})

test('a browser that keeps dying leaves the last good deck, with a banner, and is restarted for the next build', async () => {
  state.always = new BrowserDiedError('The browser ended.')
  write('fourteen')
  await vi.waitFor(async () => expect(await banner()).toContain('The browser ended.'), PATIENCE)
  expect(await page()).toContain('nine')
  state.always = null
  write('fifteen')
  await shows('fifteen')
})
