import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import { linesOf } from '../../src/model/layout.ts'
import { png } from '../illustrate/images.ts'

const root = mkdtempSync(join(tmpdir(), 'lectern-includes-'))
const folder = join(root, 'deck')
const FILES = {
  'deck/pages/boats.md':
    '---\nlayout: two-cols\n---\n\n# Sail\n\nOld\n\n::right::\n\nNew\n\n---\n\n# Oar\n\n- Long\n\n---\nsrc: ./last.md\n---\n',
  'deck/pages/last.md': '# Last\n\n<!-- Say it. -->\n',
  'deck/loop.md': '# Loop\n\n---\nsrc: ./slides.md\n---\n\n---\nsrc: ./loop.md\n---\n',
  'deck/many.md': `# Many\n${'\n---\nsrc: ./pages/long.md\n---\n'.repeat(40)}`,
  'deck/pages/long.md': `# Long\n\n- Line\n${'\n'.repeat(3000)}`,
  'deck/_part.qmd': '---\ntitle: Part\n---\n\n- Mud\n\n{{< include pages/_more.qmd >}}\n',
  'deck/pages/_more.qmd': '- Sand\n\n{{< include _part.qmd >}}\n',
  'deck/tide.ts':
    'const before = [\nregion,\n]\n// #region rise\n  // #region inner\n  if (moon) {\n    water += 1\n  }\n  // #endregion inner\n// #endregion rise\n',
  'deck/pages/code.md': '# Code\n\n<<< ../tide.ts#inner\n',
  'deck/secret.env': '# Secret\n',
  'deck/.secret.js': '// Secret\n',
  'deck/.secret/gate.js': '// Secret\n',
  'deck/low tide/mud.py': '# Region\n# region mud\ndef mud():\n    return 1\n# endregion\nsand = 2\n',
  'deck/low tide/banks.sql': '-- Region\nSELECT region FROM banks\n',
  'secret.js': '// Secret\n',
  'deck/picture.md': new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
  'secret.md': '# Secret\n',
}
for (const [path, content] of Object.entries(FILES)) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}
symlinkSync(join(root, 'secret.md'), join(folder, 'link.md'))

/** Reads a deck in the folder. Returns what its slides show, the messages, and the files that were looked for. */
async function read(path: string, value: string) {
  const file = new VFile({ path: join(folder, path), value })
  const paths: string[] = []
  const { deck } = await convert(file, { formats: ['json'] }, { browser: null, onRead: (each) => paths.push(each) })
  return {
    slides: deck.slides.map((slide) =>
      linesOf(layouts, slide)
        .map(({ text }) => text)
        .join(' | '),
    ),
    rules: file.messages.map(({ ruleId }) => ruleId).filter((rule) => rule !== 'read-as' && rule !== 'unmeasured'),
    paths,
  }
}

const slidevDeck = (src: string) => `---\nmdc: true\n---\n\n# Boats\n\n---\nsrc: ${src}\n---\n\n---\n\n# End\n`

test.each([
  ['./pages/boats.md', ['Sail | Old | New', 'Oar | Long', 'Last']],
  ['/pages/boats.md', ['Sail | Old | New', 'Oar | Long', 'Last']],
  ['pages/boats.md#2', ['Oar | Long']],
  ['pages/boats.md#1,3-', ['Sail | Old | New', 'Last']],
])('slides of other files are shown: %s', async (src, slides) => {
  const found = await read('slides.md', slidevDeck(src))
  expect(found).toMatchObject({ slides: ['Boats', ...slides, 'End'], rules: [] })
  expect(found.paths).toContain(join(folder, 'pages', 'boats.md'))
})

test('a file included by Quarto is part of the slide, and files in it are found from the deck', async () => {
  const deck = '---\nformat: revealjs\n---\n\n## Low water\n\n{{< include _part.qmd >}}\n'
  expect(await read('slides.qmd', deck)).toMatchObject({
    slides: ['Low water | Mud | Sand'],
    rules: ['not-read-imports'],
  })
})

test('listings show an include as it is written', async () => {
  const deck = '---\nformat: revealjs\n---\n\n## Low water\n\n```md\n{{< include _part.qmd >}}\n```\n'
  expect(await read('slides.qmd', deck)).toMatchObject({ slides: ['Low water | {{< include _part.qmd >}}'], paths: [] })
})

test.each([
  '../secret.md',
  'pages/../../secret.md',
  'link.md',
  'secret.env',
  'picture.md',
  'pages/none.md',
  'https://example.org/a.md',
  'slides.md',
])('nothing is shown of %s, and a message says so', async (src) => {
  const { slides, rules } = await read('slides.md', slidevDeck(src))
  expect({ slides, rules }).toEqual({ slides: ['Boats', 'End'], rules: ['not-read-imports'] })
})

test('files that include each other, and more than fits in a deck, are read once or in part', async () => {
  expect(await read('slides.md', slidevDeck('loop.md'))).toMatchObject({
    slides: ['Boats', 'Loop', 'End'],
    rules: ['not-read-imports'],
  })
  const { slides, rules } = await read('slides.md', slidevDeck('many.md'))
  expect(slides.filter((slide) => slide.startsWith('Long |'))).toHaveLength(6)
  expect(rules).toContain('not-read-imports')
})

test('pictures in an included Slidev file are found from that file', async () => {
  mkdirSync(join(folder, 'pages', 'img'), { recursive: true })
  mkdirSync(join(folder, 'deep', 'er'), { recursive: true })
  for (const path of ['pages/img/sail.png', 'deep/oar.png']) writeFileSync(join(folder, path), png(40, 30))
  writeFileSync(
    join(folder, 'pages', 'pictures.md'),
    '# Sail\n\n![](./img/sail.png)\n\n---\n\n# Again\n\n<img src="./img/sail.png">\n\n---\nsrc: ../deep/er/oar.md\n---\n\n---\n\n# Code\n\n```md\n![](./a.png)\n```\n',
  )
  writeFileSync(join(folder, 'deep', 'er', 'oar.md'), '# Oar\n\n![][oar]\n\n[oar]: ../oar.png\n')
  const file = new VFile({ path: join(folder, 'slides.md'), value: slidevDeck('./pages/pictures.md') })
  const { deck } = await convert(file, { formats: ['json'] }, { browser: null })
  expect(JSON.stringify(deck.slides).split(png(40, 30).toString('base64'))).toHaveLength(4)
  expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['read-as', 'unmeasured'])
  expect(JSON.stringify(deck.slides)).toContain('![](./a.png)')
})

const listingDeck = (snippet: string) => `---\nmdc: true\n---\n\n# Boats\n\n---\n\n# Tide\n\n${snippet}\n`

test.each([
  ['@/tide.ts', 'const before = [ | region, | ] |   if (moon) { |     water += 1 |   }'],
  ['./tide.ts#rise', 'if (moon) { |   water += 1 | }'],
  ['tide.ts#inner ts {1|2-3}{lines:true}', 'if (moon) { |   water += 1 | }'],
  ['tide.ts#inner{2}', 'if (moon) { |   water += 1 | }'],
  ['@/low tide/mud.py#mud python', 'def mud(): |     return 1'],
  ['@/low tide/banks.sql', '-- Region | SELECT region FROM banks'],
])('listings of Slidev show program files: %s', async (address, listing) => {
  expect(await read('slides.md', listingDeck(`<<< ${address}`))).toMatchObject({
    slides: ['Boats', `Tide | ${listing}`],
    rules: [],
  })
})

test('a listing in an included file is found from that file', async () => {
  expect(await read('slides.md', slidevDeck('pages/code.md'))).toMatchObject({
    slides: ['Boats', 'Code | if (moon) { |   water += 1 | }', 'End'],
    rules: [],
  })
})

test.each([
  '../secret.js',
  '@/.secret.js',
  '@/.secret/gate.js',
  '@/%2esecret%2Fgate.js',
  'secret.env',
  'picture.md',
  'none.ts',
  'tide.ts#none',
])('no listing is shown of %s, and a message says so', async (address) => {
  const { slides, rules } = await read('slides.md', listingDeck(`Low water\n\n<<< ${address}`))
  expect({ slides, rules }).toEqual({ slides: ['Boats', 'Tide | Low water'], rules: ['not-read-imports'] })
})

test('a listing shows the line for a file as it is written', async () => {
  const { slides, paths } = await read('slides.md', listingDeck('```md\n<<< @/tide.ts\n```'))
  expect(slides).toEqual(['Boats', 'Tide | <<< @/tide.ts'])
  expect(paths).toEqual([])
})

test('a file is read once, however often it is shown', async () => {
  const { slides, paths } = await read('slides.md', listingDeck('<<< @/tide.ts#inner\n\n---\n\n<<< ./tide.ts#rise'))
  expect(slides).toHaveLength(3)
  expect(paths).toEqual([join(folder, 'tide.ts')])
})
