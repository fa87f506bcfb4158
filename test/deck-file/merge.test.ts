import fc from 'fast-check'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { updateDeck } from '../../src/deck-file/merge/update-deck.ts'
import { parseDeck } from '../../src/deck-file/parse.ts'
import { type DeckText, deckText, printDeckText } from '../../src/deck-file/print.ts'
import { splitDeckFile } from '../../src/deck-file/split-deck-file.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import { articleOf, chanceOf, dividedBy, editedBy, retold, seeds, storyOf } from './edit-story.ts'
import { outlined, parsed, plainDeck } from './round-trip.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

async function outlineOf(article: string): Promise<DeckText> {
  return deckText({ ...(await outlined(article, 'talk.md')), layouts, settings: {} })
}

/** Updates a deck file to the one that an article makes, and returns the messages. */
async function updated(text: string, theirs: DeckText) {
  const file = new VFile({ path: 'talk.deck.md' })
  const merged = await updateDeck(bytes(text), async () => theirs, file)
  return { text: merged ?? '', said: file.messages.map(({ ruleId, reason }) => ({ rule: ruleId, reason })) }
}

/** The text of a deck file, without its base. */
const shown = (text: string) => text.slice(0, text.indexOf('<!-- lectern:base'))

const optionsIn = (text: string) =>
  splitDeckFile(bytes(text), new VFile({ path: 'talk.deck.md' })).views.map(({ options }) => options)

/** The ids of its slides, in order. */
const idsIn = (text: string) => optionsIn(text).map(({ slide }) => slide ?? null)

const hiddenIn = (text: string) =>
  optionsIn(text)
    .filter(({ hidden }) => hidden)
    .map(({ slide }) => slide)
    .sort()

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

test('without edits the deck file becomes that of the new article, and no conflict is reported', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const chance = chanceOf(seed)
      const story = storyOf(chance)
      const [before, after] = [articleOf(story), articleOf(retold(story, chance))]
      const theirs = await outlineOf(after)
      const { text, said } = await updated(printDeckText(await outlineOf(before)), theirs)
      const fresh = parsed(printDeckText(theirs))
      const again = parsed(text)
      const said2 = ({ deck }: typeof fresh) => plainDeck(deck).slides.map(({ id: _, ...slide }) => slide)
      expect(said.filter(({ rule }) => rule !== 'merge-followed')).toEqual([])
      expect(said2(again)).toEqual(said2(fresh))
      expect(again.leftOut).toEqual([])
    }),
    { numRuns: 25, seed: 1 },
  )
})

test('edits and sentences of the new article are kept, and messages have a cause', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const chance = chanceOf(seed)
      const story = storyOf(chance)
      const [before, after] = [articleOf(story), articleOf(retold(story, chance))]
      const written = printDeckText(await outlineOf(before))
      const mine = editedBy(written, 20, chance)
      const theirs = await outlineOf(after)
      const { text, said } = await updated(mine.text, theirs)
      const here = shown(text)

      // What the author typed, chose and hid is there.
      for (const [typed] of shown(mine.text).matchAll(/Mea\d+ \p{L}+|background: "#\d+"/gu))
        expect(here).toContain(typed)
      expect(hiddenIn(text)).toEqual(hiddenIn(mine.text))
      // What the author removed stays out: lines, slides and sentences.
      const [hadPoints, hasPoints, getsPoints] = [written, mine.text, text].map(pointsIn)
      for (const [id, points] of hasPoints ?? []) {
        const out = (hadPoints?.get(id) ?? []).filter((point) => !points.includes(point))
        expect(getsPoints?.get(id)?.filter((point) => out.includes(point)) ?? []).toEqual([])
      }
      const [old, own, now] = [written, mine.text, text].map(idsIn)
      const away = old?.filter((id) => !own?.includes(id)) ?? []
      expect(now?.filter((id) => away.includes(id))).toEqual([])
      const gone = sentencesIn(before).filter((sentence) => !shown(mine.text).includes(sentence))
      // A sentence may also be on a slide, if its note does not contain it.
      const built = parsed(text)
      const noted = built.deck.slides.flatMap(({ note }) => note.sentences)
      const left = built.leftOut.flatMap(({ sentences }) => sentences.map((sentence) => sentence.text))
      const untaken = (sentence: string) => !sentencesIn(shown(mine.text).replaceAll(/^- .*$/gm, '')).includes(sentence)
      expect(left.filter((sentence) => !gone.includes(sentence) && !untaken(sentence))).toEqual([])
      // Each sentence of the new article is in the notes once.
      const count = (texts: readonly string[], text: string) => texts.filter((each) => each === text).length
      const texts = noted.map((each) => each.text)
      for (const sentence of sentencesIn(after))
        expect(count([...texts, ...left], sentence), sentence).toBe(count(sentencesIn(after), sentence))
      // Every message concerns an edit.
      for (const { rule, reason } of said) {
        const [, id = ''] = /the slide "([^"]+)"/.exec(reason) ?? []
        if (rule === 'merge-followed') continue
        if (rule === 'merge-added') expect(away.length + left.length, reason).toBeGreaterThan(0)
        else
          expect(
            mine.log.some((line) => line.includes(id)),
            `${reason}\n${mine.log.join('\n')}`,
          ).toBe(true)
      }
      // Each slide that changed is named.
      const [was, is] = [mine.text, text].map(bodiesIn)
      for (const [id, body] of is ?? [])
        if (id !== '' && was?.get(id) !== body) expect(said.map(({ reason }) => reason).join(' ')).toContain(`"${id}"`)
      for (const id of was?.keys() ?? [])
        if (id !== '' && !is?.has(id)) expect(said.map(({ reason }) => reason).join(' ')).toContain(`"${id}"`)
      // An updated file does not change when it is updated again, and its conflicts stay until they are settled.
      if (seed % 4 > 0) return
      const again = await updated(text, theirs)
      const conflicts = said.filter(({ rule }) => rule === 'merge-conflict')
      expect(again.said.map(({ rule }) => rule)).toEqual(conflicts.map(({ rule }) => rule))
      expect(again.text).toBe(text)
    }),
    { numRuns: 50, seed: 22 },
  )
})

test('a conflict is reported until the author settles it', async () => {
  const article = (storm: string) =>
    `---\nlang: la\n---\n\n# Fabula\n\n## Mare magnum\n\nFluctus ad litus venit et naves in portu frangit. ${storm} Nautae in terra manent et caelum spectant.\n\n## Portus novus\n\nMurus ad mare stat et ventos tenet.\n`
  const written = printDeckText(await outlineOf(article('Ventus magnus arbores in silva movet.')))
  const mine = written.replace(/^- Ventus magnus arbores/m, '- Ventus MEUS arbores')
  expect(mine).not.toBe(written)
  const theirs = await outlineOf(article('Ventus parvus arbores in silva movet.'))
  const { text, said } = await updated(mine, theirs)
  const conflict = expect.objectContaining({
    ruleId: 'merge-conflict',
    reason: expect.stringContaining('Make them agree'),
  })
  expect(said.map(({ rule }) => rule)).toContain('merge-conflict')
  expect(warningsIn(text)).toEqual([conflict])
  expect((await updated(text, theirs)).said.map(({ rule }) => rule)).toEqual(['merge-conflict'])
  const settled = text.replace(', conflict -->', ' -->')
  expect(warningsIn(settled)).toEqual([])
  expect((await updated(settled, theirs)).said).toEqual([])
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
      const theirs = await outlineOf(articleOf(retold(story, chance)))
      const mine = dividedBy(printDeckText(await outlineOf(articleOf(story))), 3, chance)
      const { text } = await updated(mine, theirs)
      const countsIn = (deck: string) => {
        const points = shown(deck.replace(/^:::notes$[\s\S]*?^:::$/gm, '')).match(/^- .*$/gm) ?? []
        return new Map(points.map((point) => [point, points.filter((each) => each === point).length]))
      }
      const [own, next] = [mine, printDeckText(theirs)].map(countsIn)
      for (const [point, count] of countsIn(text))
        expect(count, point).toBeLessThanOrEqual(Math.max(own?.get(point) ?? 0, next?.get(point) ?? 0))
    }),
    { numRuns: 60, seed: 10 },
  )
})

test('while the article is the same, an edited deck file stays as it is', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const chance = chanceOf(seed)
      const article = articleOf(storyOf(chance))
      const theirs = await outlineOf(article)
      const mine = editedBy(printDeckText(theirs), 20, chance)
      const { text, said } = await updated(mine.text, theirs)
      expect(said).toEqual([])
      // Blank lines and empty notes mean nothing.
      const plain = (value: string) => value.replace(/\s*\n\s*/g, '\n').replaceAll(':::notes\n:::\n', '')
      expect(plain(text)).toBe(plain(mine.text))
    }),
    { numRuns: 25, seed: 3 },
  )
})
