import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decode, encode } from 'fast-png'
import { VFile } from 'vfile'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SavedTheme, saveNewTheme } from '../../src/cli/save-new-theme.ts'
import { convert } from '../../src/convert.ts'
import { contrastsOf } from '../../src/theme/contrast.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { all, faultsIn, openPackage, slidePaths } from '../support/pptx-package.ts'
import { zip } from '../support/zip.ts'

const folder = mkdtempSync(join(tmpdir(), 'lectern-potx-'))
const template = join(folder, 'acme.potx')
const themeFolder = join(folder, 'acme')
const browser = oneBrowser()
let scaffold: SavedTheme

/** A company's logo on the master. */
const LOGO =
  '<p:sp><p:nvSpPr><p:cNvPr id="90" name="Logo"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="11430000" y="190500"/><a:ext cx="571500" cy="381000"/></a:xfrm><a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent2"/></a:solidFill></p:spPr></p:sp>'

beforeAll(async () => {
  const file = new VFile({
    path: 'a.md',
    value: '# Tides\n\nThe sea rises.\n\n## Moon\n\n- The moon pulls the water.\n- The sun pulls it too.',
  })
  const { files } = await convert(file, { formats: ['pptx'] }, { browser: null })
  const parts = [...openPackage(files.get('a.pptx') ?? new Uint8Array()).bytes].map(([name, data]) => {
    const text = new TextDecoder().decode(data)
    if (name === 'ppt/slideMasters/slideMaster1.xml')
      return { name, data: text.replace('</p:spTree>', `${LOGO}</p:spTree>`) }
    if (name === 'ppt/theme/theme1.xml')
      return {
        name,
        data: text
          .replace(/(<a:accent1>).*?(<\/a:accent1>)/, '$1<a:srgbClr val="F7C948"/>$2')
          .replace(/(<a:accent2>).*?(<\/a:accent2>)/, '$1<a:srgbClr val="AA2288"/>$2'),
      }
    return { name, data }
  })
  writeFileSync(template, zip(parts))
  scaffold = await saveNewTheme(themeFolder, template)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a theme made from a template has its colours, and all of its text can be read', () => {
  const theme = loadTheme(themeFolder)
  expect(theme.tokens).toMatchObject({ ground: '#f8f6ef', ink: '#17211e' })
  expect(contrastsOf(theme).filter(({ ratio, required }) => ratio < required)).toEqual([])
  // Its title is on a dark background, and its parts are on a light one, so their text is dark.
  expect([theme.backgrounds.title.colours, theme.backgrounds.part.colours]).toEqual(['deep', 'usual'])
})

test('a theme made from a template has its fonts, the logo on its master and the position of its title', () => {
  const theme = loadTheme(themeFolder)
  // PowerPoint knows its medium weight as a family.
  expect(theme.tokens).toMatchObject({
    'font-display': expect.stringMatching(/^"Newsreader", /),
    'weight-display': '500',
  })
  expect(theme.faces.map(({ family }) => family)).toContain('Newsreader')
  const drawing = readFileSync(join(themeFolder, 'slide.svg'), 'utf8')
  expect(drawing).toContain('<ellipse cx="1230" cy="40" rx="30" ry="20" fill="#aa2288"')
  expect(theme.backgrounds.points.background).toMatchObject({ type: 'picture', veil: 0 })
  expect(theme.tokens['margin-start']).toMatch(/^\d+px$/)
})

test('changed colours are reported', () => {
  expect(scaffold.remarks.join('\n')).toMatch(
    /The accent #f7c948 has too little contrast on #f8f6ef, so it was changed to #/,
  )
})

test('in a PDF, points beside a picture are in reading order, and a panorama fits with its caption', async () => {
  const picture = (name: string, width: number, height: number) => {
    const data = new Uint8Array(width * height * 3).map((_, index) => (index * 7) % 251)
    writeFileSync(join(folder, name), encode({ width, height, data, channels: 3 }))
  }
  picture('tower.png', 600, 900)
  picture('bay.png', 1500, 500)
  const file = new VFile({
    path: join(folder, 'b.md'),
    value:
      '# Tides\n\n## The tower\n\nThe tower was built in 1871 and is seen from eleven miles out at sea. Its keeper wrote down the height of the water twice a day. The ferry company works from these numbers.\n\n![The tower in the evening](tower.png)\n\n## The bay\n\n![The bay in March](bay.png)\n',
  })
  const { files } = await convert(file, { formats: ['pdf'], theme: themeFolder }, { browser: browser() })
  expect(file.messages.map(({ ruleId }) => ruleId)).not.toContain('overflow')
  expect(file.messages.map(({ reason }) => reason)).toEqual([])
  expect([...files.keys()]).toEqual(['b.pdf'])
})

test('text has the master’s colours and is readable on what is drawn behind it', async () => {
  const banded = join(folder, 'banded.potx')
  writeFileSync(
    banded,
    zip(
      [...openPackage(readFileSync(template)).bytes]
        .map(([name, data]) => {
          const text = new TextDecoder().decode(data)
          if (/^ppt\/slideLayouts\/[^/]*$/.test(name))
            return {
              name,
              data: text.replace(/(type="(?:ctrT|t)itle".*?<a:lvl1pPr.*?)<a:solidFill>.*?<\/a:solidFill>/s, '$1'),
            }
          return name === 'ppt/slideMasters/slideMaster1.xml'
            ? {
                name,
                data: text
                  .replace(/(<p:titleStyle>.*?<a:defRPr[^>]*>)<a:solidFill>.*?<\/a:solidFill>/s, `$1${fill('f0f0ff')}`)
                  .replace('</p:grpSpPr>', `</p:grpSpPr>${picture()}`),
              }
            : name === 'ppt/slideMasters/_rels/slideMaster1.xml.rels'
              ? { name, data: text.replace('</Relationships>', `${RELATION}</Relationships>`) }
              : { name, data }
        })
        .concat([{ name: 'ppt/media/band.png', data: band() }]),
    ),
  )
  const { remarks } = await saveNewTheme(join(folder, 'banded'), banded)
  const { tokens } = loadTheme(join(folder, 'banded'))
  expect(tokens).toMatchObject({ title: '#f0f0ff', ground: '#ffffff' })
  expect(remarks.join('\n')).not.toContain('The colour of titles')
  expect(contrastsOf(loadTheme(join(folder, 'banded'))).filter(({ ratio, required }) => ratio < required)).toEqual([])
})

test('a panel covers shapes of several colours that are behind text', async () => {
  const colourful = join(folder, 'colourful.potx')
  const shapes = rectangle(92, 'FFFFFF', 0, 6_096_000) + rectangle(93, '220033', 6_096_000, 6_096_000)
  writeFileSync(
    colourful,
    zip(
      [...openPackage(readFileSync(template)).bytes].map(([name, data]) =>
        name === 'ppt/slideMasters/slideMaster1.xml'
          ? { name, data: new TextDecoder().decode(data).replace('</p:grpSpPr>', `</p:grpSpPr>${shapes}`) }
          : { name, data },
      ),
    ),
  )
  const { remarks } = await saveNewTheme(join(folder, 'colourful'), colourful)
  expect(remarks.join('\n')).toContain('so a panel in the background colour is drawn behind it')
  expect(contrastsOf(loadTheme(join(folder, 'colourful'))).filter(({ ratio, required }) => ratio < required)).toEqual(
    [],
  )
  expect(scaffold.remarks.join('\n')).not.toContain('panel')
})

/** Writes a rectangle as high as the slide. */
function rectangle(id: number, colour: string, left: number, width: number): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Half"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="${left}" y="0"/><a:ext cx="${width}" cy="6858000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fill(colour)}</p:spPr></p:sp>`
}

const RELATION =
  '<Relationship Id="rIdBand" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="../media/band.png"/>'

function fill(hex: string): string {
  return `<a:solidFill><a:srgbClr val="${hex}"/></a:solidFill>`
}

function picture(): string {
  return '<p:pic><p:nvPicPr><p:cNvPr id="91" name="Band"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="rIdBand"/><a:stretch/></p:blipFill><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="12192000" cy="6858000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
}

/** Makes a picture with a dark blue band across its upper third; the rest is white. */
function band(): Uint8Array {
  const rows = [
    [20, 20, 90],
    [255, 255, 255],
    [255, 255, 255],
  ]
  return encode({ width: 1, height: 3, channels: 3, data: new Uint8Array(rows.flat()) })
}

test('a deck with parts can be saved as a PDF', async () => {
  const points = '- It pulls the water.\n- It turns.\n- It shines at night.\n- It sets.\n'
  const parts = ['Moon', 'Sun'].map(
    (name) =>
      `## ${name}\n\n${['Pull', 'Path', 'Light', 'Name'].map((title) => `### ${title} of the ${name}\n\n${points}`).join('\n')}`,
  )
  const value = `# Tides\n\n${parts.join('\n')}`
  const file = new VFile({ path: join(folder, 'c.md'), value })
  const { deck, files } = await convert(file, { formats: ['pdf'], theme: themeFolder }, { browser: browser() })
  expect(deck.slides.map(({ layout }) => layout)).toContain('part')
  expect([...files.keys()]).toEqual(['c.pdf'])
})

test('a PowerPoint file in such a theme has what the template draws behind its slides', async () => {
  const file = new VFile({
    path: join(folder, 'd.md'),
    value: '# Tides\n\n## Moon\n\n- The moon pulls.\n- The sun too.\n',
  })
  const { files } = await convert(file, { formats: ['pptx'], theme: themeFolder }, { browser: browser() })
  const pack = openPackage(files.get('d.pptx') ?? new Uint8Array())
  expect(faultsIn(pack)).toEqual([])
  const behind = slidePaths(pack).map((path) => {
    const [background] = all(pack.parts.get(path) ?? { type: 'root', children: [] }, 'p:bg')
    const [blip] = background === undefined ? [] : all(background, 'a:blip')
    return pack.bytes.get(pack.relationsOf(path).get(blip?.attributes['r:embed'] ?? '')?.target ?? '')
  })
  const { data, channels, width } = decode(behind.at(1) ?? new Uint8Array())
  // The middle of the logo, at 1230 and 40 px.
  expect([...data.slice((80 * width + 2460) * channels).slice(0, 3)]).toEqual([0xaa, 0x22, 0x88])
})
