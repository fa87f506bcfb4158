import { expect, test } from 'vitest'
import { fontNote } from '../../../src/export/pptx/font-note.ts'

test('a note names the fonts of a PowerPoint file and says where to get them', () => {
  expect(fontNote(['Archivo', 'IBM Plex Sans Medium', 'IBM Plex Sans', 'Acme Grotesk'])).toMatch(
    /install Archivo \(free: https:\/\/fontsource\.org\/fonts\/archivo\), IBM Plex Sans \(free: https:\/\/fontsource\.org\/fonts\/ibm-plex-sans\) and Acme Grotesk \(from your/,
  )
})
