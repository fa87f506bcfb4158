import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { installedFontIn } from '../../src/theme/installed-font.ts'
import { fontNamed } from '../support/named-font.ts'

test('a font is called by the family that programs with two weights list', () => {
  const font = fontNamed({ 1: 'Fog Sans Condensed', 2: 'Bold', 16: 'Fog Sans', 17: 'Condensed Bold' })
  expect(installedFontIn(font)).toEqual({ family: 'Fog Sans Condensed', isBold: true })
})

test('a semibold font has a family to itself and is not bold in it', () => {
  const font = fontNamed({ 1: 'Fog Sans SemiBold', 2: 'Regular', 16: 'Fog Sans', 17: 'SemiBold' })
  expect(installedFontIn(font)).toEqual({ family: 'Fog Sans SemiBold', isBold: false })
})

test('a font whose style has another name is bold if its weight is', () => {
  const weighing = (weight: number) => {
    const table = Buffer.alloc(64)
    table.writeUInt16BE(weight, 4)
    return { 'OS/2': table }
  }
  expect(installedFontIn(fontNamed({ 1: 'Fog', 2: 'Demi' }, weighing(600)))).toEqual({ family: 'Fog', isBold: true })
  expect(installedFontIn(fontNamed({ 1: 'Fog', 2: 'Book' }, weighing(400)))).toEqual({ family: 'Fog', isBold: false })
  expect(installedFontIn(fontNamed({ 1: 'Fog Demi', 2: 'Regular' }, weighing(600)))?.isBold).toBe(false)
})

test('a variable font is regular and bold', () => {
  expect(installedFontIn(fontNamed({ 1: 'Fog', 2: 'Regular' }, { fvar: Buffer.alloc(0) }))).toEqual({
    family: 'Fog',
    isBold: null,
  })
})

test('names are read from a font as it is published', () => {
  const font = readFileSync('node_modules/katex/dist/fonts/KaTeX_Main-Bold.ttf')
  expect(installedFontIn(font)).toEqual({ family: 'KaTeX_Main', isBold: true })
})

test('a web font has no names, nor has a broken one', () => {
  const font = readFileSync('node_modules/katex/dist/fonts/KaTeX_Main-Bold.ttf')
  const webFont = readFileSync('node_modules/katex/dist/fonts/KaTeX_Main-Bold.woff2')
  for (const bytes of [webFont, font.subarray(0, 500), font.subarray(0, 20), fontNamed({ 2: 'Bold' })])
    expect(installedFontIn(bytes)).toBeNull()
})
