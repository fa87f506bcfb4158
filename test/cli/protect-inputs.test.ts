import { spawnSync } from 'node:child_process'
import { copyFileSync, linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { png } from '../illustrate/images.ts'
import { inFolder, PROGRAM } from './in-folder.ts'

const { at, lectern, program } = inFolder()

const PAGE = `<!doctype html><title>A short talk</title><article><h1>A short talk</h1>${'<p>The river rose by two metres in a night. Nobody had seen it so high, and the bridge held all the same.</p>'.repeat(4)}</article>`
const TEXT = '# A short talk\n\nThe river rose by two metres in a night. Nobody had seen it so high.\n'

/** Everything in a folder, by name, with its bytes. */
function allIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    names.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'latin1')]),
  )
}

test('one file goes to standard output, and nothing else does', async () => {
  writeFileSync(at('talk.md'), TEXT)
  const { code, out, error } = await program(['talk.md', '--to', 'json', '-o', '-'])
  expect({ code, error: error.replace(/^lectern: .*\n/, '') }).toEqual({
    code: 0,
    error: expect.stringMatching(/^talk\.json: \d+ slides/),
  })
  expect(JSON.parse(out)).toMatchObject({ lectern: 'deck/1', title: 'A short talk' })
  expect(readdirSync(at())).toEqual(['talk.md'])
  for (const words of [
    ['--to', 'html,pdf'],
    ['--to', 'png'],
    ['--to', 'json', '--report', 'json'],
  ])
    expect(await lectern(['talk.md', '-o', '-', ...words])).toMatchObject({ code: 2, out: '' })
})

test('a reader that stops reading standard output early causes no error', () => {
  writeFileSync(at('talk.md'), TEXT)
  const line = `"${process.execPath}" "${PROGRAM}" talk.md --to html -o - | head -c 9; exit "\${PIPESTATUS[0]}"`
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], { cwd: at(), encoding: 'utf8' })
  expect({ status, stdout: stdout.toLowerCase(), fault: /fault|EPIPE/.test(stderr) }).toEqual({
    status: 0,
    stdout: '<!doctype',
    fault: false,
  })
})

describe('no output overwrites an input: exit 2, a remedy, nothing written', () => {
  const refused = async (words: readonly string[], input = '') => {
    const before = allIn(at())
    const { code, error } = await lectern(words, { input })
    expect({ code, error }).toEqual({ code: 2, error: expect.stringMatching(/would overwrite .* Choose another/s) })
    expect(allIn(at())).toEqual(before)
  }

  test('a page built in its own folder', async () => {
    writeFileSync(at('page.html'), PAGE)
    await refused(['page.html', '--to', 'html', '-o', '.'])
  })

  test('an earlier deck given as the article', async () => {
    mkdirSync(at('out'))
    writeFileSync(at('out/talk.html'), PAGE)
    await refused(['out/talk.html', '--to', 'html'])
  })

  test("a second article with the name of the first one's notes", async () => {
    writeFileSync(at('a.md'), TEXT)
    writeFileSync(at('a-notes.md'), TEXT)
    await refused(['a.md', 'a-notes.md', '--to', 'notes', '-o', '.'])
  })

  test('an article that a link in the output folder points to, symbolic or hard', async () => {
    writeFileSync(at('page.html'), PAGE)
    mkdirSync(at('hard'))
    linkSync(at('page.html'), at('hard/page.html'))
    await refused(['page.html', '--to', 'html', '-o', 'hard'])
    mkdirSync(at('soft'))
    symlinkSync(at('page.html'), at('soft/page.html'))
    await refused(['page.html', '--to', 'html', '-o', 'soft'])
    symlinkSync(at(), at('here'))
    await refused(['page.html', '--to', 'html', '-o', 'here'])
  })

  test('an image of the second article, found before the first is saved', async () => {
    writeFileSync(at('a.md'), TEXT)
    writeFileSync(at('a-001.png'), png(40, 30))
    writeFileSync(at('b.md'), '# Tides\n\n## A chart\n\n![A chart](a-001.png)\n\nThe tide turns at six.\n')
    await refused(['a.md', 'b.md', '--to', 'json,png', '-o', '.'])
  })

  test('the article that a deck file was made from', async () => {
    writeFileSync(at('talk.md'), TEXT)
    await refused(['outline', 'talk.md', 'talk.md', '--force'])
  })

  test('the event and a picture of the theme', async () => {
    writeFileSync(at('talk.md'), TEXT)
    writeFileSync(at('talk.json'), '{ "name": "Harbour Days" }')
    await refused(['talk.md', '--event', 'talk.json', '--to', 'json', '-o', '.'])
    mkdirSync(at('look'))
    writeFileSync(at('look/theme.yaml'), 'name: look\nextends: lectern\nbackground: look-preview.png\n')
    writeFileSync(at('look/look-preview.png'), png(40, 30))
    await refused(['theme', 'preview', './look', '-o', 'look'])
  })
})

test('two articles that would save a file of the same name are refused', async () => {
  writeFileSync(at('a.md'), TEXT)
  writeFileSync(at('a-notes.txt'), TEXT)
  copyFileSync(at('a.md'), at('a-notes.md.txt'))
  const { code, error } = await lectern(['a.md', 'a-notes.txt', '--to', 'json,notes,html'])
  expect({ code, error }).toEqual({ code: 0, error: expect.stringContaining('a-notes') })
  expect(await lectern(['a.md', 'a-handout.md', '--to', 'pdf,handout'])).toMatchObject({
    code: 2,
    error: expect.stringMatching(/"a\.md" and "a-handout\.md" would both be saved as "a-handout\.pdf"/),
  })
})

test('an earlier deck is replaced, and an article without an extension is built beside itself', async () => {
  writeFileSync(at('talk'), TEXT)
  for (let run = 0; run < 2; run += 1)
    expect((await lectern(['talk', '--to', 'json', '-o', '.'])).code, `run ${run}`).toBe(0)
  expect(readFileSync(at('talk'), 'utf8')).toBe(TEXT)
})
