import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { isBold } from '../../src/export/pptx/font-families.ts'
import { fontCss } from '../../src/render/fonts.ts'
import { unembeddedFonts } from '../../src/theme/font-stacks.ts'
import { traitsOf } from '../../src/theme/font-traits.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { variableWeightsIn } from '../../src/theme/variable-weights.ts'
import { axesTable, fontWith, webFontWith } from '../support/variable-font.ts'

const folder = mkdtempSync(join(tmpdir(), 'lectern-own-fonts-'))
afterAll(() => rmSync(folder, { recursive: true }))

const AXES = axesTable({ wdth: [75, 100, 100], wght: [200, 400, 800] })
const STATIC_FONT = readFileSync('node_modules/katex/dist/fonts/KaTeX_Main-Bold.woff2')

function themeWith(yaml: string, font: Uint8Array) {
  writeFileSync(join(folder, 'own.woff2'), font)
  writeFileSync(join(folder, 'theme.yaml'), `name: own\nextends: lectern\n${yaml}`)
  return loadTheme(folder)
}

/** Makes the table of a font that states its weight and, in the flags, its slant. */
function traitsTable(weight: number, flags: number): Buffer {
  const table = Buffer.alloc(64)
  table.writeUInt16BE(weight, 4)
  table.writeUInt16BE(flags, 62)
  return table
}

describe('the weights of a font file', () => {
  test('are those of its axis', () => {
    expect(variableWeightsIn(fontWith({ fvar: AXES }))).toEqual([200, 800])
    const others = { glyf: Buffer.from('outlines'), ABCD: Buffer.from('more') }
    expect(variableWeightsIn(webFontWith({ ...others, fvar: AXES }))).toEqual([200, 800])
  })

  test('are not a range in a font that is static, broken or variable only in other ways', () => {
    const widthsOnly = axesTable({ wdth: [75, 100, 100] })
    const fonts = [
      STATIC_FONT,
      STATIC_FONT.subarray(0, 60),
      fontWith({ fvar: widthsOnly }),
      fontWith({ fvar: AXES.subarray(0, 20) }),
    ]
    for (const font of fonts) expect(variableWeightsIn(font)).toBeNull()
  })

  const yaml = (weight: string) =>
    `fonts: [{ family: Own, file: own.woff2${weight} }]\ntokens: { font-display: '"Own", serif' }\n`

  test('can all be used if it is variable and no weight is given', () => {
    const { faces } = themeWith(yaml(''), webFontWith({ fvar: AXES }))
    const [face] = faces.filter(({ family }) => family === 'Own')
    expect(face).toMatchObject({ weight: 400, weights: [200, 800] })
    expect(fontCss({ ...loadTheme('lectern'), faces }, 'A')).toContain('font-family:"Own";font-weight:200 800;')
    const run = { families: ['Own'], text: 'Tides', isItalic: false }
    expect([isBold({ ...run, weight: 700 }, faces), isBold({ ...run, weight: 400 }, faces)]).toEqual([true, false])
  })

  test('are the one that is given or, for a static font, its own', () => {
    const variable = themeWith(yaml(', weight: 600'), webFontWith({ fvar: AXES }))
    expect(variable.faces.find(({ family }) => family === 'Own')).toMatchObject({ weight: 600 })
    expect(variable.faces.find(({ family }) => family === 'Own')).not.toHaveProperty('weights')
    const { faces } = themeWith(yaml(''), STATIC_FONT)
    expect(fontCss({ ...loadTheme('lectern'), faces }, 'A')).toContain('font-family:"Own";font-weight:700;')
  })
})

describe('a font file whose weight and slant are not given', () => {
  const KATEX = 'node_modules/katex/dist/fonts/KaTeX_Main-'

  test('has those of the file', () => {
    expect(traitsOf(readFileSync(`${KATEX}Regular.ttf`), {})).toEqual({ weight: 400, style: 'normal' })
    expect(traitsOf(readFileSync(`${KATEX}Bold.woff2`), {})).toEqual({ weight: 700, style: 'normal' })
    expect(traitsOf(fontWith({ 'OS/2': traitsTable(600, 1) }), {})).toEqual({ weight: 600, style: 'italic' })
    expect(traitsOf(webFontWith({ 'OS/2': traitsTable(300, 512) }), {})).toEqual({ weight: 300, style: 'italic' })
    expect(traitsOf(fontWith({ 'OS/2': traitsTable(950, 64) }), {})).toEqual({ weight: 900, style: 'normal' })
  })

  test('is regular and upright if the file says nothing, or nothing that is possible', () => {
    const impossible = traitsTable(5, 64)
    for (const font of [
      fontWith({}),
      fontWith({ 'OS/2': impossible }),
      fontWith({ 'OS/2': impossible.subarray(0, 5) }),
    ])
      expect(traitsOf(font, {})).toEqual({ weight: 400, style: 'normal' })
  })

  test('has those that are given instead, even in part', () => {
    const bold = readFileSync(`${KATEX}Bold.woff2`)
    expect(traitsOf(bold, { weight: 500 })).toEqual({ weight: 500, style: 'normal' })
    expect(traitsOf(bold, { style: 'italic' })).toEqual({ weight: 700, style: 'italic' })
  })

  test('is used beside the other files of its family', () => {
    for (const name of ['Regular', 'Bold'])
      copyFileSync(`${KATEX}${name}.woff2`, join(folder, `${name.toLowerCase()}.woff2`))
    const yaml = 'fonts: [{ family: Own, file: regular.woff2 }, { family: Own, file: bold.woff2 }]\n'
    const { faces } = themeWith(yaml, STATIC_FONT)
    expect(faces.filter(({ family }) => family === 'Own').map(({ weight }) => weight)).toEqual([400, 700])
  })
})

describe('the font stack of an own theme', () => {
  const stackOf = (stack: string) => {
    const yaml = `fonts: [{ family: Own, file: own.woff2 }]\ntokens: { font-display: '${stack}' }\n`
    return themeWith(yaml, STATIC_FONT).tokens['font-display']
  }

  test('keeps the families for other scripts, of the same kind, before the generic one', () => {
    expect(stackOf('"Own", Georgia, serif')).toBe(
      '"Own", Georgia, "Source Serif 4", "Markazi Text", "Noto Serif Hebrew", serif',
    )
    expect(stackOf('"Own", sans-serif')).toBe('"Own", "Vazirmatn", "Noto Sans Hebrew", sans-serif')
  })

  test('is reported if its first family does not come with the theme', () => {
    const tokens = { 'font-display': '"Orange Sans", serif', 'font-text': 'sans-serif', ink: '#000000' }
    const { faces } = loadTheme('lectern')
    expect(unembeddedFonts({ faces, tokens })).toEqual([{ token: 'font-display', family: 'Orange Sans' }])
    expect(unembeddedFonts(loadTheme('stage'))).toEqual([])
  })

  test('keeps them if it ends without a generic family, and names none twice', () => {
    expect(stackOf('Own')).toBe('Own, "Source Serif 4", "Markazi Text", "Noto Serif Hebrew"')
    expect(stackOf('"Own", "Markazi Text", serif')).toBe(
      '"Own", "Markazi Text", "Source Serif 4", "Noto Serif Hebrew", serif',
    )
  })
})
