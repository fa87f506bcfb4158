import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { afterAll, expect, test } from 'vitest'
import { convert } from '../../../src/convert.ts'
import { oneBrowser } from '../../browser/one-browser.ts'
import { png } from '../../illustrate/images.ts'
import { openPackage } from '../../support/pptx-package.ts'

const browser = oneBrowser()
const folder = mkdtempSync(join(tmpdir(), 'lectern-pptx-backgrounds-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Makes a photograph as JPEG. */
const photograph = () =>
  browser().withPage(async (page) => {
    await page.show('<!doctype html><title>T</title>')
    const data = await page.evaluate(() => {
      const canvas = document.createElement('canvas')
      canvas.width = 160
      canvas.height = 90
      const context = canvas.getContext('2d')
      for (let x = 0; x < 160; x++) {
        if (context) context.fillStyle = `hsl(${x * 2} 60% 40%)`
        context?.fillRect(x, 0, 1, 90)
      }
      return canvas.toDataURL('image/jpeg').replace(/^.*,/, '')
    })
    return Buffer.from(data, 'base64')
  })

test('a photograph behind slides is a JPEG, and a drawing a PNG', async () => {
  writeFileSync(join(folder, 'quay.jpg'), await photograph())
  writeFileSync(join(folder, 'grid.png'), png(160, 90))
  const value =
    '---\nbackground: { title: quay.jpg, points: grid.png }\n---\n\n# Tides\n\n- The moon pulls\n- The sun pulls\n'
  const file = new VFile({ path: join(folder, 'talk.md'), value })
  const { files } = await convert(file, { formats: ['pptx'] }, { browser: browser() })
  const pack = openPackage(files.get('talk.pptx') ?? new Uint8Array())
  const media = [...pack.bytes].filter(([path]) => path.startsWith('ppt/media/'))
  const startsOf = (extension: string) =>
    media
      .filter(([path]) => path.endsWith(extension))
      .map(([, bytes]) => Buffer.from(bytes.subarray(0, 2)).toString('hex'))
  expect(startsOf('.jpeg')).toEqual(['ffd8'])
  expect(startsOf('.png')).toEqual(['8950'])
  const types = new TextDecoder().decode(pack.bytes.get('[Content_Types].xml'))
  expect(types).toMatch(/image\/jpeg/)
})
