import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decode } from 'fast-png'
import { VFile } from 'vfile'
import { afterAll, expect, test } from 'vitest'
import { convert } from '../../../src/convert.ts'
import { oneBrowser } from '../../browser/one-browser.ts'
import { all, openPackage } from '../../support/pptx-package.ts'

const browser = oneBrowser()
const folder = mkdtempSync(join(tmpdir(), 'lectern-qr-code-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the QR code is not covered by the logo in the footer, which the event replaces with a strip', async () => {
  const red =
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><rect width="60" height="60" fill="#f00"/></svg>'
  writeFileSync(join(folder, 'mark.svg'), red)
  writeFileSync(
    join(folder, 'event.yaml'),
    'name: Harbour Days\naddress: https://harbour-days.example/2026\nlogo: { light: mark.svg, dark: mark.svg }\n',
  )
  const file = new VFile({ path: join(folder, 'talk.md'), value: '# Tides\n\nThe sea comes and goes twice a day.\n' })
  const { files } = await convert(
    file,
    { formats: ['pptx'], event: join(folder, 'event.yaml') },
    { browser: browser() },
  )
  const pack = openPackage(files.get('talk.pptx') ?? new Uint8Array())
  const codes = [...pack.parts].flatMap(([path, part]) =>
    all(part, 'p:pic')
      .filter((picture) =>
        all(picture, 'p:cNvPr').some(({ attributes }) => attributes.descr === 'harbour-days.example/2026'),
      )
      .flatMap((picture) => all(picture, 'a:blip'))
      .map(({ attributes }) => pack.relationsOf(path).get(attributes['r:embed'] ?? '')?.target ?? ''),
  )
  expect(codes).toHaveLength(1)
  const { data, channels } = decode(pack.bytes.get(codes[0] ?? '') ?? new Uint8Array())
  const isColoured = (_: number, at: number) => at % channels === 0 && data[at] !== data[at + 1]
  expect([...data].filter(isColoured)).toEqual([])
})
