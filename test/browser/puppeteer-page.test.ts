import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { decode } from 'fast-png'
import { describe, expect, test } from 'vitest'
import type { BrowserPage } from '../../src/browser/browser-page.ts'
import { oneBrowser } from './one-browser.ts'

const FONT = readFileSync(
  new URL('../../node_modules/@fontsource/newsreader/files/newsreader-latin-400-normal.woff2', import.meta.url),
).toString('base64')

const face = (family: string) =>
  `@font-face { font-family: ${family}; src: url(data:font/woff2;base64,${FONT}) format('woff2') }`

const SQUARE = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"/>')}`

describe('a browser page', () => {
  const browser = oneBrowser('new')
  const inPage = <T>(use: (page: BrowserPage) => Promise<T>) => browser().withPage(use)

  test('shows a document at the size of the canvas', async () => {
    const seen = await inPage(async (page) => {
      await page.show('<!doctype html><html lang="de"><title>Größe 😀</title><p>x')
      return page.evaluate(() => [
        document.title,
        document.documentElement.lang,
        innerWidth,
        innerHeight,
        devicePixelRatio,
      ])
    })
    expect(seen).toEqual(['Größe 😀', 'de', 1280, 720, 1])
  })

  test('captures areas of a document, transparent where nothing is drawn, with the same bytes each time', async () => {
    const lines = Array.from({ length: 40 }, (_, at) => `<path d="M${at * 13.37} 0v200" stroke="#284" opacity=".3"/>`)
    const html =
      '<!doctype html><style>body { margin: 0; width: 1280px } svg { display: block; margin: 900px 0 0 300.4px }</style>' +
      `<svg width="540" height="200">${lines.join('')}<rect x="10" y="10" width="80" height="50" fill="#c00"/></svg>`
    const areas = [
      { left: 300.4, top: 900, width: 540, height: 200 },
      { left: 312, top: 912, width: 20, height: 10 },
    ]
    const taken = await inPage(async (page) => {
      await page.show(html)
      const pictures = [
        await page.captureAreas(areas, 3),
        await page.captureAreas(areas, 3),
        await page.captureAreas(areas, 3),
      ]
      return { pictures, after: await page.evaluate(() => [innerWidth, innerHeight, devicePixelRatio]) }
    })
    const [first = [], ...others] = taken.pictures
    for (const other of others) expect(other.map(sha)).toEqual(first.map(sha))
    const [drawing, part] = first.map((png) => decode(png))
    expect([drawing?.width, drawing?.height]).toEqual([1621, 600])
    expect(drawing?.data.slice(-4)).toEqual(Uint8Array.of(0, 0, 0, 0))
    expect([part?.width, part?.height]).toEqual([60, 30])
    for (let at = 0; at < 60 * 30 * 4; at += 4)
      expect([...(part?.data.slice(at, at + 4) ?? [])]).toEqual([204, 0, 0, 255])
    expect(taken.after).toEqual([1280, 720, 1])
  })

  test('puts another body under the same head, in the same document, with its fonts and images ready', async () => {
    const head = `<!doctype html><html lang="en"><head><style>${face('Own')} p { font: 40px Own, monospace }</style></head><body>`
    const mark = () => {
      const own = Reflect.get(window, 'mark') === true
      Reflect.set(window, 'mark', true)
      const image = document.images[0]
      return [own, document.body.textContent, document.fonts.check('40px Own'), image?.naturalWidth ?? null, scrollY]
    }
    const seen = await inPage(async (page) => {
      const states: unknown[] = []
      for (const [opening, body] of [
        [head, `<p>one</p><img src='${SQUARE}'><p style="height: 3000px">`],
        [head, `<p>two <b>😀</b></p><img src='${SQUARE}'>`],
        [head.replace('en', 'de'), '<p>three</p>'],
      ] as const) {
        await page.show({ head: opening, body })
        states.push(await page.evaluate(mark))
        await page.evaluate(() => scrollTo(0, 500))
      }
      await page.show('<!doctype html><p>four')
      states.push(await page.evaluate(mark))
      return states
    })
    expect(seen).toEqual([
      [false, 'one', true, 90, 0],
      [true, 'two 😀', true, 90, 0],
      [false, 'three', true, null, 0],
      [false, 'four', true, null, 0],
    ])
  })

  test('shows a body longer than one message may be', async () => {
    const size = await inPage(async (page) => {
      await page.show({
        head: '<!doctype html><html><head></head><body>',
        body: `<p hidden>${'é😀'.repeat(6_000_000)}</p>`,
      })
      return page.evaluate(() => document.body.textContent?.length)
    })
    expect(size).toBe(18_000_000)
  })

  test('shows a document at another size', async () => {
    const size = await inPage(async (page) => {
      await page.show('<!doctype html><p>x', { width: 960, height: 720 })
      return page.evaluate(() => [innerWidth, innerHeight])
    })
    expect(size).toEqual([960, 720])
  })

  test('has the fonts and images of a document as soon as it is shown', async () => {
    const seen = await inPage(async (page) => {
      await page.show(
        `<!doctype html><style>${face('One')} ${face('Two')} ${face('Unused')} p { font: 40px One } b { font-family: Two }</style>
        <p>Some <b>words</b></p><div style="height: 9000px"></div><img loading="lazy" src="${SQUARE}">`,
      )
      return page.evaluate(() => ({
        fonts: ['One', 'Two'].map((family) => document.fonts.check(`40px ${family}`)),
        pending: document.fonts.status,
        width: document.images[0]?.naturalWidth,
      }))
    })
    expect(seen).toEqual({ fonts: [true, true], pending: 'loaded', width: 90 })
  })

  test('passes arguments and results as data', async () => {
    const sum = await inPage((page) =>
      page.evaluate(async (words: string[], more: { n: number }) => [...words, more.n], ['a'], { n: 1 }),
    )
    expect(sum).toEqual(['a', 1])
  })

  test('reports what a function threw', async () => {
    const failing = inPage((page) =>
      page.evaluate(() => {
        throw new TypeError('no such slide')
      }),
    )
    await expect(failing).rejects.toThrow('no such slide')
  })

  test('forgets a document when it shows the next', async () => {
    const left = await inPage(async (page) => {
      await page.show(
        '<meta http-equiv=Content-Security-Policy content="img-src \'none\'"><script>var kept = 1</script><p>one',
      )
      await page.show(`<p>two<img src="${SQUARE}">`)
      return page.evaluate(() => [document.body.textContent, 'kept' in window, document.images[0]?.naturalWidth])
    })
    expect(left).toEqual(['two', false, 90])
  })

  test('shows a document that goes to the browser in pieces', async () => {
    const seen = await inPage(async (page) => {
      await page.show(`<!doctype html><script type="text/plain">${'x'.repeat(2 ** 24)}</script><p>end`)
      return page.evaluate(() => [
        document.compatMode,
        document.querySelector('script')?.textContent?.length,
        document.querySelector('p')?.textContent,
      ])
    })
    expect(seen).toEqual(['CSS1Compat', 2 ** 24, 'end'])
  })

  test('loads nothing and contacts nobody', async () => {
    const reached: string[] = []
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', (bytes) => {
        reached.push(bytes.toString().split('\r\n')[0] ?? '')
        socket.end(
          'HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\naccess-control-allow-origin: *\r\n\r\nhi',
        )
      })
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    try {
      const read = await inPage(async (page) => {
        await page.show(requestingDocument(`http://127.0.0.1:${port}`, `http://localhost:${port}`))
        return page.evaluate(readFrom, `http://127.0.0.1:${port}`)
      })
      expect(read).toEqual({
        fetch: 'refused',
        worker: 'refused',
        socket: 'refused',
        module: 'refused',
        file: 'refused',
      })
      expect(reached).toEqual([])
    } finally {
      await new Promise((closed) => server.close(closed))
    }
  })

  test('cannot be navigated away', async () => {
    const text = await inPage(async (page) => {
      await page.show(
        '<meta http-equiv=refresh content="0;url=file:///etc/passwd"><a href="file:///etc/passwd">x</a><p>here',
      )
      await page.evaluate(() => document.querySelector('a')?.click())
      return page.evaluate(() => document.body.textContent ?? '')
    })
    expect(text).not.toContain('root:')
  })

  test('is not held up by dialogs', async () => {
    const answers = await inPage(async (page) => {
      await page.show('<script>alert(1); onbeforeunload = () => "stay"</script><p>x')
      return page.evaluate(() => [confirm('sure?'), prompt('name?')])
    })
    expect(answers).toEqual([false, null])
  })

  test('is closed afterwards, even if the work fails', async () => {
    const kept: BrowserPage[] = []
    const failing = inPage(async (page) => {
      kept.push(page)
      throw new Error('of the user')
    })
    await expect(failing).rejects.toThrow('of the user')
    await expect(kept[0]?.evaluate(() => 1)).rejects.toThrow()
  })

  test('can be open beside many others', async () => {
    const texts = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        inPage(async (page) => {
          await page.show(`<p>${index}`)
          return page.evaluate(() => document.body.textContent)
        }),
      ),
    )
    expect(texts).toEqual(Array.from({ length: 12 }, (_, index) => String(index)))
  })

  test('a function that takes too long is stopped, and the page can be used again', async () => {
    await inPage(async (page) => {
      await page.show('<p>One</p>')
      const task = () => {
        for (;;);
      }
      expect(await page.evaluateWithin(300, task)).toBeNull()
      await page.show('<p>Two</p>')
      expect(await page.evaluateWithin(60_000, () => document.body.textContent)).toBe('Two')
    })
  })

  test('a document that was only measured can still be examined, and the next one is shown', async () => {
    const heightOf = () => document.querySelector('p')?.getBoundingClientRect().height
    await inPage(async (page) => {
      for (const height of [40, 70]) {
        await page.show({ head: '<!doctype html><body>', body: `<p style="height:${height}px">` })
        expect(await page.evaluateUnpainted(heightOf)).toBe(height)
        expect(await page.evaluate(heightOf)).toBe(height)
      }
    })
  })
})

function sha(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Writes a document that requests files in every way that a page can. */
function requestingDocument(numeric: string, named: string): string {
  return `<!doctype html><link rel=stylesheet href="${numeric}/css"><link rel=preload as=image href="${named}/preload">
    <link rel=preconnect href="${named}"><link rel=prefetch href="${numeric}/prefetch">
    <style>@import url(${numeric}/import); body { background: url(${named}/background) } p { font-family: far }
    @font-face { font-family: far; src: url(${named}/font) }</style><p>x
    <img src="${numeric}/image"><img src="file:///etc/passwd"><video src="${numeric}/video" autoplay></video>
    <iframe src="${numeric}/frame"></iframe><iframe srcdoc="<img src='${numeric}/in-frame'>"></iframe>
    <iframe src="data:text/html,<script>fetch('${numeric}/from-data')</script>"></iframe>
    <object data="${numeric}/object"></object><embed src="file:///etc/passwd">
    <script>open('${numeric}/window'); navigator.sendBeacon('${numeric}/beacon', 'x'); new EventSource('${named}/events')</script>`
}

/** Returns what a script gets from a server in each way. Runs in the page and closes over nothing. */
async function readFrom(server: string) {
  const outcome = (work: Promise<unknown>) =>
    work.then(
      (value) => `read ${value}`,
      () => 'refused',
    )
  const socket = new Promise((opened, failed) => {
    const { onopen, onerror } = { onopen: opened, onerror: failed }
    Object.assign(new WebSocket(`${server.replace('http', 'ws')}/socket`), { onopen, onerror })
  })
  const source = `fetch('${server}/worker').then((reply) => reply.text()).then((text) => postMessage(text), () => postMessage(null))`
  const worker = new Promise((read, failed) => {
    const onmessage = ({ data }: { data: string | null }) => (data === null ? failed() : read(data))
    Object.assign(new Worker(URL.createObjectURL(new Blob([source]))), { onmessage, onerror: failed })
  })
  return {
    fetch: await outcome(fetch(`${server}/fetch`).then((reply) => reply.text())),
    file: await outcome(fetch('file:///etc/passwd').then((reply) => reply.text())),
    module: await outcome(new Function('address', 'return import(address)')(`${server}/module.js`)),
    socket: await outcome(socket),
    worker: await outcome(worker),
  }
}
