import { oklch } from 'culori'
import fc from 'fast-check'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Theme } from '../../src/model/theme.ts'
import { contrastsOf } from '../../src/theme/contrast.ts'
import { withEventColours } from '../../src/theme/event-colours.ts'
import { paletteOf } from '../../src/theme/event-palette.ts'
import { loadTheme, themeNames } from '../../src/theme/load-theme.ts'

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

/** In OKLCH. A colour with less chroma than this has no hue to keep: one step of a channel changes it. */
const MIN_CHROMA = 0.02

/** In degrees. */
const MAX_HUE_CHANGE = 10

/** Difficult brand colours: lime, yellow, pure blue and red, grey, black, white, pale pink. */
const DIFFICULT = ['#b8d300', '#ffff00', '#0000ff', '#ff0000', '#777777', '#000000', '#ffffff', '#fce4ec']

/** Lists the faults of a theme in an event's colours: low contrasts and changed hues. */
function faultsOf(theme: Theme, colours: readonly string[]): readonly string[] {
  const { tokens, isSwapped } = paletteOf(theme, colours)
  const colourOf = (token: string, number: 1 | 2) =>
    colours[isSwapped && token.startsWith('deep') ? 2 - number : number - 1]
  const lowContrasts = contrastsOf({ ...theme, tokens })
    .filter(({ ratio, required }) => ratio < required)
    .map(({ ink, ground, ratio }) => `${ink} on ${ground}: ${ratio}`)
  const changedHues = Object.entries(theme.brand).flatMap(([token, rule]) => {
    const derived = oklch(tokens[token] ?? '')
    const brand = oklch(rule.type === 'from' ? (colourOf(token, rule.colour) ?? colours[0] ?? '') : '')
    if (derived === undefined || brand === undefined || derived.c < MIN_CHROMA || brand.c < MIN_CHROMA) return []
    const change = hueDifference(derived.h, brand.h)
    return change > MAX_HUE_CHANGE ? [`${token}: by ${change}`] : []
  })
  return [...lowContrasts, ...changedHues]
}

/** Returns the number of degrees between two hues. */
function hueDifference(one = 0, other = 0): number {
  return Math.abs(((one - other + 540) % 360) - 180)
}

describe.each(themeNames())('%s', (name) => {
  const theme = loadTheme(name)

  test('is readable without an event', () => {
    const contrasts = contrastsOf(theme)
    expect(contrasts.length).toBeGreaterThan(12)
    expect(contrasts.filter(({ ratio, required }) => ratio < required)).toEqual([])
  })

  test('passes AA with any event colour, and keeps its hue', () => {
    fc.assert(
      fc.property(hex, (colour) => {
        expect(faultsOf(theme, [colour])).toEqual([])
      }),
      { numRuns: 200, seed: 7, examples: DIFFICULT.map((colour) => [colour]) },
    )
  })

  test('passes AA with any two event colours', () => {
    fc.assert(
      fc.property(hex, hex, (one, other) => {
        expect(faultsOf(theme, [one, other])).toEqual([])
      }),
      { numRuns: 100, seed: 7, examples: DIFFICULT.map((colour, index) => [colour, DIFFICULT.at(-index) ?? colour]) },
    )
  })

  test('changes no size, no type and no colour of code', () => {
    const changed = Object.entries(paletteOf(theme, ['#d6006c', '#0a4a9c']).tokens).filter(
      ([token, value]) => value !== theme.tokens[token],
    )
    expect(changed.length).toBeGreaterThan(3)
    expect(changed.filter(([token]) => /^(?:size|font|code|ground|ink|muted|line|margin)/.test(token))).toEqual([])
  })
})

test('a readable colour stays as it is, and an unreadable one is changed and reported', () => {
  const file = new VFile()
  const event = { colours: ['#b8d300'], fonts: { display: null, text: null } }
  expect(withEventColours(loadTheme('stage'), event, file).tokens.accent).toBe('#b8d300')
  expect(file.messages.map(({ reason }) => reason)).toEqual([expect.not.stringContaining('"accent"')])
  const adjusted = withEventColours(loadTheme('lectern'), event, file).tokens.accent ?? ''
  expect(adjusted).not.toBe('#b8d300')
  expect(hueDifference(oklch('#b8d300')?.h, oklch(adjusted)?.h)).toBeLessThan(MAX_HUE_CHANGE)
  expect(file.messages).toHaveLength(2)
  expect(file.messages[1]).toMatchObject({ ruleId: 'brand-contrast', fatal: undefined })
  expect(file.messages[1]?.reason).toContain(`"accent" is ${adjusted}`)
})

test.each(['lectern', 'briefing', 'paper', 'chalk'])(
  'a light second colour does not become a dark background in %s',
  (name) => {
    const file = new VFile()
    const event = { colours: ['#003a70', '#f4c430'], fonts: { display: null, text: null } }
    const { tokens } = withEventColours(loadTheme(name), event, file)
    expect(hueDifference(oklch('#003a70')?.h, oklch(tokens.deep ?? '')?.h)).toBeLessThan(MAX_HUE_CHANGE)
    expect(file.messages.map(({ reason }) => reason)).toContainEqual(
      expect.stringMatching(/second colour, #f4c430, is too light for dark backgrounds, .* the first, #003a70/),
    )
    const isShown = oklch(tokens['deep-accent'] ?? '')?.c !== 0
    expect(file.messages[0]?.reason).toContain(isShown ? 'the second is the accent' : 'this theme shows no accent')
  },
)

test('a dark background derived from yellow alone is nearly grey, not brown', () => {
  for (const colour of ['#f4c430', '#ff9e1b'])
    expect(oklch(paletteOf(loadTheme('lectern'), [colour]).tokens.deep ?? '')?.c).toBeLessThan(0.03)
})

test('a colour that a theme nowhere shows unchanged is reported with what it became', () => {
  const reasonsFor = (name: string, colours: readonly string[]) => {
    const file = new VFile()
    withEventColours(loadTheme(name), { colours, fonts: { display: null, text: null } }, file)
    return file.messages.filter(({ ruleId }) => ruleId === 'brand-colour').map(({ reason }) => reason)
  }
  expect(reasonsFor('lectern', ['#ffd400', '#10352d'])).toEqual([])
  expect(reasonsFor('lectern', ['#d6006c', '#0a7ac8'])).toEqual([
    expect.stringMatching(
      /the event's colour #0a7ac8 only in a lighter, darker or paler form: its "deep" is #[0-9a-f]{6} in place of #10352d\. Choose/,
    ),
  ])
  expect(reasonsFor('stage', ['#ffffff', '#ffd400'])).toEqual([
    expect.stringContaining("no place for the event's colour #ffd400"),
  ])
  expect(reasonsFor('signal', ['#10352d', '#ffd400'])).toEqual([])
  expect(reasonsFor('lectern', ['#d6006c'])).toEqual([])
})
