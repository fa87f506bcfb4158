import { expect, test } from 'vitest'
import type { LogoImage } from '../../src/model/event.ts'
import { renderLogo } from '../../src/render/logo.ts'

const PURPLE = '#7a1f5c'

function chipOf(colours: readonly string[], background: string): unknown {
  const light: LogoImage = { colours, picture: { data: '', width: 3, height: 1 } } as unknown as LogoImage
  return renderLogo('logo-own', { light, dark: null, isWordmark: false }, background).properties.dataChip
}

test('a logo for light backgrounds gets a chip if a word of it would not be visible', () => {
  expect(chipOf([PURPLE], '#ffffff')).toBeUndefined()
  expect(chipOf([PURPLE, '#ffffff'], '#ffffff')).toBeUndefined()
  // The white part of its mark is visible on black, but its purple name is not.
  expect(chipOf([PURPLE, '#ffffff'], '#050607')).toBe('light')
  expect(chipOf(['#ffcc00'], '#050607')).toBeUndefined()
  // A white logo is the only version: the name "light" does not make a white chip of use.
  expect(chipOf(['#ffffff'], '#eef7f0')).toBe('dark')
})

test('a logo for dark backgrounds gets a chip if fewer than half of its colours are visible there', () => {
  const chip = (colours: readonly string[]) => {
    const dark: LogoImage = { colours, picture: { data: '', width: 3, height: 1 } } as unknown as LogoImage
    return renderLogo('logo-own', { light: null, dark, isWordmark: false }, '#003060').properties.dataChip
  }
  // A dark chip would hide it as well.
  expect(chip(['#003a70'])).toBe('light')
  expect(chip(['#003a70', '#0a2540', '#ffffff'])).toBe('dark')
  expect(chip(['#003a70', '#ffffff'])).toBeUndefined()
})
