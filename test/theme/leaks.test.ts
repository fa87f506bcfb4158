import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { png } from '../illustrate/images.ts'

const root = mkdtempSync(join(tmpdir(), 'lectern-leaks-'))
const SECRET = 'the key of the harbour master, which nobody may read'
const FONT = 'node_modules/@fontsource/newsreader/files/newsreader-latin-400-normal.woff2'

const talk = join(root, 'talk')
const look = join(talk, 'look')
const files = join(talk, 'node_modules/@fontsource/leak/files')
const face = join(files, 'leak-latin-400-normal.woff2')

afterAll(() => rmSync(root, { recursive: true, force: true }))

beforeEach(() => {
  rmSync(talk, { recursive: true, force: true })
  for (const folder of [files, look]) mkdirSync(folder, { recursive: true })
  writeFileSync(join(root, 'secret.txt'), SECRET)
  writePackage(join(files, '..'))
  writeFileSync(
    join(look, 'theme.yaml'),
    'name: look\nextends: lectern\nfonts:\n  - { family: Leak, package: "@fontsource/leak" }\ntokens: { font-text: \'"Leak", serif\' }\n',
  )
  writeFileSync(join(talk, 'event.yaml'), 'name: Locks\nfonts: { text: Leak }\n')
})

/** Writes the metadata of a package with one face. */
function writePackage(folder: string): void {
  writeFileSync(join(folder, 'package.json'), '{ "name": "@fontsource/leak", "version": "1.0.0" }')
  writeFileSync(join(folder, 'unicode.json'), '{ "latin": "U+0000-00FF" }')
  writeFileSync(join(folder, 'metadata.json'), '{ "family": "Leak", "weights": [400], "styles": ["normal"] }')
}

async function convertWith(line: string) {
  const value = `---\ntitle: Locks\n${line}\n---\n\n# Locks\n\nA lock lifts a boat.\n`
  const file = new VFile({ path: 'talk/talk.md', cwd: root, value: Buffer.from(value) })
  const { files: saved } = await convert(file, { formats: ['html'] }, { browser: null })
  const html = Buffer.from([...saved.values()][0] ?? []).toString()
  const errors = file.messages.filter(({ fatal }) => fatal === true).map(({ reason }) => reason)
  return { html, errors }
}

/** Whether a deck contains the secret, as text or in Base64. */
function containsSecret(html: string): boolean {
  return html.includes(SECRET) || html.includes(Buffer.from(SECRET).toString('base64'))
}

describe.each(['theme: ./look', 'event: event.yaml'])('a font that an article names by "%s"', (line) => {
  const expectRefusal = async () => {
    const { html, errors } = await convertWith(line)
    expect(containsSecret(html)).toBe(false)
    expect(errors).toEqual([expect.stringMatching(/cannot be used: .*The font Leak/)])
  }

  test('is embedded if it is a font', async () => {
    copyFileSync(FONT, face)
    expect(await convertWith(line)).toMatchObject({ errors: [], html: expect.stringContaining('font-family:"Leak"') })
  })

  test('is not read if it is a link out of the folder', async () => {
    symlinkSync(join(root, 'secret.txt'), face)
    await expectRefusal()
  })

  test('is refused if it is another file of the article', async () => {
    writeFileSync(join(talk, 'own.txt'), SECRET)
    symlinkSync(join(talk, 'own.txt'), face)
    await expectRefusal()
  })

  test('is refused if it only begins like a font', async () => {
    writeFileSync(face, `wOF2${SECRET}`)
    const error = await convertWith(line).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ ruleId: 'bad-theme', message: expect.stringContaining('not a complete woff2 font') })
  })

  test('is not found if its package is outside the folder', async () => {
    const elsewhere = join(root, 'elsewhere')
    mkdirSync(join(elsewhere, 'files'), { recursive: true })
    writePackage(elsewhere)
    writeFileSync(join(elsewhere, 'files/leak-latin-400-normal.woff2'), `wOF2${SECRET}`)
    rmSync(join(files, '..'), { recursive: true })
    symlinkSync(elsewhere, join(files, '..'))
    await expectRefusal()
  })

  test('is not found if the metadata of its package is broken', async () => {
    copyFileSync(FONT, face)
    writeFileSync(join(files, '../unicode.json'), '{ "latin": 3, ')
    writeFileSync(join(files, '../metadata.json'), '[]')
    await expectRefusal()
  })
})

describe('a font file beside a theme', () => {
  const writeTheme = (file: string) =>
    writeFileSync(
      join(look, 'theme.yaml'),
      `name: look\nextends: lectern\nfonts:\n  - { family: Own, file: ${file} }\ntokens: { font-text: '"Own", serif' }\n`,
    )

  test.each(['own.woff2', 'fonts/own.woff2'])('is embedded: %s', async (name) => {
    writeTheme(name)
    mkdirSync(join(look, 'fonts'))
    copyFileSync(FONT, join(look, name))
    const { html, errors } = await convertWith('theme: ./look')
    expect(errors).toEqual([])
    expect(html).toContain('@font-face{font-family:"Own"')
  })

  test.each([
    ['own.ttf', '\0\x01\0\0', 'font/ttf', 'truetype'],
    ['own.otf', 'OTTO', 'font/otf', 'opentype'],
  ])('%s is embedded in its own format', async (name, signature, type, format) => {
    writeTheme(name)
    // One empty table.
    const table = Buffer.from('name\0\0\0\0\0\0\0\x1c\0\0\0\0', 'latin1')
    writeFileSync(join(look, name), Buffer.concat([Buffer.from(`${signature}\0\x01\0\0\0\0\0\0`, 'latin1'), table]))
    const { html, errors } = await convertWith('theme: ./look')
    expect(errors).toEqual([])
    expect(html).toMatch(new RegExp(`src:url\\(data:${type};base64,[\\w+/=]+\\) format\\("${format}"\\)`))
  })

  test.each([
    ['a link that leads out', () => symlinkSync(join(root, 'secret.txt'), join(look, 'own.woff2')), 'outside'],
    ['a text file', () => writeFileSync(join(look, 'own.woff2'), SECRET), 'not a complete'],
    ['half a font', () => writeFileSync(join(look, 'own.woff2'), `OTTO\0\x09${SECRET}`), 'not a complete'],
    ['a folder', () => mkdirSync(join(look, 'own.woff2')), 'a folder, a pipe or a device'],
    ['a missing file', () => undefined, "not in the theme's folder"],
  ])('%s is refused', async (_, make, fact) => {
    writeTheme('own.woff2')
    make()
    const { html, errors } = await convertWith('theme: ./look')
    expect(containsSecret(html)).toBe(false)
    expect(errors).toEqual([
      expect.stringMatching(new RegExp(`theme\\.yaml:4:\\d+: The font file "own\\.woff2" .*${fact}`)),
    ])
  })

  test('is refused outside the theme', async () => {
    writeTheme('../own.woff2')
    copyFileSync(FONT, join(talk, 'own.woff2'))
    expect((await convertWith('theme: ./look')).errors).toEqual([expect.stringContaining("outside the theme's folder")])
  })
})

test('an XML file that is not SVG is not a background, whatever its name', () => {
  writeFileSync(join(look, 'theme.yaml'), 'name: look\nextends: lectern\nbackground: hall.svg\n')
  writeFileSync(join(look, 'hall.svg'), `<?xml version="1.0"?><keys>${SECRET}</keys>`)
  expect(() => loadTheme(look)).toThrow('"hall.svg" is not a picture')
  writeFileSync(
    join(look, 'hall.svg'),
    '<?xml version="1.0"?>\n<!-- a hall -->\n<svg xmlns="http://www.w3.org/2000/svg"/>',
  )
  expect(loadTheme(look).backgrounds.title.background?.type).toBe('picture')
})

test('a theme reports the pictures that it reads, so that changes are noticed and none is overwritten', () => {
  writeFileSync(join(look, 'theme.yaml'), 'name: look\nextends: lectern\nbackground: hall.png\n')
  writeFileSync(join(look, 'hall.png'), png(2, 2))
  const read: string[] = []
  loadTheme(look, { allowedFolder: null, onRead: (path) => read.push(path) })
  expect(read).toEqual([join(look, 'hall.png')])
})
