import { expect, test } from 'vitest'
import type { EventMark } from '../../src/model/event.ts'
import { renderLogo } from '../../src/render/logo.ts'

const PURPLE = '#7a1f5c'

function chipOf(colours: readonly string[], ground: string): unknown {
  const light: EventMark = { colours, picture: { data: '', width: 3, height: 1 } } as unknown as EventMark
  return renderLogo('logo-own', { light, dark: null, isWordmark: false }, { ground }).properties.dataChip
}

test('a logo for light backgrounds gets a chip if a word of it would not be visible', () => {
  expect(chipOf([PURPLE], '#ffffff')).toBeUndefined()
  expect(chipOf([PURPLE, '#ffffff'], '#ffffff')).toBeUndefined()
  // The white part of its mark is visible on black, but its purple name is not.
  expect(chipOf([PURPLE, '#ffffff'], '#050607')).toBe('light')
  expect(chipOf(['#ffcc00'], '#050607')).toBeUndefined()
})
