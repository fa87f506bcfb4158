import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { readPdf } from '../../src/export/read-pdf.ts'
import { loadPdfReader } from '../../src/util/pdf-reader.ts'
import { oneBrowser } from '../browser/one-browser.ts'

oneBrowser()

const PARTS = Array.from({ length: 14 }, (_, index) => `What harbour ${index + 1} learned from its highest water`)

const ARTICLE = [
  '---\nauthor: Ida Quay\ndate: 14 May 2026\n---\n',
  '# How Fourteen Harbours on Three Coasts Learned to Live With Higher Water, and What Their Keepers Wrote Down\n',
  ...PARTS.map((part) => `## ${part}\n\nThe water rose by nine centimetres in eleven years.\n`),
].join('\n')

test('a long table of contents is on the cover, even on short paper and in large type', async () => {
  const file = new VFile({ path: 'talk.md', value: ARTICLE })
  const { files } = await convert(file, { formats: ['handout'], handout: 'notes', paper: 'letter' })
  expect(file.messages.map(String)).toEqual([])
  const { pages } = await readPdf(await loadPdfReader(), files.get('talk-handout.pdf') ?? new Uint8Array())
  const cover = pages[0]?.join('').replace(/\s/g, '')
  for (const part of PARTS) expect(cover).toContain(part.replace(/\s/g, ''))
})
