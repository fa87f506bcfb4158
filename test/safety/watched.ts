import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll } from 'vitest'
import { withChrome } from '../support/chrome.ts'

/**
 * Launches one ordinary browser for all the tests of a file. Returns a function that returns it, for use inside tests.
 */
export function oneChrome(): () => Browser {
  const state: { browser?: Browser; release?: () => void; closed?: Promise<void> } = {}
  beforeAll(async () => {
    await new Promise<void>((lent, failed) => {
      state.closed = withChrome((browser) => {
        state.browser = browser
        lent()
        return new Promise<void>((release) => {
          state.release = release
        })
      })
      state.closed.catch(failed)
    })
  })
  afterAll(async () => {
    state.release?.()
    await state.closed
  })
  return () => {
    if (state.browser === undefined) throw new Error('The browser is lent to tests alone.')
    return state.browser
  }
}

/** A server on this machine that nobody should contact. */
export interface Canary {
  /** Its address, without a slash at the end. */
  address(): string
  /** The paths that were requested. */
  readonly asked: readonly string[]
}

/** Runs a canary server for all the tests of a file. */
export function oneCanary(): Canary {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(200, { 'content-type': 'image/png', 'access-control-allow-origin': '*' }).end()
  })
  beforeAll(() => new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening)))
  afterAll(() => new Promise<void>((closed) => server.close(() => closed())))
  return { asked, address: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
