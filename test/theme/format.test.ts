import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { saveNewTheme } from '../../src/cli/save-new-theme.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { ThemeError } from '../../src/theme/theme-error.ts'
import { png } from '../illustrate/images.ts'

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-theme-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

function complaintsOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  try {
    loadTheme(folderWith(files))
  } catch (error) {
    if (error instanceof ThemeError) return error.message.replace(/^.*\/(?=theme\.)/gm, '')
    throw error
  }
  return ''
}

describe('mistakes are reported at their place, with a remedy', () => {
  test.each([
    [
      'an unknown key',
      'name: a\nextends: lectern\ntoken: {}\n',
      '3:1: "token": This key is unknown. Did you mean "tokens"',
    ],
    [
      'an unknown layout',
      'name: a\nextends: lectern\nlayouts:\n  point: { ground: deep }\n',
      '4:3: "layouts.point": This key is unknown. Did you mean "points"',
    ],
    [
      'an unknown key of a layout',
      'name: a\nextends: lectern\nlayouts:\n  part: { grund: deep }\n',
      '4:11: "layouts.part.grund": This key is unknown. Did you mean "ground"',
    ],
    [
      'an invalid colour',
      'name: a\nextends: lectern\ntokens:\n  ink: "#12345"\n',
      '4:3: "tokens.ink": Give a colour such as',
    ],
    [
      'a colour without quotation marks',
      'name: a\nextends: lectern\ntokens:\n  ink: #123456\n',
      '4:3: "tokens.ink": Give a',
    ],
    [
      'an unused token',
      'name: a\nextends: lectern\ntokens:\n  acent: "#123456"\n',
      '4:3: No rule uses the token "acent". Did you mean "accent"',
    ],
    [
      'a reference to an unknown token',
      'name: a\nextends: lectern\ntokens:\n  ink: var(--mutd)\n',
      '4:3: No token is called "mutd". Did you mean "muted"',
    ],
    [
      'a missing font',
      'name: a\nextends: lectern\nfonts:\n  - { family: X, package: "@fontsource/not-there" }\n',
      '4:5: The font X 400 normal was not found',
    ],
    [
      'a font whose name is misspelt in the token',
      'name: a\nextends: lectern\nfonts:\n  - { family: Geist Round, package: "@fontsource/geist" }\ntokens:\n  font-display: \'"Giest Round", serif\'\n',
      '4:5: No token uses the font "Geist Round". Its name in "font-display" is "Giest Round".',
    ],
    [
      'a gradient that loads',
      'name: a\nextends: lectern\nbackground: linear-gradient(url(x))\n',
      '3:1: "background": Give a colour',
    ],
    [
      'a missing picture',
      'name: a\nextends: lectern\nlayouts:\n  title: { background: hall.jpg }\n',
      '4:12: "hall.jpg" is not in the theme\'s folder',
    ],
    [
      'a picture outside the folder',
      'name: a\nextends: lectern\nbackground: ../hall.jpg\n',
      '3:1: "../hall.jpg" is outside the theme\'s folder',
    ],
  ])('%s', (_, yaml, complaint) => {
    expect(complaintsOf({ 'theme.yaml': yaml })).toContain(`theme.yaml:${complaint}`)
  })

  test('a file that is not a picture, and a link to a picture outside the folder', () => {
    const yaml = 'name: a\nextends: lectern\nbackground: hall.png\n'
    expect(complaintsOf({ 'theme.yaml': yaml, 'hall.png': 'no' })).toContain(
      'theme.yaml:3:1: "hall.png" is not a picture',
    )
    const folder = folderWith({ 'theme.yaml': yaml })
    symlinkSync(join(folderWith({ 'hall.png': png(2, 2) }), 'hall.png'), join(folder, 'hall.png'))
    expect(() => loadTheme(folder)).toThrow('theme.yaml:3:1: "hall.png" is outside the theme\'s folder')
  })

  test('a stylesheet that ends its own element, even in a comment, and one that loads something', () => {
    const yaml = 'name: a\nextends: lectern\n'
    expect(complaintsOf({ 'theme.yaml': yaml, 'theme.css': '/* </style><script> */' })).toContain('theme.css:1:4: ')
    expect(complaintsOf({ 'theme.yaml': yaml, 'theme.css': '/* no @import */\na { background: url(b.png) }' })).toBe(
      'theme.css:2:17: A theme cannot load files. Embed the picture as url(data:…).',
    )
    expect(complaintsOf({ 'theme.yaml': yaml, 'theme.css': '/* no @import, no url() */' })).toBe('')
  })
})

test('a layout has deep colours, its own picture or its own tokens, as its theme or parent says', () => {
  const folder = folderWith({
    'theme.yaml':
      'name: a\nextends: lectern\nbackground: "#eeeeee"\nlayouts:\n' +
      '  title: { ground: deep, background: hall.png, veil: 0.4 }\n  part: { ground: usual }\n  points: { tokens: { size-title: 60px } }\n',
    'hall.png': png(2, 2),
  })
  const { backgrounds, css } = loadTheme(folder)
  expect(backgrounds.title).toMatchObject({ colours: 'deep', background: { type: 'picture', veil: 0.4 } })
  expect(backgrounds.part).toMatchObject({ colours: 'usual', background: { type: 'colour', value: '#eeeeee' } })
  expect(css).toContain('.slide[data-layout="points"]{--size-title:60px}')
})

test('a background for all slides replaces the deep background of the parent, unless the theme asks for it', () => {
  const backgroundsWith = (rest: string) =>
    loadTheme(folderWith({ 'theme.yaml': `name: a\nextends: lectern\n${rest}` })).backgrounds
  expect(backgroundsWith('').closing).toMatchObject({ colours: 'deep', background: null })
  const { title, closing, points } = backgroundsWith('background: "#f2e6d0"\nlayouts: { title: { ground: deep } }\n')
  const cream = { type: 'colour', value: '#f2e6d0' }
  expect(points).toMatchObject({ colours: 'usual', background: cream })
  expect(closing).toMatchObject({ colours: 'usual', background: cream })
  expect(title).toMatchObject({ colours: 'deep', background: null })
})

describe('a new theme', () => {
  test.each(['lectern', 'signal'])('based on %s is exactly the same until it is changed', async (from) => {
    const path = join(folderWith({}), 'my-event')
    await saveNewTheme(path, from)
    const { name, summary, css, ...created } = loadTheme(path)
    const { name: _, summary: __, css: originalCss, ...original } = loadTheme(from)
    expect(name).toBe('my-event')
    expect(JSON.stringify(created)).toBe(JSON.stringify(original))
    expect(css.startsWith(originalCss)).toBe(true)
  })

  test('does not overwrite an existing folder', async () => {
    const path = join(folderWith({ 'my-event': 'notes' }), 'my-event')
    await expect(saveNewTheme(path, 'lectern')).rejects.toThrow('This already exists and was left as it is.')
  })

  test('needs a valid name and an existing theme to be based on', async () => {
    await expect(saveNewTheme(join(folderWith({}), 'My Event'), 'lectern')).rejects.toThrow('lower-case letters')
    await expect(saveNewTheme(join(folderWith({}), 'mine'), 'lecturn')).rejects.toThrow('There is no such theme')
    const own = folderWith({ 'theme.yaml': 'name: own\nextends: lectern\n' })
    await expect(saveNewTheme(join(folderWith({}), 'mine'), own)).rejects.toThrow('copy its folder')
  })

  test.skipIf(process.platform !== 'linux')('is refused if its folder cannot be created', async () => {
    // Node's own recursive mkdir never returns there.
    await expect(saveNewTheme('/proc/looks/mine', 'lectern')).rejects.toThrow(
      /mine\/theme\.yaml could not be saved: .*Choose another\.$/,
    )
  })
})
