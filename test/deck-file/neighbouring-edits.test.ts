import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { deckFileFor, outlineDeck } from '../../src/conversion/make-deck-file.ts'
import { updateDeck } from '../../src/deck-file/merge/update-deck.ts'

const ARTICLE = readFileSync('slides/tide-clock/tide-clock.md', 'utf8')

/** Edits the deck file of the article, changes the article, and updates the file. Returns its slides and messages. */
async function edited(
  edit: readonly [string | RegExp, string],
  change: readonly [string, string],
  article: string = ARTICLE,
) {
  const articleWith = (value: string) => new VFile({ path: 'clock.md', value })
  const written = await deckFileFor(articleWith(article))
  const mine = written.replace(...edit)
  expect(mine).not.toBe(written)
  const theirs = article.replace(...change)
  const file = new VFile({ path: 'clock.deck.md' })
  const text = await updateDeck(new TextEncoder().encode(mine), () => outlineDeck(articleWith(theirs), {}, {}), file)
  const [shown = ''] = (text ?? '').split('<!-- lectern:base')
  return { slides: shown.split('\n---\n'), rules: new Set(file.messages.map(({ ruleId }) => ruleId)) }
}

const slideWith = (slides: readonly string[], words: string) =>
  slides.find((slide) => slide.includes(words))?.split('\n:::notes')[0] ?? ''

test('an item that the article replaces has its new words beside items that the author added', async () => {
  const { slides, rules } = await edited(
    ['- A servo for the hand\n', '- A servo for the hand\n- Patience\n\n![The parts](parts.png)\n'],
    ['A servo for the hand', 'A stepper motor for turning it'],
  )
  const slide = slideWith(slides, '## What you need')
  expect(slide).toContain(
    'is high, with a hole at its foot\n- A stepper motor for turning it\n- Patience\n\n![The parts](parts.png)\n',
  )
  expect(slide).not.toContain('servo')
  expect(rules).not.toContain('merge-conflict')
})

test('an item that the author rewrote stays beside one that the article adds', async () => {
  const { slides, rules } = await edited(
    ['- A servo for the hand\n', '- A servo, and a hand of brass\n'],
    ['- A servo for the hand', '- A servo for the hand\n- A drop of oil'],
  )
  expect(slideWith(slides, '## What you need')).toContain('- A servo, and a hand of brass\n- A drop of oil\n')
  expect(rules).not.toContain('merge-conflict')
})

test('items that the author and the article add at one place are both shown', async () => {
  const { slides } = await edited(
    ['- A servo for the hand\n', '- A servo for the hand\n- Patience\n'],
    ['- A servo for the hand', '- A servo for the hand\n- A drop of oil'],
  )
  expect(slideWith(slides, '## What you need')).toContain('- A servo for the hand\n- A drop of oil\n- Patience\n')
})

test('a line that takes its noun from the sentence before follows the article onto a slide that the author divided', async () => {
  const { slides, rules } = await edited(
    [/\n- Barnacles close/, '\n\n---\n\n## Barnacles\n\n- Barnacles close'],
    ['within two summers', 'within three summers'],
  )
  const shown = slides.map((slide) => slide.split('\n:::notes')[0]).join('\n---\n')
  expect(shown.match(/^- Barnacles close .*$/gm)).toEqual([
    '- Barnacles close the hole at the foot of the pipe within three summers',
  ])
  expect(slideWith(slides, '## Barnacles')).toContain('within three summers')
  expect(rules).not.toContain('merge-conflict')
})

test('a slide that the article no longer has does not hide the slide of a new part in its place', async () => {
  const { slides } = await edited(
    ['<!-- slide: then-fit-3-3 -->', '<!-- slide: then-fit-3-3, hidden -->'],
    [
      ' The rest was wind.\n',
      '\n\n## Where to hang it\n\nA tide clock belongs where boats are visible. Hang it beside the door to the quay, because people look at it on their way out.\n',
    ],
  )
  const [slide, ...others] = slides.filter((each) => each.includes('part: Where to hang it'))
  expect(others).toEqual([])
  expect(slide).toContain('beside the door')
  expect(slide).not.toContain('hidden')
})

test('a row that the author and the article both add is shown once, whatever else one of them changes beside it', async () => {
  const article = '# Locks\n\n## Gates\n\n| Gate | Height |\n| --- | --- |\n| Upper | 4 m |\n| Lower | 3 m |\n'
  const lower = '| Lower | 3 m |\n'
  const [added, changed] = [`${lower}| Sea | 5 m |\n`, '| Lower | 2 m |\n| Sea | 5 m |\n']
  const [above, changedAbove] = [`| Sea | 5 m |\n${lower}`, '| Sea | 5 m |\n| Lower | 2 m |\n']
  for (const [mine, theirs, expected] of [
    [added, changed, changed],
    [changed, added, changed],
    [above, changedAbove, changedAbove],
    [changedAbove, above, changedAbove],
  ] as const) {
    const { slides } = await edited([/\| Lower *\| 3 m *\|\n/, mine], [lower, theirs], article)
    const rows = slideWith(slides, '## Gates').match(/^\| (?:Lower|Sea).*\n/gm) ?? []
    expect(rows.join('').replace(/ +/g, ' ')).toBe(expected)
  }
})
