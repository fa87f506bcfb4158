import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { afterAll, expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { picturesOn } from '../../src/model/slide-pictures.ts'
import { oneBrowser } from '../browser/one-browser.ts'

const folder = mkdtempSync(join(tmpdir(), 'lectern-posters-'))
writeFileSync(join(folder, 'lock.webm'), readFileSync('slides/showcase/lock.webm'))
writeFileSync(join(folder, 'broken.mp4'), Buffer.concat([Buffer.from('\0\0\0 ftypisom', 'latin1'), Buffer.alloc(64)]))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const browser = oneBrowser()

async function findPosters() {
  const value = '# Locks\n\n## The water settles\n\n![It settles](lock.webm)\n\n## Gone\n\n![Broken](broken.mp4)\n'
  const file = new VFile({ path: 'talk.md', cwd: folder, value })
  const { deck } = await convert(file, { formats: [] }, { browser: browser() })
  const contents = deck.slides.flatMap(picturesOn).map((picture) => ('image' in picture ? picture.content : null))
  return {
    contents,
    titles: deck.slides.flatMap(({ layout, slots }) =>
      layout === 'image' && 'title' in slots ? [slots.title?.text] : [],
    ),
  }
}

test('the poster of a video is its first frame, the same each time, or a drawing if the video cannot be decoded', async () => {
  const { contents, titles } = await findPosters()
  const [video, broken] = contents
  expect(titles).toEqual(['The water settles', 'Gone'])
  expect(video?.data).toMatch(/^data:image\/jpeg;base64,/)
  // A black picture would take half as much.
  expect(video?.data.length).toBeGreaterThan(5000)
  expect(video?.media?.data).toMatch(/^data:video\/webm;base64,/)
  expect(broken?.data).toMatch(/^data:image\/svg\+xml;base64,/)
  expect((await findPosters()).contents).toEqual(contents)
})
