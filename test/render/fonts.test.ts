import { expect, test } from 'vitest'
import { fontCss } from '../../src/render/fonts.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'

const theme = loadTheme('lectern')

/** The faces that are embedded for a text, each with the range of its file. */
function facesFor(text: string): readonly string[] {
  return [
    ...fontCss(theme, text).matchAll(
      /font-family:"([^"]+)";font-weight:(\d+);font-style:(\w+);unicode-range:(U\+[0-9A-F]+)/g,
    ),
  ].map(([, ...parts]) => parts.join(' '))
}

test('an English text embeds only the Latin file of each face, once', () => {
  const faces = facesFor('How Tides Keep Time')
  expect(faces).toHaveLength(theme.faces.filter(({ subsets }) => subsets.some(({ name }) => name === 'latin')).length)
  expect(faces.every((face) => face.endsWith('U+0000'))).toBe(true)
})

test('a letter of another script adds the files that have it, and no more', () => {
  const latin = facesFor('tide')
  const addedBy = (text: string) => facesFor(text).filter((face) => !latin.includes(face))
  expect(addedBy('tide ж').map((face) => face.split(' 400')[0])).toEqual(
    expect.arrayContaining(['Source Sans 3', 'IBM Plex Mono']),
  )
  expect(addedBy('tide ж').join()).not.toContain('Newsreader')
  expect(addedBy('tide ő').join()).toContain('Newsreader')
  expect(addedBy('tide 海')).toEqual([])
})

test('a text without any letter in a face embeds none', () => {
  expect(fontCss(theme, '')).toBe('')
  expect(fontCss(theme, '海潮')).toBe('')
})

test('the bytes in the rules are those of the files', () => {
  const [face] = theme.faces
  const latin = face?.subsets.find(({ name }) => name === 'latin')
  const [, data = ''] = /base64,([^)]+)/.exec(fontCss({ ...theme, faces: face ? [face] : [] }, 'a')) ?? []
  expect(Buffer.from(data, 'base64').equals(Buffer.from(latin?.bytes() ?? []))).toBe(true)
})

test('emoji have their own font, only if the text has any', () => {
  const theme = loadTheme('stage')
  for (const text of ['The bell 🔔 rings', '1️⃣ Ring it'])
    expect(fontCss(theme, text)).toContain('font-family:"Noto Emoji"')
  expect(fontCss(theme, 'The bell rings at 12 #')).not.toContain('Noto Emoji')
})
