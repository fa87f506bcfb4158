import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { inFolder } from './in-folder.ts'

const { at, lectern } = inFolder()

const ARTICLE =
  'A short talk\n\nThe river rose by two metres in a night. Nobody had seen it so high. The bridge held.\n'

beforeEach(() => writeFileSync(at('talk.txt'), ARTICLE))

test('the deck file is saved beside the article, and an existing one is left alone', async () => {
  const first = await lectern(['outline', 'talk.txt'])
  expect(first).toEqual({ code: 0, out: '', error: 'talk.deck.md: edit it, then run "lectern talk.deck.md"\n' })
  const text = readFileSync(at('talk.deck.md'), 'utf8')
  expect(text).toMatch(/^---\nlectern: deck\/1\narticle: talk\.txt\nlang: en\n---\n\n# A short talk\n/)
  writeFileSync(at('talk.deck.md'), 'mine')
  const again = await lectern(['outline', 'talk.txt'])
  expect(again).toMatchObject({ code: 2, out: '', error: expect.stringMatching(/--update talk\.deck\.md.*--force/) })
  expect(readFileSync(at('talk.deck.md'), 'utf8')).toBe('mine')
  expect(await lectern(['outline', 'talk.txt', '--force'])).toMatchObject({ code: 0 })
  expect(readFileSync(at('talk.deck.md'), 'utf8')).toBe(text)
})

test('a deck file that is written again keeps its theme, event and other flags, unless the article or a flag says otherwise', async () => {
  writeFileSync(at('event.yaml'), 'name: Harbour Days\n')
  const head = () => readFileSync(at('talk.deck.md'), 'utf8').split('---\n')[1]
  const flags = ['--theme', 'stage', '--event', 'event.yaml', '--minutes', '5', '--paper', 'letter']
  expect(await lectern(['outline', 'talk.txt', ...flags])).toMatchObject({ code: 0 })
  const first = readFileSync(at('talk.deck.md'), 'utf8')
  expect(head()).toMatch(/theme: stage\nevent: \.\/event\.yaml\n/)
  writeFileSync(at('talk.deck.md'), first.replace(/^- .*$/m, '- Mine'))
  expect(await lectern(['outline', 'talk.txt', '--force'])).toMatchObject({ code: 0 })
  expect(readFileSync(at('talk.deck.md'), 'utf8')).toBe(first)
  expect(await lectern(['outline', 'talk.txt', '--force', '--theme', 'paper'])).toMatchObject({ code: 0 })
  expect(head()).toMatch(/theme: paper\nevent: \.\/event\.yaml\n/)
  writeFileSync(at('talk.txt'), `---\ntheme: chalk\n---\n\n${ARTICLE}`)
  expect(await lectern(['outline', 'talk.txt', '--force'])).toMatchObject({ code: 0 })
  expect(head()).toMatch(/theme: chalk\nevent: \.\/event\.yaml\n/)
})

test('it is printed if asked for, and for an article from standard input', async () => {
  const printed = await lectern(['outline', 'talk.txt', '-'])
  const piped = await lectern(['outline', '-'], { input: ARTICLE })
  expect(printed).toMatchObject({ code: 0, error: '' })
  expect(piped).toMatchObject({ code: 0, error: '' })
  const shown = ({ out }: typeof printed) => out.split('<!-- lectern:base')[0]
  expect(shown(piped)).toBe(shown(printed)?.replace('article: talk.txt\n', ''))
  expect(existsSync(at('talk.deck.md'))).toBe(false)
})

test('a build saves it in the output folder, but never over edits', async () => {
  const build = () => lectern(['talk.txt', '--to', 'deck,json'])
  expect(await build()).toMatchObject({
    code: 0,
    error: expect.stringMatching(/Move it to this folder.*deck-elsewhere/),
  })
  expect(await build()).toMatchObject({ code: 0, error: expect.not.stringContaining('deck-kept') })
  writeFileSync(at('out', 'talk.deck.md'), 'mine')
  expect(await build()).toMatchObject({ code: 0, error: expect.stringContaining('(deck-kept)') })
  expect(readFileSync(at('out', 'talk.deck.md'), 'utf8')).toBe('mine')
})

test('a deck file that a build saves beside its article needs no warning', async () => {
  const { error } = await lectern(['talk.txt', '--to', 'deck', '-o', '.'])
  expect(error).not.toContain('deck-elsewhere')
})

test('a deck file can be given wherever an article can', async () => {
  await lectern(['outline', 'talk.txt'])
  expect(await lectern(['talk.deck.md', '--to', 'html,json'])).toMatchObject({ code: 0 })
  expect(JSON.parse(readFileSync(at('out', 'talk.json'), 'utf8'))).toMatchObject({
    article: { path: 'talk.txt' },
    coverage: { sentences: 3, inNotes: 3, nowhere: 0, byAuthor: 0 },
  })
  expect(await lectern(['check', 'talk.deck.md'])).toMatchObject({ code: 0 })
})

/** An article of three parts. In its later form, the second has one more sentence. */
const talk = (extra: string, start: string) => `---
url: https://harbour.example/wall
---

# Mending a harbour

## Why the wall broke

${start} in a single night. Divers had warned the port of cracks since May. Nobody had closed the quay before the storm.

## What it costs

The repair takes fourteen months and four million euros. ${extra}The town pays a third of that.

## What we learnt

- Look at the foot of a wall every spring.
- Close a quay that is not safe.
- Keep the divers.
`

test('edits survive a corrected article: a bullet, a deleted slide, two moved, one added', async () => {
  writeFileSync(at('talk.md'), talk('', 'The eastern wall broke'))
  expect(await lectern(['outline', 'talk.md'])).toMatchObject({ code: 0 })
  const slides = readFileSync(at('talk.deck.md'), 'utf8').split('\n---\n<!-- slide:')
  const where = (words: string) =>
    slides.findIndex((slide) => slide.includes(words) && !slide.includes('layout: takeaways'))
  // One bullet is changed.
  const why = where('Divers had warned')
  slides[why] = (slides[why] ?? '').replace(/^- Divers had warned.*$/m, '- Divers had warned **for months**')
  // One slide is removed, two change places, one is added.
  const closing = slides.pop() ?? ''
  const [learnt] = slides.splice(where('Look at the foot'), 1)
  const costs = where('four million')
  slides.splice(costs, 0, learnt ?? '')
  slides.push(' mine -->\n\n## Questions that I am asked\n\n- Who pays the rest?\n')
  writeFileSync(at('talk.deck.md'), [...slides, closing].join('\n---\n<!-- slide:'))
  const edited = readFileSync(at('talk.deck.md'), 'utf8')
  // The article is corrected.
  writeFileSync(at('talk.md'), talk('The insurers pay nothing. ', 'The northern wall broke'))
  expect(await lectern(['check', 'talk.deck.md'])).toMatchObject({
    code: 0,
    error: expect.stringContaining('(article-changed)'),
  })
  const { code, error } = await lectern(['outline', 'talk.md', '--update', 'talk.deck.md'])
  expect({ code, error }).toEqual({
    code: 0,
    error: expect.stringMatching(
      /note: The content of these slides has changed.*\(merge-followed\)\n.*updated from talk\.md; the old version is talk\.deck\.md\.bak\n$/s,
    ),
  })
  expect(readFileSync(at('talk.deck.md.bak'), 'utf8')).toBe(edited)
  const merged = readFileSync(at('talk.deck.md'), 'utf8').split('<!-- lectern:base')[0] ?? ''
  expect(merged).toContain('- Divers had warned **for months**')
  expect(merged).toContain('The northern wall broke')
  expect(merged).not.toContain('The eastern wall broke')
  expect(merged).toContain('The insurers pay nothing.')
  expect(merged).toContain('## Questions that I am asked')
  expect(merged.indexOf('Look at the foot')).toBeLessThan(merged.indexOf('four million'))
  expect(await lectern(['talk.deck.md', '--to', 'json'])).toMatchObject({
    code: 0,
    error: expect.not.stringContaining('article-'),
  })
  expect(JSON.parse(readFileSync(at('out', 'talk.json'), 'utf8')).coverage).toMatchObject({ nowhere: 0, byAuthor: 0 })
  // An updated file does not change when it is updated again.
  expect(await lectern(['outline', 'talk.md', '--update', 'talk.deck.md'])).toMatchObject({
    code: 0,
    error: 'talk.deck.md: nothing has changed\n',
  })
})

test('where article and author changed the same line, a warning says so, which counts under --strict', async () => {
  writeFileSync(at('talk.md'), talk('', 'The eastern wall broke'))
  expect(await lectern(['outline', 'talk.md', '--force'])).toMatchObject({ code: 0 })
  const written = readFileSync(at('talk.deck.md'), 'utf8')
  writeFileSync(at('talk.deck.md'), written.replace(/^- The eastern wall broke/m, '- The old eastern wall broke'))
  writeFileSync(at('talk.md'), talk('', 'The northern wall broke'))
  const { code, error } = await lectern(['outline', 'talk.md', '--update', 'talk.deck.md', '--strict'])
  expect({ code, error }).toEqual({
    code: 1,
    error: expect.stringMatching(/warning: .*Make them agree, .*\(merge-conflict\)/),
  })
  const merged = readFileSync(at('talk.deck.md'), 'utf8')
  expect(merged).toContain('- The old eastern wall broke')
  expect(merged).toContain('The northern wall broke')
  expect(await lectern(['check', 'talk.deck.md'])).toMatchObject({
    error: expect.stringMatching(/deck\.md:\d+:1: warning: .*notes have the new text.*\(merge-conflict\)/),
  })
})

test('a deck file that was not made from an article cannot be updated from one', async () => {
  writeFileSync(at('mine.deck.md'), '# Mine\n\n---\n\n## A slide\n\n- A point\n')
  expect(await lectern(['outline', 'talk.txt', '--update', 'mine.deck.md'])).toMatchObject({
    code: 1,
    error: expect.stringMatching(/^mine\.deck\.md: error: .*\(deck-base\)\n$/),
  })
  expect(existsSync(at('mine.deck.md.bak'))).toBe(false)
  expect(await lectern(['outline', 'talk.txt', '--update', 'nosuch.deck.md'])).toMatchObject({ code: 1 })
})

test('a name that is too long for a deck file is refused, with advice', async () => {
  const name = `${'x'.repeat(250)}.md`
  writeFileSync(at(name), ARTICLE)
  expect(await lectern(['outline', name])).toMatchObject({
    code: 3,
    error: expect.stringMatching(/its name is too long for this disk\. Give the article a shorter name\./),
  })
})
