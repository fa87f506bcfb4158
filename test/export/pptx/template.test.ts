import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { wcagContrast } from 'culori'
import { VFile } from 'vfile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fromXml } from 'xast-util-from-xml'
import { convert } from '../../../src/convert.ts'
import { chooseTemplateLayout } from '../../../src/export/pptx/choose-template-layout.ts'
import { colourIn } from '../../../src/theme/template/colour-scheme.ts'
import { elementOf, openTemplate } from '../../../src/theme/template/open-template.ts'
import { readLayout, readLayouts } from '../../../src/theme/template/template-layouts.ts'
import { all, faultsIn, openPackage, type Package, slidePaths, textIn } from '../../support/pptx-package.ts'
import { type Part, zip } from '../../support/zip.ts'

const ARTICLE = `# Tides at the quay

The sea rises and falls twice a day.

## What the sea does

- The moon pulls **hard**, and the water follows it round the earth.
- The sun pulls too, though it is far away.

| Wave | Period |
| --- | ---: |
| Moon | 12.42 |
| Sun | 12.00 |

## How to read it

The gauge at the quay measures the height of the water every six minutes. The mean of ten readings is better than any single one.
`

const folder = mkdtempSync(join(tmpdir(), 'lectern-template-'))
const template = join(folder, 'acme.pptx')
let source: Package
let pack: Package
let messages: readonly string[]

async function build(choices: Parameters<typeof convert>[1]): Promise<{ bytes: Uint8Array; file: VFile }> {
  const file = new VFile({ path: 'tides.md', value: ARTICLE })
  const { files } = await convert(file, { formats: ['pptx'], ...choices }, { browser: null })
  return { bytes: files.get('tides.pptx') ?? new Uint8Array(), file }
}

beforeAll(async () => {
  const { bytes } = await build({ theme: 'signal' })
  writeFileSync(template, bytes)
  source = openPackage(bytes)
  const made = await build({ pptxTemplate: template })
  pack = openPackage(made.bytes)
  messages = made.file.messages.map(String)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe("a deck on a template's own layouts", () => {
  test('is a valid package', () => {
    expect(faultsIn(pack)).toEqual([])
  })

  test('keeps masters, layouts and theme byte for byte, and none of its slides', () => {
    const kept = [...source.bytes].filter(([path]) => /^ppt\/(?:slideMasters|slideLayouts|theme\/theme1)/.test(path))
    expect(kept.length).toBeGreaterThan(6)
    for (const [path, bytes] of kept.filter(([path]) => path.endsWith('.xml')))
      expect(Buffer.from(pack.bytes.get(path) ?? []).equals(Buffer.from(bytes)), path).toBe(true)
  })

  test('says what the slides say, and sets no size, colour or font of its own', () => {
    const slides = slidePaths(pack).map((path) => pack.parts.get(path))
    const text = slides.map((slide) => (slide ? textIn(slide) : '')).join(' ')
    for (const words of ['Tides at the quay', 'The sun pulls too', '12.42', 'every six minutes'])
      expect(text).toContain(words)
    const runs = slides.flatMap((slide) => (slide ? all(slide, 'a:rPr') : []))
    expect(runs.length).toBeGreaterThan(5)
    expect(runs.filter((run) => run.attributes.sz || all(run, 'a:solidFill').length > 0)).toEqual([])
    expect(runs.filter((run) => run.attributes.b === '1')).toHaveLength(1)
  })

  test('gives points bullets and text its size where the template styles only its sample text, as LibreOffice does', async () => {
    const path = join(folder, 'libreoffice.pptx')
    const parts = [...source.bytes].map(([name, data]): Part => {
      if (!/^ppt\/slide(?:Layouts|Masters)\/[^/]+\.xml$/.test(name)) return { name, data }
      const text = new TextDecoder()
        .decode(data)
        .replace(/<a:lstStyle>.*?<\/a:lstStyle>/g, '<a:lstStyle/>')
        .replace(/<p:txStyles>.*?<\/p:txStyles>/, '<p:txStyles/>')
        .replaceAll('<a:rPr/>', '<a:rPr sz="2450"/>')
      return { name, data: text }
    })
    writeFileSync(path, zip(parts))
    const opened = openPackage((await build({ pptxTemplate: path })).bytes)
    expect(faultsIn(opened)).toEqual([])
    const paragraphs = slidePaths(opened).flatMap((each) => {
      const part = opened.parts.get(each)
      return part ? all(part, 'a:p') : []
    })
    const point = paragraphs.find((paragraph) => textIn(paragraph).startsWith('The sun pulls too'))
    const title = paragraphs.find((paragraph) => textIn(paragraph) === 'Tides at the quay')
    if (point === undefined || title === undefined) throw new Error('The slides lack their words.')
    expect(all(point, 'a:buChar')).toHaveLength(1)
    expect(all(title, 'a:buChar')).toHaveLength(0)
    for (const run of [...all(point, 'a:rPr'), ...all(title, 'a:rPr')]) expect(run.attributes.sz).toBe('2450')
  })

  test('puts text under the title, shrunk to fit, where its placeholder has no position', async () => {
    const path = join(folder, 'unplaced.pptx')
    const parts = [...source.bytes].map(([name, data]): Part => {
      if (!/^ppt\/slide(?:Layouts|Masters)\/[^/]+\.xml$/.test(name)) return { name, data }
      const text = new TextDecoder()
        .decode(data)
        .replace(/<p:sp>.*?<\/p:sp>/gs, (shape) =>
          /<p:ph[^>]*type="(?:body|subTitle)"|<p:ph(?![^>]*type=)/.test(shape)
            ? shape.replace(/<a:xfrm>.*?<\/a:xfrm>/s, '').replace(/ sz="\d+"/g, ' sz="8000"')
            : shape,
        )
        .replace(/<p:bodyStyle>.*?<\/p:bodyStyle>/s, (style) => style.replace(/ sz="\d+"/g, ' sz="8000"'))
      return { name, data: text }
    })
    writeFileSync(path, zip(parts))
    const opened = openPackage((await build({ pptxTemplate: path })).bytes)
    expect(faultsIn(opened)).toEqual([])
    const body = slidePaths(opened)
      .flatMap((each) => all(opened.parts.get(each) ?? { type: 'root', children: [] }, 'p:sp'))
      .find((shape) => textIn(shape).includes('every six minutes'))
    expect(body === undefined ? [] : all(body, 'a:xfrm')).toHaveLength(1)
    const [autofit] = body === undefined ? [] : all(body, 'a:normAutofit')
    expect(Number(autofit?.attributes.fontScale)).toBeLessThan(100_000)
  })

  test('gives words that cannot be read on its background another colour, and says so', async () => {
    const path = join(folder, 'pale.pptx')
    const parts = [...source.bytes].map(([name, data]): Part => {
      const text = new TextDecoder().decode(data)
      return name === 'ppt/theme/theme1.xml'
        ? {
            name,
            data: text
              .replace(/(<a:dk1><a:srgbClr val=")\w+/, '$18a8a8a')
              .replace(/(<a:lt1><a:srgbClr val=")\w+/, '$1ffffff'),
          }
        : { name, data }
    })
    writeFileSync(path, zip(parts))
    const { bytes, file } = await build({ pptxTemplate: path })
    expect(file.messages.map(String).join('\n')).toMatch(
      /The template's text in #8a8a8a has too little contrast on #ffffff, so they are shown in #7[0-7]/,
    )
    const opened = openPackage(bytes)
    expect(faultsIn(opened)).toEqual([])
    const point = slidePaths(opened)
      .flatMap((each) => all(opened.parts.get(each) ?? { type: 'root', children: [] }, 'a:p'))
      .find((paragraph) => textIn(paragraph).startsWith('The sun pulls too'))
    const [colour] = point === undefined ? [] : all(point, 'a:srgbClr')
    expect(wcagContrast(`#${colour?.attributes.val}`, '#ffffff')).toBeGreaterThanOrEqual(4.5)
    expect(messages.join('\n')).not.toContain('too little contrast')
  })

  test('reports layouts that the template lacks', async () => {
    const bare = join(folder, 'bare.pptx')
    const parts = [...source.bytes].map(([name, data]): Part => {
      const isTitle = name.startsWith('ppt/slideLayouts/') && name.endsWith('.xml')
      const text = new TextDecoder().decode(data)
      return {
        name,
        data: isTitle
          ? text
              .replace(/ type="(?:title|secHead)"/, '')
              .replaceAll('ctrTitle', 'title')
              .replaceAll('type="subTitle"', 'type="body"')
          : data,
      }
    })
    writeFileSync(bare, zip(parts))
    const { bytes, file } = await build({ pptxTemplate: bare })
    expect(faultsIn(openPackage(bytes))).toEqual([])
    expect(file.messages.map(String).join('\n')).toMatch(
      /The template has no layout for slides of the kind "title", so they use its layout/,
    )
    expect(messages.join('\n')).not.toMatch(/of the kind "title"/)
  })
})

test.each([
  ['tx', ['title', 'subTitle'], 'title'],
  ['tx', ['title', 'body'], 'tx'],
  ['blank', ['title', 'obj', 'obj'], 'twoObj'],
  ['blank', [], 'blank'],
])('a layout that says %s and has %j is of the kind %s', (stated, types, kind) => {
  const shapes = types.map((type) => `<p:sp><p:nvSpPr><p:nvPr><p:ph type="${type}"/></p:nvPr></p:nvSpPr></p:sp>`)
  const xml = `<p:sldLayout type="${stated}"><p:cSld><p:spTree>${shapes.join('')}</p:spTree></p:cSld></p:sldLayout>`
  expect(readLayout('layout.xml', fromXml(xml), fromXml('<p:sldMaster/>')).kind).toBe(kind)
})

const LAYOUT_XML = '<p:sldLayout type="obj"><p:cSld><p:spTree>PLACE</p:spTree></p:cSld></p:sldLayout>'

function titleAt(y: number): string {
  return `<p:sp><p:nvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="${y}"/><a:ext cx="9" cy="9"/></a:xfrm></p:spPr></p:sp>`
}

test('a title that LibreOffice moved is where its own master has it', () => {
  const layout = fromXml(LAYOUT_XML.replace('PLACE', titleAt(500)))
  const master = (style: string) => fromXml(`<p:sldMaster><p:cSld>${titleAt(20)}</p:cSld>${style}</p:sldMaster>`)
  const styled = '<p:txStyles><p:titleStyle><a:lvl1pPr/></p:titleStyle></p:txStyles>'
  expect(readLayout('a', layout, master('')).placeholders[0]).toMatchObject({ box: { y: 20 }, isMoved: true })
  expect(readLayout('a', layout, master(styled)).placeholders[0]).toMatchObject({ box: { y: 500 }, isMoved: false })
})

test('of the layouts of several masters, one on which words can be read is used', () => {
  const root = fromXml(LAYOUT_XML.replace('PLACE', titleAt(20)))
  const [busy, calm] = ['busy', 'calm'].map((path) => readLayout(path, root, fromXml('<p:sldMaster/>')))
  if (busy === undefined || calm === undefined) throw new Error('There are two layouts.')
  const coloursOn = ({ path, placeholders }: typeof busy) =>
    placeholders.map((placeholder) => ({
      ...{ placeholder, originalColour: '#333333', colour: '#333333', ground: '#000000', unreadableFraction: 0 },
      isReadable: path === 'calm',
    }))
  expect(chooseTemplateLayout('points', [busy, calm], coloursOn)?.layout.path).toBe('calm')
  expect(chooseTemplateLayout('points', [busy], coloursOn)?.layout.path).toBe('busy')
})

test('a tint is mixed in linear light, as PowerPoint does', () => {
  const fill = '<a:solidFill><a:schemeClr val="tx1"><a:tint val="75000"/></a:schemeClr></a:solidFill>'
  expect(colourIn(elementOf(fromXml(fill)), { tx1: '#000000' })?.hex).toBe('#898989')
})

describe('an untrusted template', () => {
  const changed = (name: string, change: (text: string) => string | Uint8Array, more: readonly Part[] = []): string => {
    const path = join(folder, 'hostile.pptx')
    const parts = [...source.bytes].map(
      ([each, data]): Part => ({ name: each, data: each === name ? change(new TextDecoder().decode(data)) : data }),
    )
    writeFileSync(path, zip([...parts, ...more]))
    return path
  }
  const LAYOUT = 'ppt/slideLayouts/slideLayout1.xml'

  test('is opened if nothing is wrong with it', () => {
    expect(readLayouts(openTemplate(changed(LAYOUT, (text) => text))).map(({ kind }) => kind)).toContain('title')
  })

  test.each([
    [
      'entities',
      () => changed(LAYOUT, (text) => text.replace('?>', '?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>')),
      /not XML that can be read safely/,
    ],
    [
      'a picture from outside',
      () =>
        changed('ppt/slideLayouts/_rels/slideLayout1.xml.rels', (text) =>
          text.replace(
            '</Relationships>',
            '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="https://evil.example/a.png" TargetMode="External"/></Relationships>',
          ),
        ),
      /loads https:\/\/evil\.example\/a\.png from outside/,
    ],
    ['a bomb', () => changed(LAYOUT, () => new Uint8Array(70 * 2 ** 20)), /too large/],
    [
      'a part that is not there',
      () =>
        changed('ppt/slideLayouts/_rels/slideLayout1.xml.rels', (text) =>
          text
            .replace('slideMaster1.xml', 'slideMaster1.xml')
            .replace(
              '</Relationships>',
              '<Relationship Id="rId98" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="../../../../etc/passwd"/></Relationships>',
            ),
        ),
      /Its part .*passwd is missing/,
    ],
    ['broken XML', () => changed(LAYOUT, (text) => text.slice(0, 400)), /not XML that can be read safely/],
  ])('is refused with a message: %s', (_, make, reason) => {
    expect(() => openTemplate(make())).toThrow(reason)
  })

  test.each([
    ['no zip at all', 'hello', /not a PowerPoint file/],
    ['encrypted', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /protected with a password/],
    ['a file that is not there', null, /no such file/],
  ])('is refused with a message: %s', (_, content, reason) => {
    const path = join(folder, 'other.pptx')
    if (content !== null) writeFileSync(path, content)
    expect(() => openTemplate(content === null ? `${path}.none` : path)).toThrow(reason)
  })
})
