import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import type { Deck } from '../../src/model/deck.ts'

const ARTICLE = `# How Locks Lift Boats

## The chamber

Nobody *ever* opens the **upper** gate first; see [the rules](https://example.org/rules "Rules") and \`open --slow\`. It holds $a_1 + b$ boats.
`

test('notes keep emphasis, links, code and formulas as Markdown has them', async () => {
  const file = new VFile({ path: 'talk.md', value: ARTICLE })
  const { files } = await convert(file, { formats: ['notes'] }, { browser: null })
  const notes = new TextDecoder().decode(files.get('talk-notes.md'))
  expect(notes).toContain(
    'Nobody *ever* opens the **upper** gate first; see [the rules](https://example.org/rules) and `open --slow`. It holds $a_1 + b$ boats.',
  )
})

async function notesOf(article: string): Promise<string> {
  const file = new VFile({ path: 'talk.md', value: article })
  const { files } = await convert(file, { formats: ['notes'] }, { browser: null })
  return new TextDecoder().decode(files.get('talk-notes.md'))
}

const LOCK = 'The gates of the lock are opened by hand, and two keepers turn the wheel on every day of the year.'

test('brackets have no backslash unless Markdown would read them as markup', async () => {
  expect(await notesOf(`# Locks\n\n\\[For boats,\\] ${LOCK} The Q&A follows.\n`)).toMatch(
    /\[For boats,\] The gates.* The Q&A follows/,
  )
  expect(await notesOf(`# Locks\n\n${LOCK}\n\n- Name: [your name]\n- Boat: [its name]\n`)).toContain(
    'Name: [your name]',
  )
  expect(await notesOf(`# Locks\n\n\\[rules]: ${LOCK}\n`)).toContain('\\[rules]: The gates')
})

test('text that is not read aloud is small', async () => {
  const notes = await notesOf(`# Locks\n\n${LOCK}[^1]\n\n[^1]: Except in 1912.\n`)
  expect(notes).toContain(`${LOCK}\n\n<small>Except in 1912.</small>`)
})

test('citations are small, and take no time', async () => {
  const said = 'The gates of the lock are opened by hand, as two keepers know well'
  const article = (citation: string) =>
    `# Locks\n\n## Gates\n\n${said}${citation}. ${LOCK} As @knuth says, it is slow.\n`
  const notes = await notesOf(article(' [see @smith2020, p. 3; @knuth]'))
  expect(notes).toContain(`${said} <small>[see smith2020, p. 3; @knuth]</small>. The gates`)
  expect(notes).toContain('As @knuth says')
  const file = new VFile({ path: 'talk.md', value: article(' [see @smith2020, p. 3; @knuth]') })
  const { deck, files } = await convert(file, { formats: ['html'] }, { browser: null })
  const without = await convert(new VFile({ path: 'talk.md', value: article('') }), { formats: [] }, { browser: null })
  const secondsOf = ({ slides }: Deck) => slides.reduce((sum, { note }) => sum + note.seconds, 0)
  expect(secondsOf(deck)).toBe(secondsOf(without.deck))
  expect(new TextDecoder().decode(files.get('talk.html'))).toContain(
    '<span class="unspoken">[see smith2020, p. 3; @knuth]</span>',
  )
})
