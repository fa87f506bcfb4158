import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { BREACHES } from './breaches.ts'
import { PAYLOADS, type Payload } from './payloads.ts'
import { oneCanary, oneChrome } from './watched.ts'
import { type Trouble, watch } from './watcher.ts'

const NOTHING: Trouble = { ran: [], dialogs: [], requests: [], windows: [], blocked: [] }

const HARMLESS: Payload = {
  name: 'a harmless article',
  path: 'talk.md',
  article: () =>
    '# The diary\n\nShe noted every tide.\n\n## What it holds\n\nThe height, the wind and the ships that waited.\n',
  headings: ['What it holds'],
}

const folder = mkdtempSync(join(tmpdir(), 'lectern-safety-'))
const browser = oneBrowser()
const chrome = oneChrome()
const canary = oneCanary()

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function deckOf({ path, article }: Payload): Promise<{ readonly html: string; readonly headings: string[] }> {
  const file = new VFile({ path, cwd: folder, value: article(canary.address()) })
  const { files } = await convert(file, { formats: ['html', 'json'] }, { browser: browser() })
  const [html = '', json = ''] = ['talk.html', 'talk.json'].map((name) => new TextDecoder().decode(files.get(name)))
  return { html, headings: JSON.parse(json).article.headings.map(({ text }: { text: string }) => text) }
}

function watched(name: string, html: string): Promise<Trouble> {
  const path = join(folder, `${name.replace(/\W+/g, '-').slice(0, 60)}.html`)
  writeFileSync(path, html)
  return watch(chrome(), path)
}

describe('an article is data: nothing in it runs, opens a window or requests anything', () => {
  test.concurrent.for(PAYLOADS)('$name', async (payload, { expect }) => {
    const { html, headings } = await deckOf(payload)
    expect(headings).toEqual(expect.arrayContaining([...payload.headings]))
    expect(await watched(payload.name, html)).toEqual(NOTHING)
  })

  test('the same holds during the build', () => {
    expect(canary.asked).toEqual([])
  })
})

describe('the watcher', () => {
  const harmless = { html: '' }
  beforeAll(async () => Object.assign(harmless, await deckOf(HARMLESS)))

  test('finds nothing in a harmless deck', async () => {
    expect(await watched('harmless', harmless.html)).toEqual(NOTHING)
  })

  test.concurrent.for(BREACHES)('sees $name', async ({ name, breaks, seen }, { expect }) => {
    const broken = breaks(harmless.html, canary.address())
    expect(broken).not.toBe(harmless.html)
    expect((await watched(name, broken))[seen]).not.toEqual([])
  })
})
