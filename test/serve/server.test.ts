import { once } from 'node:events'
import { request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NoPortError } from '../../src/serve/listen.ts'
import { serve } from '../../src/serve/serve.ts'
import { badRequest } from '../support/bad-requests.mjs'

const PAGE = '<!DOCTYPE html><html><head><title>A deck</title></head><body>the deck</body></html>'
const built = { site: new Map([['index.html', PAGE]]), report: '', faults: [], sources: [] }

const stop = new AbortController()
const state = { port: 0, ended: Promise.resolve() }

function start(port: number | null, signal = stop.signal) {
  return new Promise<{ port: number; ended: Promise<void> }>((opened, failed) => {
    const ended = serve({
      first: built,
      build: async () => built,
      port,
      signal,
      onOpen: (address) => opened({ port: Number(new URL(address).port), ended }),
    }).catch((error) => {
      if (error !== signal.reason) failed(error)
    })
  })
}

beforeAll(async () => Object.assign(state, await start(null)))
afterAll(async () => {
  stop.abort(new Error('done'))
  await state.ended
})

interface Asking {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
}

function ask(path: string, { method = 'GET', headers = {} }: Asking = {}) {
  return new Promise<{ status: number; body: string; headers: Record<string, unknown> }>((resolve, reject) => {
    request({ host: '127.0.0.1', port: state.port, path, method, headers, agent: false }, async (response) => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk)
      resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString(), headers: response.headers })
    })
      .on('error', reject)
      .end()
  })
}

describe('what is served', () => {
  test('is the deck, at two addresses, not to be cached or framed', async () => {
    const { status, body, headers } = await ask('/')
    expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'text/html; charset=utf-8' })
    expect(body.replace(/<meta name="version" content="[\w-]{16}">/, '')).toBe(PAGE)
    expect((await ask('/index.html?speaker')).body).toBe(body)
    expect(headers).toMatchObject({
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
    expect(headers).not.toHaveProperty('access-control-allow-origin')
  })

  test('has only headers for HEAD', async () => {
    expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
  })

  test('has no other file and no folder, however it is requested', async () => {
    for (const path of [
      '/package.json',
      '/../package.json',
      '/%2e%2e/package.json',
      '/.',
      '//',
      '/index.html/',
      '/src/',
    ])
      expect([path, (await ask(path)).status]).toEqual([path, 404])
  })
})

describe('who is answered', () => {
  test.each([
    ['a name that was made to point here', { host: 'evil.example' }],
    ['a name that only begins like ours', { host: 'localhost.evil.example:4321' }],
    ['a number that only begins like ours', { host: '127.0.0.1.evil.example' }],
    ['a site at another port of this machine', { host: 'localhost:9000', origin: 'http://localhost:3000' }],
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a page of no site', { origin: 'null' }],
    ['an image or a script of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
    ['another port of this machine', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }],
  ])('not %s, neither with the page nor with its events', async (_, headers) => {
    for (const path of ['/', '/events']) {
      const { status, body } = await ask(path, { headers })
      expect(status).toBe(403)
      expect(body).not.toContain('deck')
    }
  })

  test('localhost, a tunnel, and links from anywhere', async () => {
    for (const host of [`localhost:${state.port}`, 'localhost:9000', '127.0.0.1', '[::1]:9000'])
      expect(await ask('/', { headers: { host, origin: `http://${host}` } })).toMatchObject({ status: 200 })
    const followed = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
    expect(await ask('/', { headers: followed })).toMatchObject({ status: 200 })
  })

  test('no request that would change something', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])
      expect([method, (await ask('/', { method })).status]).toEqual([method, 405])
  })
})

test('events begin with the version of the page, and reach a hundred pages but not more', async () => {
  const sockets: Socket[] = []
  const listen = async () => {
    const socket = connect(state.port, '127.0.0.1')
    sockets.push(socket)
    socket.write(`GET /events HTTP/1.1\r\nhost: 127.0.0.1:${state.port}\r\n\r\n`)
    return String((await once(socket, 'data'))[0])
  }
  const version = /content="([\w-]{16})"/.exec((await ask('/')).body)?.[1]
  const first = await listen()
  expect(first).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*text\/event-stream/)
  expect(first).toContain(`event: hello\ndata: {"version":"${version}","faults":[]}`)
  for (let count = 1; count < 100; count++) await listen()
  expect(await listen()).toMatch(/^HTTP\/1\.1 503/)
  for (const socket of sockets) socket.destroy()
})

test('bad requests of every kind leave it answering, and reveal nothing of the machine', async () => {
  const leaked: string[] = []
  for (let seed = 0; seed < 300; seed++) {
    const answer = await badRequest(state.port, seed)
    if (/"name": "lectern"|root:x:|the deck/.test(answer)) leaked.push(answer)
  }
  expect(leaked).toEqual([])
  expect(await ask('/')).toMatchObject({ status: 200 })
})

test('a taken port is reported; without one the next free port is found', async () => {
  await expect(start(state.port)).rejects.toThrow(NoPortError)
  await expect(start(state.port)).rejects.toThrow(/^Port \d+ is in use.*--port/)
  const other = new AbortController()
  const { port, ended } = await start(null, other.signal)
  expect(port).not.toBe(state.port)
  other.abort(new Error('done'))
  await ended
})
