import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import type { Face } from '../../src/model/face.ts'
import type { Theme } from '../../src/model/theme.ts'
import { withEventColours } from '../../src/theme/event-colours.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'

const faceOf = (family: string, weight: number, style: Face['style'] = 'normal'): Face => ({
  ...{ family, weight, style, subsets: [] },
})

/** Returns the weights of an event's font for text in a theme with these faces. */
function weightsIn(faces: readonly Face[]): readonly number[] {
  const tokens = { ...loadTheme('lectern').tokens, 'font-text': '"Own", sans-serif' }
  const theme: Theme = { ...loadTheme('lectern'), tokens, faces }
  const text = { family: 'Fog', faces: [300, 400, 700].map((weight) => faceOf('Fog', weight)) }
  const changed = withEventColours(theme, { colours: [], fonts: { display: null, text } }, new VFile())
  return changed.faces.filter(({ family }) => family === 'Fog').map(({ weight }) => weight)
}

test('the font of an event has the weights that the theme uses', () => {
  expect(weightsIn([faceOf('Own', 400), faceOf('Own', 600), faceOf('Own', 400, 'italic')])).toEqual([400, 700])
})

test('text in the font of an event is regular even if the font of the theme has only a heavier weight', () => {
  expect(weightsIn([faceOf('Own', 600)])).toEqual([700, 400])
})

test('an event whose titles and text have one font carries each of its faces once', () => {
  const fog = () => ({ family: 'Fog', faces: [faceOf('Fog', 400), faceOf('Fog', 700)] })
  const fonts = { display: fog(), text: fog() }
  const { faces } = withEventColours(loadTheme('briefing'), { colours: [], fonts }, new VFile())
  const traits = faces.map(({ family, weight, style }) => `${family} ${weight} ${style}`)
  expect(traits).toContain('Fog 700 normal')
  expect(new Set(traits).size).toBe(traits.length)
})
