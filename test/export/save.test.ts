import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SaveError, save } from '../../src/export/save.ts'

describe('save', () => {
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectern-save-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  test('saves bytes, and creates missing folders', async () => {
    await save(join(folder, 'a', 'b', 'talk.pdf'), Uint8Array.of(37, 80, 68, 70))
    expect(await readFile(join(folder, 'a', 'b', 'talk.pdf'), 'latin1')).toBe('%PDF')
    expect(await readdir(join(folder, 'a', 'b'))).toEqual(['talk.pdf'])
  })

  test('saves many files into a new folder at once', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `talk-${String(index).padStart(3, '0')}.png`)
    await Promise.all(names.map((name) => save(join(folder, 'deep', 'out', name), name)))
    expect((await readdir(join(folder, 'deep', 'out'))).toSorted()).toEqual(names)
  })

  test('saves text as UTF-8', async () => {
    await save(join(folder, 'talk.html'), 'Größe 😀')
    expect(await readFile(join(folder, 'talk.html'), 'utf8')).toBe('Größe 😀')
  })

  test('replaces a file', async () => {
    await writeFile(join(folder, 'talk.html'), 'a much longer text than the new one')
    await save(join(folder, 'talk.html'), 'new')
    expect(await readFile(join(folder, 'talk.html'), 'utf8')).toBe('new')
  })

  test('replaces a link, and leaves its target alone', async () => {
    await writeFile(join(folder, 'elsewhere'), 'precious')
    await symlink(join(folder, 'elsewhere'), join(folder, 'talk.html'))
    await save(join(folder, 'talk.html'), 'new')
    expect(await readFile(join(folder, 'elsewhere'), 'utf8')).toBe('precious')
    expect((await lstat(join(folder, 'talk.html'))).isFile()).toBe(true)
  })

  test('never shows a partial file while saving', async () => {
    const path = join(folder, 'talk.pdf')
    await writeFile(path, 'old')
    const saving = save(path, new Uint8Array(50_000_000))
    const sizes = new Set<number>()
    let isDone = false
    const watching = (async () => {
      while (!isDone) sizes.add((await lstat(path)).size)
    })()
    await saving
    isDone = true
    await watching
    sizes.delete(50_000_000)
    expect([...sizes]).toEqual([3])
  })

  test('leaves nothing behind when told to stop', async () => {
    const stopping = new AbortController()
    const saving = save(join(folder, 'talk.pdf'), new Uint8Array(50_000_000), stopping.signal)
    stopping.abort(new Error('enough'))
    await expect(saving).rejects.toThrow('enough')
    expect(await readdir(folder)).toEqual([])
  })

  describe('says in one error which file, why, and what to do', () => {
    test('if a folder has its name', async () => {
      await mkdir(join(folder, 'talk.html', 'inner'), { recursive: true })
      await expectRefusal('talk.html', 'there is a folder with that name. Move it away, or choose another folder.')
      expect(await readdir(folder)).toEqual(['talk.html'])
    })

    test('and the flag, if there is one', async () => {
      await mkdir(join(folder, 'talk.html'))
      await expect(save(join(folder, 'talk.html'), 'x', undefined, { flag: '--out' })).rejects.toThrow(
        'Move it away, or choose another folder with --out.',
      )
    })

    test('if there is a file in place of its folder', async () => {
      await writeFile(join(folder, 'out'), '')
      await expectRefusal('out/talk.html', 'there is a file where its folder should be.')
      await expectRefusal('out/deeper/talk.html', 'there is a file where its folder should be.')
    })

    test('if its name is too long', async () => {
      await expectRefusal(`${'x'.repeat(300)}.html`, 'its name is too long')
      expect(await readdir(folder)).toEqual([])
    })

    test.skipIf(process.platform !== 'linux')('if nothing can be written', async () => {
      await expect(save('/proc/talk/slides/talk.html', 'x')).rejects.toThrow(SaveError)
    })

    test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('if it is not permitted', async () => {
      await chmod(folder, 0o500)
      await expectRefusal('talk.html', 'you are not allowed to write there.')
      await chmod(folder, 0o700)
    })

    async function expectRefusal(name: string, reason: string): Promise<void> {
      const path = join(folder, name)
      const refusal = await save(path, 'x').catch((error: unknown) => error)
      expect(refusal).toBeInstanceOf(SaveError)
      expect(refusal).toMatchObject({ path, message: expect.stringContaining(`${path} could not be saved: ${reason}`) })
    }
  })
})
