import { expect, test } from 'vitest'
import { BrowserDiedError } from '../../src/browser/errors.ts'
import { ProtocolError } from '../../src/browser/puppeteer.ts'
import { type PageOpener, usePage } from '../../src/browser/puppeteer-page.ts'

test('an error of the browser is reported in our words, with a remedy', async () => {
  const refused = new ProtocolError('Protocol error (IO.read): Read failed')
  const opener = {
    browser: { connected: true, waitForTarget: () => new Promise(() => undefined) },
    session: Promise.resolve({ send: () => Promise.reject(refused) }),
    deathSignal: new AbortController().signal,
  } as unknown as PageOpener
  const error = await usePage(opener, async () => undefined).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(BrowserDiedError)
  expect(error).toMatchObject({
    message: expect.stringMatching(/^(?!.*Protocol).*(?:--browser|TMPDIR)/),
    cause: refused,
  })
})
