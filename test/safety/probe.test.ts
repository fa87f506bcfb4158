import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { afterAll, describe, expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { BREACHES } from './breaches.ts'
import { PAYLOADS, type Payload } from './payloads.ts'
import { oneCanary, oneChrome } from './watched.ts'
import { type Trouble, watch } from './watcher.ts'

/** In milliseconds: several decks are open at once, each in three windows, and other tests run at the same time. */
const PATIENCE = 180_000

const NOTHING: Trouble = { ran: [], dialogs: [], requests: [], windows: [], blocked: [] }

const HARMLESS: Payload = {
  name: 'a harmless article',
  path: 'talk.md',
  article: () =>
    '# The diary\n\nShe noted every tide.\n\n## What it holds\n\nThe height, the wind and the ships that waited.\n',
}

const folder = mkdtempSync(join(tmpdir(), 'lectern-safety-'))
const browser = oneBrowser()
const chrome = oneChrome()
const canary = oneCanary()

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function deckOf({ path, article }: Payload): Promise<string> {
  const file = new VFile({ path, cwd: folder, value: article(canary.address()) })
  const { files } = await convert(file, { formats: ['html'] }, { browser: browser() })
  return new TextDecoder().decode(files.get('talk.html'))
}

function watched(name: string, html: string): Promise<Trouble> {
  const path = join(folder, `${name.replace(/\W+/g, '-')}.html`)
  writeFileSync(path, html)
  return watch(chrome(), path)
}

describe('an article is data: nothing in it runs, opens a window or requests anything', { timeout: PATIENCE }, () => {
  test.concurrent.for(PAYLOADS)('$name', async (payload, { expect }) => {
    expect(await watched(payload.name, await deckOf(payload))).toEqual(NOTHING)
  })

  test('the same holds during the build', () => {
    expect(canary.asked).toEqual([])
  })
})

describe('the watcher', { timeout: PATIENCE }, () => {
  test('finds nothing in a harmless deck', async () => {
    expect(await watched('harmless', await deckOf(HARMLESS))).toEqual(NOTHING)
  })

  test.concurrent.for(BREACHES)('sees $name', async ({ name, breaks, seen }, { expect }) => {
    const html = await deckOf(HARMLESS)
    const broken = breaks(html, canary.address())
    expect(broken).not.toBe(html)
    expect((await watched(name, broken))[seen]).not.toEqual([])
  })
})
