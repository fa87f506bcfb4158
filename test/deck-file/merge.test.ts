import fc from 'fast-check'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import type { DeckText } from '../../src/deck-file/deck-text.ts'
import { deckText } from '../../src/deck-file/make-deck-text.ts'
import { updateDeck } from '../../src/deck-file/merge/update-deck.ts'
import { parseDeck } from '../../src/deck-file/parse.ts'
import { printDeckText } from '../../src/deck-file/print.ts'
import { splitDeckFile } from '../../src/deck-file/split-deck-file.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import { articleOf, chanceOf, divideSlides, makeEdits, revise, seeds, storyOf } from './edit-story.ts'
import { deckOf, parseDeckFile, plainDeck } from './round-trip.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

async function outlineOf(article: string): Promise<DeckText> {
  return deckText({ ...(await deckOf(article, 'talk.md')), layouts, settings: {} })
}

/** Updates a deck file to match the deck `theirs`. Returns the new text and the messages. */
async function update(text: string, theirs: DeckText) {
  const file = new VFile({ path: 'talk.deck.md' })
  const merged = await updateDeck(bytes(text), async () => theirs, file)
  return { text: merged ?? '', messages: file.messages.map(({ ruleId, reason }) => ({ rule: ruleId, reason })) }
}

/** The text of a deck file, without its base. */
const shown = (text: string) => text.slice(0, text.indexOf('<!-- lectern:base'))

/** The ids of the slides of a deck file, in order, and those of the hidden ones. */
function slidesIn(text: string) {
  const { parsedSlides } = splitDeckFile(bytes(text), new VFile({ path: 'talk.deck.md' }))
  const hidden = parsedSlides.flatMap(({ options }) => (options.hidden ? [options.slide] : []))
  return { ids: parsedSlides.map(({ options }) => options.slide ?? null), hidden: hidden.sort() }
}

/** The points on each slide, by its id. */
function pointsIn(text: string): ReadonlyMap<string, readonly string[]> {
  const slides = shown(text).split(/\n---\n(?=<!-- slide: )/)
  return new Map(
    slides.map((slide) => {
      const [body = ''] = slide.split('\n:::notes')
      return [/^<!-- slide: ([\w-]+)/.exec(slide)?.[1] ?? '', body.match(/^- .*$/gm) ?? []]
    }),
  )
}

/** The content of each slide, by its id. */
function bodiesIn(text: string): ReadonlyMap<string, string> {
  const slides = shown(text).split(/\n---\n/)
  return new Map(
    slides.map((slide) => [
      /^<!-- slide: ([\w-]+)/.exec(slide)?.[1] ?? '',
      (slide.split('\n:::notes')[0] ?? '').replace(/\s+/g, ' ').trim(),
    ]),
  )
}

const sentencesIn = (article: string): readonly string[] => article.match(/[A-Z][a-z ]{10,}\./g) ?? []

test('an unedited deck file becomes that of the new article, and no conflict is reported', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const chance = chanceOf(seed)
      const story = storyOf(chance)
      const [before, after] = [articleOf(story), articleOf(revise(story, chance))]
      const theirs = await outlineOf(after)
      const { text, messages } = await update(printDeckText(await outlineOf(before)), theirs)
      const fresh = parseDeckFile(printDeckText(theirs))
      const again = parseDeckFile(text)
      const slidesOf = ({ deck }: typeof fresh) => plainDeck(deck).slides.map(({ id: _, ...slide }) => slide)
      expect(messages.filter(({ rule }) => rule !== 'merge-followed')).toEqual([])
      expect(slidesOf(again)).toEqual(slidesOf(fresh))
      expect(again.leftOut).toEqual([])
    }),
    { numRuns: 15, seed: 1 },
  )
})

test('edits and sentences of the new article are kept, and messages have a cause', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const chance = chanceOf(seed)
      const story = storyOf(chance)
      const [before, after] = [articleOf(story), articleOf(revise(story, chance))]
      const written = printDeckText(await outlineOf(before))
      const mine = makeEdits(written, 20, chance)
      const theirs = await outlineOf(after)
      const { text, messages } = await update(mine.text, theirs)
      const mergedText = shown(text)

      // What the author typed, chose and hid is there.
      for (const [typed] of shown(mine.text).matchAll(/Mea\d+ \p{L}+|background: "#\d+"/gu))
        expect(mergedText).toContain(typed)
      const [oldSlides, mySlides, mergedSlides] = [written, mine.text, text].map(slidesIn)
      expect(mergedSlides?.hidden).toEqual(mySlides?.hidden)
      // What the author removed stays out: lines, slides and sentences.
      const [oldPoints, myPoints, mergedPoints] = [written, mine.text, text].map(pointsIn)
      for (const [id, points] of myPoints ?? []) {
        const removedPoints = (oldPoints?.get(id) ?? []).filter((point) => !points.includes(point))
        expect(mergedPoints?.get(id)?.filter((point) => removedPoints.includes(point)) ?? []).toEqual([])
      }
      const removedIds = oldSlides?.ids.filter((id) => !mySlides?.ids.includes(id)) ?? []
      expect(mergedSlides?.ids.filter((id) => removedIds.includes(id))).toEqual([])
      const removedSentences = sentencesIn(before).filter((sentence) => !shown(mine.text).includes(sentence))
      const built = parseDeckFile(text)
      const noteSentences = built.deck.slides.flatMap(({ note }) => note.sentences.map((sentence) => sentence.text))
      const leftOut = built.leftOut.flatMap(({ sentences }) => sentences.map((sentence) => sentence.text))
      // A sentence may also be on a slide, if its note does not contain it.
      const mySentencesInNotes = sentencesIn(shown(mine.text).replaceAll(/^- .*$/gm, ''))
      const isRemoved = (sentence: string) =>
        removedSentences.includes(sentence) || !mySentencesInNotes.includes(sentence)
      expect(leftOut.filter((sentence) => !isRemoved(sentence))).toEqual([])
      // Each sentence of the new article is in the notes once.
      const count = (sentences: readonly string[], sentence: string) =>
        sentences.filter((each) => each === sentence).length
      for (const sentence of sentencesIn(after))
        expect(count([...noteSentences, ...leftOut], sentence), sentence).toBe(count(sentencesIn(after), sentence))
      // Every message concerns an edit.
      for (const { rule, reason } of messages) {
        const [, id = ''] = /the slide "([^"]+)"/.exec(reason) ?? []
        if (rule === 'merge-followed') continue
        if (rule === 'merge-added') expect(removedIds.length + leftOut.length, reason).toBeGreaterThan(0)
        else
          expect(
            mine.log.some((line) => line.includes(id)),
            `${reason}\n${mine.log.join('\n')}`,
          ).toBe(true)
      }
      expectChangedSlidesNamed(mine.text, text, messages)
      // An updated file does not change when it is updated again, and its conflicts stay until they are settled.
      if (seed % 4 > 0) return
      const again = await update(text, theirs)
      const conflicts = messages.filter(({ rule }) => rule === 'merge-conflict')
      expect(again.messages.map(({ rule }) => rule)).toEqual(conflicts.map(({ rule }) => rule))
      expect(again.text).toBe(text)
    }),
    { numRuns: 30, seed: 22 },
  )
})

/** Expects the messages to name each slide that is not the same in the merged file as in the author's. */
function expectChangedSlidesNamed(
  mine: string,
  merged: string,
  messages: readonly { readonly reason: string }[],
): void {
  const reasons = messages.map(({ reason }) => reason).join(' ')
  const [myBodies, mergedBodies] = [bodiesIn(mine), bodiesIn(merged)]
  for (const [id, body] of mergedBodies)
    if (id !== '' && myBodies.get(id) !== body) expect(reasons).toContain(`"${id}"`)
  for (const id of myBodies.keys()) if (id !== '' && !mergedBodies.has(id)) expect(reasons).toContain(`"${id}"`)
}

test('a conflict is reported until the author settles it', async () => {
  const article = (storm: string) =>
    `---\nlang: la\n---\n\n# Fabula\n\n## Mare magnum\n\nFluctus ad litus venit et naves in portu frangit. ${storm} Nautae in terra manent et caelum spectant.\n\n## Portus novus\n\nMurus ad mare stat et ventos tenet.\n`
  const written = printDeckText(await outlineOf(article('Ventus magnus arbores in silva movet.')))
  const mine = written.replace(/^- Ventus magnus arbores/m, '- Ventus MEUS arbores')
  expect(mine).not.toBe(written)
  const theirs = await outlineOf(article('Ventus parvus arbores in silva movet.'))
  const { text, messages } = await update(mine, theirs)
  const conflict = expect.objectContaining({
    ruleId: 'merge-conflict',
    reason: expect.stringContaining('Make them agree'),
  })
  expect(messages.map(({ rule }) => rule)).toContain('merge-conflict')
  expect(warningsIn(text)).toEqual([conflict])
  expect((await update(text, theirs)).messages.map(({ rule }) => rule)).toEqual(['merge-conflict'])
  const settled = text.replace(', conflict -->', ' -->')
  expect(warningsIn(settled)).toEqual([])
  expect((await update(settled, theirs)).messages).toEqual([])
})

function warningsIn(text: string) {
  const file = new VFile({ path: 'talk.deck.md' })
  parseDeck(bytes(text), file)
  return file.messages
}

test('no point is shown twice where the author has divided a slide', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const chance = chanceOf(seed)
      const story = storyOf(chance)
      const theirs = await outlineOf(articleOf(revise(story, chance)))
      const mine = divideSlides(printDeckText(await outlineOf(articleOf(story))), 3, chance)
      const { text } = await update(mine, theirs)
      const countsIn = (deck: string) => {
        const points = shown(deck.replace(/^:::notes$[\s\S]*?^:::$/gm, '')).match(/^- .*$/gm) ?? []
        return new Map(points.map((point) => [point, points.filter((each) => each === point).length]))
      }
      const [own, next] = [mine, printDeckText(theirs)].map(countsIn)
      for (const [point, count] of countsIn(text))
        expect(count, point).toBeLessThanOrEqual(Math.max(own?.get(point) ?? 0, next?.get(point) ?? 0))
    }),
    { numRuns: 36, seed: 10 },
  )
})

test('an edited deck file stays as it is while the article is the same', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const chance = chanceOf(seed)
      const article = articleOf(storyOf(chance))
      const theirs = await outlineOf(article)
      const mine = makeEdits(printDeckText(theirs), 20, chance)
      const { text, messages } = await update(mine.text, theirs)
      expect(messages).toEqual([])
      // Blank lines and empty notes mean nothing.
      const plain = (value: string) => value.replace(/\s*\n\s*/g, '\n').replaceAll(':::notes\n:::\n', '')
      expect(plain(text)).toBe(plain(mine.text))
    }),
    { numRuns: 15, seed: 3 },
  )
})

test('an update writes the comment at the end again if it is gone, and keeps what the author changed', async () => {
  const written = await outlineOf(
    '# Tides\n\nOne.\n\n## Harbours\n\nThe wall broke.\n\n## Storms\n\nThe wind rose at night.\n',
  )
  const text = printDeckText(written)
  const edited = text.replace('The wind rose at night', 'The wind rose')
  expect(edited).not.toBe(text)
  const { text: merged, messages } = await update(shown(edited), written)
  expect(merged).toBe(edited)
  expect(messages).toMatchObject([{ rule: 'deck-base', reason: expect.stringContaining('count as your edits') }])
})

/** An article whose storm and port can be changed, in a language for which nothing is shortened. */
const seaArticle = ({
  storm = 'Ventus magnus arbores in silva movet.',
  port = 'Murus ad mare stat et ventos tenet.',
}) =>
  `---\nlang: la\n---\n\n# Fabula\n\n## Mare magnum\n\nFluctus ad litus venit et naves in portu frangit. ${storm} Nautae in terra manent et caelum spectant.\n\n## Portus novus\n\n${port}\n`

/** Outlines the sea article, edits the deck file, and updates it to an article with another storm. */
async function updateSea(edit: (text: string) => string) {
  const written = printDeckText(await outlineOf(seaArticle({})))
  const mine = edit(written)
  expect(mine).not.toBe(written)
  return update(mine, await outlineOf(seaArticle({ storm: 'Ventus parvus arbores in silva movet.' })))
}

const MY_FOOTNOTE = '[^1]: Liber *primus*.\n\n    Et secundus.'

test.each([
  ['on a slide of the author', (point: string) => `${point}\n---\n\n## Mea\n\n- Res mea[^1]\n\n${MY_FOOTNOTE}\n`],
  ['on a slide that has changed', (point: string) => `- Res mea[^1]\n${point}\n${MY_FOOTNOTE}\n`],
  ['below the article’s words', (point: string) => `${point.trimEnd()}[^1]\n\n${MY_FOOTNOTE}\n`],
])('a footnote %s is kept', async (_, edit) => {
  const { text } = await updateSea((written) => written.replace(/- Fluctus.*\n- Ventus.*\n/, edit))
  expect(text).toContain('[^1]\n')
  expect(text.split(MY_FOOTNOTE)).toHaveLength(2)
  const { deck } = parseDeckFile(text)
  const notes = deck.slides.flatMap(({ note }) => note.sentences.map((sentence) => sentence.text))
  expect(notes.filter((sentence) => sentence === 'Et secundus.')).toHaveLength(1)
})

test('a box that the author has ticked stays ticked where the slide has changed', async () => {
  const { text } = await updateSea((written) =>
    written.replace(/- Fluctus.*\n/, (point) => `- [x] Res mea\n- [ ] Res altera\n${point}`),
  )
  expect(text).toContain('- Ventus parvus')
  expect(text).toContain('- [x] Res mea\n- [ ] Res altera\n')
})

test('an update keeps Windows line endings', async () => {
  const { text } = await updateSea((written) => written.replaceAll('\n', '\r\n'))
  expect(text).toContain('- Ventus parvus')
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})
