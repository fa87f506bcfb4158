import { createServer } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { allowServers } from '../../src/fetch/allowed-servers.ts'
import { FetchError } from '../../src/fetch/fetch-error.ts'
import { webImages } from '../../src/fetch/fetch-images.ts'
import { fetchPage } from '../../src/fetch/fetch-page.ts'
import { FETCH_LIMITS, type FetchLimits } from '../../src/fetch/limits.ts'
import { isPublic } from '../../src/fetch/public-address.ts'
import { ARTICLE, servers } from './server.ts'

const serve = servers()
const { signal } = new AbortController()

/**
 * In these tests 127.0.0.2 represents a server on the internet; all other addresses of this machine are private as
 * usual.
 */
const INTERNET = '127.0.0.2'
const isAllowed = (address: string) => address === INTERNET || isPublic(address)

const SMALL: FetchLimits = {
  ...FETCH_LIMITS,
  pageBytes: 256 * 1024,
  imageBytes: 64 * 1024,
  pageTime: 30_000,
  imageTime: 30_000,
}

/** A delay for slow servers. */
const SHORT: FetchLimits = { ...SMALL, pageTime: 1_000, imageTime: 500 }

function names(table: Readonly<Record<string, readonly string[]>>) {
  const asked: string[] = []
  const resolve = async (host: string) => {
    asked.push(host)
    const list = table[host] ?? []
    // Returns the next of the list each time, and the last one for ever.
    const turn = Math.min(asked.filter((each) => each === host).length, list.length) - 1
    const addresses = list[turn]?.split(' ') ?? []
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  }
  return { asked, resolve }
}

const usual = allowServers({ trustedUrl: null, isAllowed, resolve: names({ 'a.test': [INTERNET] }).resolve })

async function refusal(work: Promise<unknown>): Promise<string> {
  const outcome = await work.then(
    () => null,
    (error: unknown) => error,
  )
  expect(outcome).toBeInstanceOf(FetchError)
  return outcome instanceof Error ? outcome.message : ''
}

function page(
  url: string,
  { reach: servers = usual, limits = SMALL }: { reach?: typeof usual; limits?: FetchLimits } = {},
) {
  return fetchPage(new URL(url), { servers, signal, limits })
}

test('a page behind redirects is fetched, with its type and encoding', async () => {
  const { port } = await serve((request, response) => {
    if (request.url === '/one') return response.writeHead(301, { location: '/two' }).end()
    if (request.url === '/two') return response.writeHead(307, { location: `http://a.test:${port}/three?x#y` }).end()
    const body = Buffer.from('# Größe', 'latin1')
    return response
      .writeHead(200, { 'content-type': 'text/markdown; charset=iso-8859-1', 'content-encoding': 'gzip' })
      .end(gzipSync(body))
  }, INTERNET)
  const { bytes, url, extension } = await page(`http://a.test:${port}/one`)
  expect(url.pathname).toBe('/three')
  expect(extension).toBe('.md')
  expect(new TextDecoder().decode(bytes)).toBe('# Größe')
})

describe('private addresses', () => {
  const PRIVATE = [
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '127.1',
    '0.0.0.0',
    '0',
    '10.0.0.8',
    '169.254.169.254',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[fe80::1]',
    '[fd00:ec2::254]',
    '[64:ff9b::7f00:1]',
    'inner.test',
    'mixed.test',
    '%31%32%37.0.0.1',
    '[::ffff:0:127.0.0.1]',
  ]
  const { resolve } = names({ 'a.test': [INTERNET], 'inner.test': ['192.168.0.9'], 'mixed.test': [`${INTERNET} ::1`] })
  const servers = allowServers({ trustedUrl: null, isAllowed, resolve })

  test.each(PRIVATE)('%s is not contacted, whether typed, redirected to or the address of an image', async (host) => {
    const secret = await serve((_, response) => response.end('secret'))
    const target = `http://${host}:${secret.port}/`
    const open = await serve((_, response) => response.writeHead(302, { location: target }).end(), INTERNET)
    expect(await refusal(page(target, { reach: servers }))).toMatch(
      /private address.*not contacted\. .*--allow-private/,
    )
    expect(await refusal(page(`http://a.test:${open.port}/`, { reach: servers }))).toMatch(/private address/)
    const images = webImages(new URL(`http://a.test:${open.port}/`), { servers, signal, limits: SMALL })
    for (const address of [target, 'redirected.png'])
      expect(await images.bytesAt(address)).toMatchObject({
        ruleId: 'image-remote',
        remedy: expect.stringMatching(/private address/),
      })
    expect(secret.asked).toEqual([])
    expect(images.fetchedUrls).toEqual([])
  })

  test('--allow-private allows the server that was named, and no other', async () => {
    const other = await serve((_, response) => response.end('secret'))
    const home = await serve((request, response) => {
      if (request.url === '/away') return response.writeHead(302, { location: `http://127.0.0.1:${other.port}/` }).end()
      return response.writeHead(200, { 'content-type': 'text/html' }).end(ARTICLE)
    })
    const address = new URL(`http://127.0.0.1:${home.port}/`)
    const own = allowServers({ trustedUrl: address })
    expect((await page(address.href, { reach: own })).bytes).toHaveLength(Buffer.byteLength(ARTICLE))
    expect(await refusal(page(`${address.href}away`, { reach: own }))).toMatch(/only the server that you typed/)
    expect(await refusal(page(`http://localhost:${home.port}/`, { reach: own }))).toMatch(/private address/)
    expect(other.asked).toEqual([])
  })

  test('a name that changes its address between the check and the connection', async () => {
    const secret = await serve((_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('secret'))
    const open = await serve(
      (_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('open'),
      INTERNET,
      secret.port,
    )
    const { asked, resolve } = names({ 'rebind.test': [INTERNET, '127.0.0.1'] })
    const reach = allowServers({ trustedUrl: null, isAllowed, resolve })
    const url = `http://rebind.test:${open.port}/talk.txt`
    expect(new TextDecoder().decode((await page(url, { reach })).bytes)).toBe('open')
    expect(asked).toEqual(['rebind.test'])
    // On the second lookup, the name has its other address, which is checked again.
    expect(await refusal(page(url, { reach }))).toMatch(/rebind\.test resolves to 127\.0\.0\.1, a private address/)
    expect(secret.asked).toEqual([])
  })
})

describe('endless answers', () => {
  const HTML = { 'content-type': 'text/html' }

  test('a body that never ends', async () => {
    const { port } = await serve((_, response) => {
      response.writeHead(200, HTML)
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(64 * 1024, 'a')));
        if (!response.destroyed) response.once('drain', more)
      }
      more()
    }, INTERNET)
    expect(await refusal(page(`http://a.test:${port}/`))).toMatch(/larger than 256 KB/)
  })

  test('a body whose announced length is too long', async () => {
    const { port } = await serve(
      (_, response) => response.writeHead(200, { ...HTML, 'content-length': '999999999999' }).flushHeaders(),
      INTERNET,
    )
    expect(await refusal(page(`http://a.test:${port}/`))).toMatch(/larger than 256 KB/)
  })

  test('a body that trickles in', async () => {
    const { port } = await serve((_, response) => {
      response.writeHead(200, HTML)
      const timer = setInterval(() => response.write('a'), 50)
      response.on('close', () => clearInterval(timer))
    }, INTERNET)
    expect(await refusal(page(`http://a.test:${port}/`, { limits: SHORT }))).toMatch(/more than 1 seconds/)
    const images = webImages(new URL(`http://a.test:${port}/`), {
      servers: usual,
      signal,
      limits: { ...SHORT, allImagesTime: 700 },
    })
    for (const name of ['a.png', 'b.png', 'c.png'])
      expect(await images.bytesAt(name)).toMatchObject({ ruleId: 'image-remote' })
    expect(await images.bytesAt('d.png')).toMatchObject({
      remedy: expect.stringMatching(/Fetching all the images takes too long/),
    })
  })

  test('a server that never answers, and a resolver that never does', async () => {
    const { port } = await serve(() => undefined, INTERNET)
    expect(await refusal(page(`http://a.test:${port}/`, { limits: SHORT }))).toMatch(/more than 1 seconds/)
    const reach = allowServers({ trustedUrl: null, isAllowed, resolve: () => new Promise(() => undefined) })
    expect(await refusal(page(`http://a.test:${port}/`, { reach, limits: SHORT }))).toMatch(/more than 1 seconds/)
  })

  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('a %s bomb', async (encoding, pack) => {
    const bomb = pack(Buffer.alloc(64 * 1024 * 1024))
    const { port } = await serve(
      (_, response) => response.writeHead(200, { ...HTML, 'content-encoding': encoding }).end(bomb),
      INTERNET,
    )
    const before = process.memoryUsage().arrayBuffers
    expect(await refusal(page(`http://a.test:${port}/`))).toMatch(/larger than 256 KB/)
    // Half the bomb: what is unpacked before the limit stays in memory until the next garbage collection.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024)
    const images = webImages(new URL(`http://a.test:${port}/`), { servers: usual, signal, limits: SMALL })
    expect(await images.bytesAt('a.png')).toMatchObject({ remedy: expect.stringMatching(/larger than 64 KB/) })
  })

  test('nested compression, and data that unpacks to nothing for ever', async () => {
    const empty = gzipSync('')
    const { port } = await serve((request, response) => {
      if (request.url === '/twice')
        return response.writeHead(200, { ...HTML, 'content-encoding': 'gzip, gzip' }).end('x')
      response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' })
      const many = Buffer.concat(Array.from({ length: 2_000 }, () => empty))
      const more = () => {
        while (!response.destroyed && response.write(many));
        if (!response.destroyed) response.once('drain', more)
      }
      return more()
    }, INTERNET)
    expect(await refusal(page(`http://a.test:${port}/twice`))).toMatch(/compression of the response is not supported/)
    expect(await refusal(page(`http://a.test:${port}/empty`))).toMatch(/larger than 256 KB/)
  })

  test('redirect loops, and endless new redirects', async () => {
    const { port, asked } = await serve((request, response) => {
      const next = request.url === '/ring' ? '/ring' : `/${Number(request.url?.slice(1)) + 1}`
      response.writeHead(302, { location: next }).end()
    }, INTERNET)
    expect(await refusal(page(`http://a.test:${port}/ring`))).toMatch(/redirects more than 5 times/)
    expect(await refusal(page(`http://a.test:${port}/1`))).toMatch(/redirects more than 5 times/)
    expect(asked.length).toBe(12)
  })

  test('endless headers', async () => {
    const { port } = await serve((_, response) => {
      response.socket?.write('HTTP/1.1 200 OK\r\n')
      const timer = setInterval(() => response.socket?.write(`x-${'a'.repeat(1_000)}: b\r\n`.repeat(50)), 10)
      response.socket?.on('close', () => clearInterval(timer))
    }, INTERNET)
    expect(await refusal(page(`http://a.test:${port}/`))).toMatch(/not a web server/)
  })
})

/** A server that answers each request with bytes of its own, and continues to write others until the client leaves. */
function writing(first: string, again: string) {
  return serve(({ socket }) => {
    socket.write(first)
    const timer = setInterval(() => socket.write(again), 5)
    socket.on('error', () => undefined).on('close', () => clearInterval(timer))
  }, INTERNET)
}

describe('answers that never come to the point', () => {
  test.each([
    ['interim answers', '', 'HTTP/1.1 102 Processing\r\n\r\n'.repeat(200), /took more than 1 seconds/],
    [
      'extensions of a chunk',
      'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ntransfer-encoding: chunked\r\n\r\n5',
      `;${'a'.repeat(2_000)}=b`.repeat(20),
      /closed the connection too early/,
    ],
    [
      'trailers after the last chunk',
      'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ntransfer-encoding: chunked\r\n\r\n0\r\n',
      `x-${'a'.repeat(1_000)}: b\r\n`.repeat(50),
      /closed the connection too early/,
    ],
  ])('endless %s', async (_, first, again, reason) => {
    const { port } = await writing(first, again)
    expect(await refusal(page(`http://a.test:${port}/`, { limits: SHORT }))).toMatch(reason)
  })

  test('many images at once, each of which trickles in, share one time limit', async () => {
    const { port } = await writing('HTTP/1.1 200 OK\r\ncontent-type: image/png\r\n\r\n', 'a')
    const limits = { ...SMALL, imageTime: 400, allImagesTime: 1_000 }
    const images = webImages(new URL(`http://a.test:${port}/`), { servers: usual, signal, limits })
    const found = []
    for (let number = 0; number < 8; number++) found.push(await images.bytesAt(`${number}.png`))
    expect(found.map((each) => ('remedy' in each ? each.remedy : ''))).toEqual([
      ...Array.from({ length: 2 }, () => expect.stringMatching(/took more than 0.4 seconds/)),
      ...Array.from({ length: 6 }, () => expect.stringMatching(/Fetching all the images takes too long/)),
    ])
  })
})

describe('answers that are not articles', () => {
  test.each([
    ['image/png', /is image\/png, not a web page/],
    ['application/javascript', /is application\/javascript/],
    ['video/mp4', /is video\/mp4/],
    ['text/html\u00e9; x', /does not state whether/],
    ['application/octet-stream', /is application\/octet-stream/],
  ])('of the type %s', async (type, reason) => {
    const { port } = await serve(
      (_, response) => response.writeHead(200, { 'content-type': type }).end(ARTICLE),
      INTERNET,
    )
    expect(await refusal(page(`http://a.test:${port}/talk`))).toMatch(reason)
  })

  test.each([
    [401, undefined, /answered 401 Unauthorized\. Open the page in a browser/],
    [404, undefined, /answered 404 Not Found\. Check the address/],
    [500, undefined, /answered 500/],
    [204, undefined, /answered 204/],
    [302, undefined, /redirects to an invalid address/],
    [302, 'http://[', /redirects to an invalid address/],
    [302, 'file:///etc/passwd', /Only http and https addresses are fetched, not file/],
    [302, 'data:text/html,secret', /not data/],
    [302, 'http://me:secret@a.test/', /contains a user name or password/],
  ])('status %i from %s', async (status, location, reason) => {
    const { port } = await serve(
      (_, response) => response.writeHead(status, location === undefined ? {} : { location }).end(),
      INTERNET,
    )
    const message = await refusal(page(`http://a.test:${port}/`))
    expect(message).toMatch(reason)
    expect(message).not.toContain('secret')
  })

  test('something other than HTTP, and an answer that breaks off', async () => {
    const { port } = await serve((request, response) => {
      if (request.url === '/garbage') return response.socket?.end('SSH-2.0-server\r\n')
      if (request.url === '/upgrade')
        return response.socket?.end('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n')
      response.writeHead(200, {
        'content-type': 'text/html',
        'content-length': '1000',
        ...(request.url === '/packed' && { 'content-encoding': 'gzip' }),
      })
      response.write(request.url === '/packed' ? 'no gzip at all' : 'half a page')
      // The damage must be noticed before the connection closes.
      return setTimeout(() => response.destroy(), request.url === '/packed' ? 2_000 : 20)
    }, INTERNET)
    expect(await refusal(page(`http://a.test:${port}/garbage`))).toMatch(/not a web server/)
    expect(await refusal(page(`http://a.test:${port}/upgrade`))).toMatch(/no response|broke/)
    expect(await refusal(page(`http://a.test:${port}/half`))).toMatch(/closed the connection too early/)
    expect(await refusal(page(`http://a.test:${port}/packed`))).toMatch(/compressed response is damaged/)
  })

  test('a plain server behind an https address, and one that hangs up', async () => {
    const quiet = createServer((socket) => socket.destroy())
    await new Promise<void>((listening) => quiet.listen(0, INTERNET, listening))
    const address = quiet.address()
    const port = typeof address === 'object' ? address?.port : 0
    expect(await refusal(page(`http://a.test:${port}/`))).toMatch(/closed the connection too early|no response/)
    expect(await refusal(page(`https://a.test:${port}/`))).toMatch(/closed the connection too early|no response|failed/)
    quiet.close()
    expect(await refusal(page('http://nowhere.test/'))).toMatch(/No server has this name/)
  })
})
