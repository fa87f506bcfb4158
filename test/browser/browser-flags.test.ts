import puppeteer from 'puppeteer-core'
import { expect, test } from 'vitest'
import { browserFlags } from '../../src/browser/browser-flags.ts'

test('a browser is started with the flags that Puppeteer uses, except the one that opens a page', () => {
  const theirs = puppeteer.defaultArgs({ headless: true, userDataDir: '/profile' })
  const ours = browserFlags({ profile: '/profile', sandbox: 'on' })
  expect(theirs.filter((flag) => !ours.includes(flag))).toEqual(['about:blank'])
})
