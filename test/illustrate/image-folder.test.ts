import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folderOf } from '../../src/illustrate/image-folder.ts'
import { LIMITS } from '../../src/illustrate/limits.ts'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'lectern-images-')))
const at = (...names: readonly string[]) => join(root, ...names)

beforeAll(() => {
  mkdirSync(at('talk', 'img'), { recursive: true })
  mkdirSync(at('talk-secret'))
  writeFileSync(at('talk', 'img', 'chart.png'), 'chart')
  writeFileSync(at('talk-secret', 'secret.png'), 'secret')
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

const folder = folderOf(new VFile({ path: 'talk/talk.md', cwd: root }))

/** Returns the text of the file at a path, or the rule that it breaks. */
async function textOrRule(...names: readonly string[]): Promise<string | undefined> {
  const bytes = await folder?.read(names)
  return bytes instanceof Uint8Array ? Buffer.from(bytes).toString() : bytes?.ruleId
}

test('a file in the folder of the article is read', async () => {
  expect(await textOrRule('img', 'chart.png')).toBe('chart')
})

test('an article from standard input has no folder', () => {
  expect(folderOf(new VFile({ path: '-' }))).toBeNull()
  expect(folderOf(new VFile())).toBeNull()
})

test('a file that does not exist is missing', async () => {
  expect(await textOrRule('lost.png')).toBe('image-missing')
  expect(await textOrRule('img', 'chart.png', 'more.png')).toBe('image-missing')
  expect(await textOrRule('x'.repeat(5000))).toBe('image-missing')
})

describe('a file outside the folder', () => {
  test('is not read by a path', async () => {
    expect(await textOrRule('..', 'talk-secret', 'secret.png')).toBe('image-outside')
  })

  test('is not read by a link to a file or to a folder', async () => {
    symlinkSync(at('talk-secret', 'secret.png'), at('talk', 'link.png'))
    symlinkSync(at('talk-secret'), at('talk', 'link'))
    expect(await textOrRule('link.png')).toBe('image-outside')
    expect(await textOrRule('link', 'secret.png')).toBe('image-outside')
  })
})

test('a link that stays inside the folder is followed, and a circular one counts as missing', async () => {
  symlinkSync(at('talk', 'img', 'chart.png'), at('talk', 'same.png'))
  symlinkSync(at('talk', 'round.png'), at('talk', 'round.png'))
  expect(await textOrRule('same.png')).toBe('chart')
  expect(await textOrRule('round.png')).toBe('image-missing')
})

test('an article that is reached by a link still has its images', async () => {
  symlinkSync(at('talk'), at('talk-link'))
  const linked = folderOf(new VFile({ path: 'talk-link/talk.md', cwd: root }))
  expect(await linked?.read(['img', 'chart.png'])).toBeInstanceOf(Uint8Array)
})

describe('a path is not read if it leads to', () => {
  test('a folder', async () => expect(await textOrRule('img')).toBe('image-unreadable'))

  test.skipIf(process.platform === 'win32')('a pipe that nobody writes to', async () => {
    execFileSync('mkfifo', [at('talk', 'pipe.png')])
    expect(await textOrRule('pipe.png')).toBe('image-unreadable')
  })
})

test('a file over the limit is not read', async () => {
  writeFileSync(at('talk', 'huge.png'), '')
  truncateSync(at('talk', 'huge.png'), LIMITS.bytes + 1)
  expect(await textOrRule('huge.png')).toBe('image-too-large')
})

describe('a root folder above the article', () => {
  const withRoot = (path: string, folderRoot: string) => {
    const file = new VFile({ path, cwd: root })
    return { file, folder: folderOf(file, folderRoot) }
  }

  test('is read from', async () => {
    const { folder: above, file } = withRoot('talk/talk.md', '.')
    expect(above?.articlePath).toEqual(['talk'])
    expect(await above?.read(['talk-secret', 'secret.png'])).toBeInstanceOf(Uint8Array)
    expect(file.messages).toEqual([])
  })

  test('also serves an article from standard input', async () => {
    expect(await withRoot('-', 'talk').folder?.read(['img', 'chart.png'])).toBeInstanceOf(Uint8Array)
  })

  test('is not used if the article is not in it', async () => {
    const { folder: own, file } = withRoot('talk/talk.md', 'talk-secret')
    expect(await own?.read(['secret.png'])).toHaveProperty('ruleId', 'image-missing')
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['root-elsewhere'])
  })
})
