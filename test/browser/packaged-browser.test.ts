import { describe, expect, test } from 'vitest'
import type { Machine } from '../../src/browser/machine.ts'
import { findPackagedBrowser } from '../../src/browser/packaged-browser.ts'

const linux: Machine = { platform: 'linux', architecture: 'x64', environment: {}, home: '/' }

describe('findPackagedBrowser', () => {
  test.skipIf(process.platform !== 'linux' || process.arch !== 'x64')(
    'finds the archives of the npm package',
    async () => {
      const found = await findPackagedBrowser(linux)
      expect(found?.folder).toMatch(/@sparticuz\/chromium\/bin$/)
      expect(found?.version).toMatch(/^\d+\.\d+\.\d+$/)
    },
  )

  test('finds nothing on machines other than Linux on x64', async () => {
    expect(await findPackagedBrowser({ ...linux, architecture: 'arm64' })).toBeNull()
    expect(await findPackagedBrowser({ ...linux, platform: 'darwin' })).toBeNull()
  })
})
