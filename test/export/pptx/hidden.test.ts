import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { deckFileFor } from '../../../src/conversion/make-deck-file.ts'
import { convert } from '../../../src/convert.ts'
import { all, openPackage } from '../../support/pptx-package.ts'

const ARTICLE = `# The lock

## The gates

A gate of steel has held the river back since 1912. Its hinges were cast in the yard of the old mine.

## The basin

Forty barges lie in the basin when the winter is hard. The water there never freezes, for it is always moving.
`

/** Reads the slides of a PowerPoint file: whether each is shown, its words, and those of its notes. */
async function slidesOf(path: string, value: string) {
  const { deck, files } = await convert(new VFile({ path, value }), { formats: ['pptx'] }, { browser: null })
  const { parts } = openPackage([...files.values()][0] ?? new Uint8Array())
  const wordsIn = (path: string) => {
    const root = parts.get(path)
    const texts = root === undefined ? [] : all(root, 'a:t')
    return texts.flatMap(({ children }) => children.flatMap((child) => (child.type === 'text' ? [child.value] : [])))
  }
  const count = [...parts.keys()].filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path)).length
  return {
    deck,
    slides: Array.from({ length: count }, (_, index) => {
      const path = `ppt/slides/slide${index + 1}.xml`
      const root = parts.get(path)
      const [slide] = root === undefined ? [] : all(root, 'p:sld')
      return {
        isShown: slide?.attributes.show !== '0',
        words: wordsIn(path).join(' '),
        note: wordsIn(`ppt/notesSlides/notesSlide${index + 1}.xml`).join(' '),
      }
    }),
  }
}

test('a hidden slide is in the file as hidden, and its note joins that of the slide before', async () => {
  const text = await deckFileFor(new VFile({ path: 'lock.md', value: ARTICLE }))
  const shown = await slidesOf('lock.deck.md', text)
  const edited = text.replace(/(<!-- slide: (?:(?!-->).)*part: The basin) -->/, '$1, hidden -->')
  const { deck, slides } = await slidesOf('lock.deck.md', edited)
  const at = slides.findIndex(({ isShown }) => !isShown)
  expect(slides.filter(({ isShown }) => !isShown)).toHaveLength(1)
  expect(slides[at]?.words).toContain('Forty barges lie in the basin')
  expect(slides[at]?.note).not.toContain('Forty barges')
  expect(slides[at - 1]?.note).toContain('Forty barges lie in the basin')
  expect(slides.map(({ words }) => words)).toEqual(shown.slides.map(({ words }) => words))
  expect(deck.slides).toHaveLength(slides.length - 1)
})

const SLIDEV = `---
theme: seriph
---

# The lock

---
layout: default
hide: true
---

# Kept for questions

- The pump of 1950

---
layout: default
---

# The gates

- They are opened by hand
`

test('a slide hidden by another tool is hidden in the deck file too', async () => {
  const file = () => new VFile({ path: 'lock.md', value: SLIDEV })
  expect(await deckFileFor(file())).toContain('<!-- slide: kept-for-questions, hidden')
  const { slides } = await slidesOf('lock.md', SLIDEV)
  expect(slides.map(({ isShown }) => isShown)).toEqual([true, false, true])
  const again = await slidesOf('lock.deck.md', await deckFileFor(file()))
  expect(again.slides).toEqual(slides)
})
