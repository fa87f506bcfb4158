import puppeteer from 'puppeteer-core'
import { expect, test } from 'vitest'
import { flags } from '../../src/browser/flags.ts'

test('a browser is started with all that Puppeteer would start it with, but for a page that nobody asked for', () => {
  const theirs = puppeteer.defaultArgs({ headless: true, userDataDir: '/profile' })
  const ours = flags({ profile: '/profile', sandbox: 'kept' })
  expect(theirs.filter((flag) => !ours.includes(flag))).toEqual(['about:blank'])
})
