import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { parseDeck } from '../../src/deck-file/parse.ts'

/** Builds a deck file with these slides below its title. Returns the words of each slide, and the messages. */
async function build(...slides: readonly string[]) {
  const value = ['---\nlectern: deck/1\n---\n\n# Deck', ...slides].join('\n\n---\n\n')
  const file = new VFile({ path: 'talk.deck.md', value })
  const { files } = await convert(file, { formats: ['json'] }, { browser: null })
  const { slides: built }: { slides: { layout: string; lines: { text: string }[]; note: { text: string } }[] } =
    JSON.parse(new TextDecoder().decode(files.get('talk.json')))
  return {
    slides: built.slice(1).map(({ layout, lines, note }) => ({
      layout,
      lines: lines.map(({ text }) => text),
      note: note.text,
    })),
    messages: file.messages
      .filter(({ ruleId }) => ruleId !== 'unmeasured')
      .map(({ ruleId, reason, line }) => ({ ruleId, reason, at: value.split('\n')[(line ?? 0) - 1] })),
  }
}

test('a comparison shows all items under each of its headings', async () => {
  const { slides, messages } = await build(
    '## Which\n\n:::comparison\n\n### Horn\n\n- Loud\n- Cheap\n\n### Microphone\n\n- Quiet\n- Dear\n\n:::',
  )
  expect(slides).toMatchObject([
    { layout: 'comparison', lines: ['Which', 'Horn', 'Loud', 'Cheap', 'Microphone', 'Quiet', 'Dear'] },
  ])
  expect(messages).toEqual([])
})

test('columns hold tables, quotations, formulas and further headings', async () => {
  const { slides, messages } = await build(
    ':::columns\n\n### Horn\n\n| a | b |\n|---|---|\n| c | d |\n\n### Bell\n\n> Loud.\n> — Ada Marsh\n\n#### Size\n\n$$\na = b\n$$\n\n:::',
    '::::columns\n\n:::column\n\n### Horn\n\nLoud\n\n#### Size\n\nBig\n\n:::\n\n:::column\n\n> [!TIP]\n> Ring it.\n\n:::\n\n::::',
  )
  expect(slides).toMatchObject([
    { layout: 'comparison', lines: ['Horn', 'a\tb', 'c\td', 'Bell', 'Loud.', 'Ada Marsh', 'Size', 'a = b'] },
    { layout: 'comparison', lines: ['Horn', 'Loud', 'Size', 'Big', 'Tip: Ring it.'] },
  ])
  expect(messages).toEqual([])
})

test('a formula between double dollars on one line is displayed, and an alert is not a quotation', async () => {
  const { slides } = await build(
    '## Sum\n\n$$a = b$$',
    '## Mind\n\n> [!NOTE]\n> It is cold.',
    '> It sails.\n> — Ada Marsh',
  )
  expect(slides).toMatchObject([
    { layout: 'statement', lines: ['Sum', 'a = b'] },
    { layout: 'statement', lines: ['Mind', 'Note: It is cold.'] },
    { layout: 'quote', lines: ['It sails.', 'Ada Marsh'] },
  ])
})

test('superscripts and subscripts that are typed stay raised and lowered', async () => {
  const { slides } = await build('## CO<sub>2</sub>\n\n- Of 10<sup>6</sup> cells, 2^a^ are left')
  expect(slides).toMatchObject([{ lines: ['CO₂', 'Of 10⁶ cells, 2^a^ are left'] }])
})

test.each([
  [':::number\n\n42\n\nboats\n\nin a year\n\nin all weathers\n\n:::'],
  [':::comparison\n\nBefore\n\n### Horn\n\nLoud\n\n### Bell\n\nQuiet\n\n:::'],
  [':::comparison\n\n### Horn\n\n| a | b |\n|---|---|\n| c | d |\n\n### Bell\n\nQuiet\n\n:::'],
  [':::timeline\n\n- 1997: The port opened\n- The port closed\n\nAnd after\n\n:::'],
  [':::timeline\n\n- 1997\n\n  The port opened\n\n  The port grew\n\n:::'],
  [':::quote\n\nOne.\n\nTwo.\n\nThree.\n\n— Ada Marsh\n\n:::'],
  ['> One.\n>\n> - Two\n> - Three\n\nFour'],
  ['<!-- layout: statement -->\n\n## Title\n\n- One\n- Two\n\nThree'],
  ['<!-- layout: takeaways -->\n\n## Title\n\n- One\n\n| a | b |\n|---|---|\n| c | d |'],
  ['<!-- layout: part -->\n\n# Part\n\nOne\n\nTwo\n\nThree'],
])('every word on a slide of a deck file is shown: %j', async (slide) => {
  const { slides } = await build(slide)
  const shown = slides.flatMap(({ lines }) => lines).join(' ')
  const words = slide.replace(/<!--.*-->|:::\w*/g, '').match(/[\p{L}\d]+/gu) ?? []
  expect(words.filter((word) => !new RegExp(`\\b${word}\\b`).test(shown))).toEqual([])
})

test.each(['title', 'part', 'closing'])('a slide with the layout %s needs no heading', async (layout) => {
  const { slides } = await build(
    `<!-- layout: ${layout} -->\n\nQuestions?\n\nAda Marsh`,
    `<!-- layout: ${layout} -->`,
    `<!-- layout: ${layout} -->\n\n##\n\n- One`,
  )
  expect(slides).toMatchObject([
    { layout, lines: expect.arrayContaining(['Questions?', 'Ada Marsh']) },
    { layout: 'points', lines: [] },
    { layout: 'points', lines: ['One'] },
  ])
})

test('equal headings on a slide are points, with their items below them', () => {
  const text = '---\nlectern: deck/1\n---\n\n# Deck\n\n---\n\n## Boats\n\n### Sail\n\n- One\n\n### Oar\n\n- Two\n'
  const { drafts } = parseDeck(new TextEncoder().encode(text), new VFile({ path: 'talk.deck.md' }))
  const points = [
    ['Sail', 0],
    ['One', 1],
    ['Oar', 0],
    ['Two', 1],
  ].map(([words, depth]) => ({ line: { text: words }, depth }))
  expect(drafts[1]?.content).toMatchObject({ type: 'points', lead: null, points })
})

test('a heading without words does not count as a heading', async () => {
  const { slides } = await build('#\n\n:::notes\n\nWelcome.\n\n:::', '##\n\n- One\n- Two')
  expect(slides).toMatchObject([
    { layout: 'points', lines: [], note: 'Welcome.' },
    { layout: 'points', lines: ['One', 'Two'] },
  ])
})

test.each([
  ['side by side', '![sail](a.png) ![oar](b.png)', ['image sail', 'image oar']],
  ['on two lines of a paragraph', '![sail](a.png)\n![oar](b.png)\n\nBoats', ['image sail', 'image oar']],
  ['below an item', '- One\n![sail](a.png)\n\n- Two', ['points', 'image sail']],
  ['in an item', '- One\n\n  ![sail](a.png)\n\n- Two', ['points', 'image sail']],
  ['in a sentence', 'One ![sail](a.png) by one.\n\n- Two', ['points', 'image sail']],
  ['in a link', '[![sail](a.png)](https://example.org)', ['image sail']],
  ['in a block quotation', '> It sails.\n>\n> ![sail](a.png)', ['quote', 'image sail']],
  ['in a table', '| a |\n|---|\n| b ![sail](a.png) |\n\nBoats', ['table', 'image sail']],
  ['in HTML', '<img src="a.png" alt="sail" width="300">', ['image sail']],
  ['with a space in its address', '![sail](the boats/my picture.png)', ['image sail']],
  ['in a form', ':::number\n\n42 ![sail](a.png)\n\nboats\n\n:::', ['number', 'image sail']],
  [
    'in columns',
    ':::columns\n\n### Mast\n\n![sail](a.png) ![oar](b.png)\n\n### Hull\n\nOld\n\n:::',
    ['columns sail oar'],
  ],
  ['on a closing slide', '<!-- layout: closing -->\n\n## Bye\n\n![sail](a.png)', ['closing', 'image sail']],
])('a picture is shown %s', (_, body, expected) => {
  const text = `---\nlectern: deck/1\n---\n\n# Deck\n\n---\n${body}\n`
  const { drafts } = parseDeck(new TextEncoder().encode(text), new VFile({ path: 'talk.deck.md' }))
  const contents = drafts.slice(1).map(({ content }) => {
    const alts = [...JSON.stringify(content).matchAll(/"alt":"(\w+)"/g)].map(([, alt]) => alt)
    return [content.type, ...alts].join(' ')
  })
  expect(contents).toEqual(expected)
})

test('lists and tables in HTML are shown, and notes of reveal.js are notes', async () => {
  const { slides } = await build(
    '## Boats\n\n<ul><li>One</li><li>Two</li></ul>\n\n<aside class="notes">Greet the mayor.</aside>',
    '<table><tr><th>Boat</th></tr><tr><td>Sail</td></tr></table>',
  )
  expect(slides).toMatchObject([
    { layout: 'points', lines: ['Boats', 'One', 'Two'], note: 'Greet the mayor.' },
    { layout: 'table', lines: ['Boat', 'Sail'] },
  ])
})

test.each([
  ['timeline', '- One\n- Two', ':::timeline'],
  ['number', '- One\n- Two', ':::number'],
  ['statement', '- One\n- Two', 'single paragraph'],
  ['table', '- One\n- Two', 'a table'],
  ['points', 'One.', 'a list'],
  ['closing', '- One\n- Two', 'a heading'],
])('a layout that does not suit its slide is reported: %s', async (layout, body, needed) => {
  const comment = `<!-- layout: ${layout} -->`
  const { messages } = await build(`${comment}\n\n${body}`)
  expect(messages).toEqual([{ ruleId: 'slide-options', reason: expect.stringContaining(needed), at: comment }])
})

test.each([
  ['points', '- One\n- Two'],
  ['takeaways', '## Title\n\n- One\n- Two'],
  ['statement', '## Title\n\nOne.'],
  ['table', 'Words.\n\n| a | b |\n|---|---|\n| c | d |'],
])('a layout that suits its slide is not reported: %s', async (layout, body) => {
  const { messages } = await build(`<!-- layout: ${layout} -->\n\n${body}`)
  expect(messages.filter(({ ruleId }) => ruleId === 'slide-options')).toEqual([])
})

test('fences with the classes of Pandoc are blocks', async () => {
  const { slides } = await build(
    ':::: {.columns}\n::: {.column width="50%"}\n- One\n- Two\n:::\n::: {.column}\n- Three\n:::\n::::\n\n::: {.notes}\nGreet Ida.\n:::',
  )
  expect(slides).toEqual([{ layout: 'comparison', lines: ['One', 'Two', 'Three'], note: 'Greet Ida.' }])
})

test('a comment whose hyphens an editor has turned into dashes still counts', async () => {
  const { slides } = await build(
    '<!– hidden –>\n\n## Plan B\n\n- Only if asked',
    '<!— slide: tides —>\n\n## Tides\n\n- One',
  )
  expect(slides).toMatchObject([{ lines: ['Tides', 'One'] }])
})

test('a value that needs quotation marks is reported as such', async () => {
  const { messages } = await build('<!-- background: linear-gradient(90deg, #111, #222) -->\n\n## Tides\n\n- One')
  expect(messages).toMatchObject([{ ruleId: 'slide-options', reason: expect.stringContaining('quotation marks') }])
})

test('a listing that is never closed ends with its slide, and is reported', async () => {
  const { slides, messages } = await build('## Code\n\n```js\nlet a', '## Boats\n\n- One\n- Two')
  expect(slides).toMatchObject([
    { layout: 'code', lines: ['Code', 'let a'] },
    { layout: 'points', lines: ['Boats', 'One', 'Two'] },
  ])
  expect(messages).toMatchObject([{ ruleId: 'open-listing', at: '```js' }])
})

test('rules and fences in a closed listing are part of it', async () => {
  const listing = '```md\n---\n<!-- slide: tides -->\n\n:::notes\n\nWords\n\n:::\n```'
  const { slides, messages } = await build(listing)
  expect(slides).toMatchObject([{ layout: 'code', lines: listing.split('\n').slice(1, -1) }])
  expect(messages).toEqual([])
})

test.each(['nites', 'nots', 'Notse', 'speaker-notes'])(
  'notes are on no slide where they are called %s',
  async (name) => {
    const { slides, messages } = await build(`## Prices\n\n- Ten euros\n\n:::${name}\n\nIt costs us two.\n\n:::`)
    expect(slides).toEqual([{ layout: 'points', lines: ['Prices', 'Ten euros'], note: 'It costs us two.' }])
    expect(messages).toEqual([
      { ruleId: 'slide-block', reason: expect.stringContaining('Did you mean "notes"?'), at: `:::${name}` },
    ])
  },
)

test('notes are on no slide where a block before them is not closed', async () => {
  const { slides } = await build('## Prices\n\n:::quote\n\nTen euros.\n\n:::notes\n\nIt costs us two.\n\n:::')
  expect(slides).toMatchObject([{ lines: ['Prices', 'Ten euros.'], note: 'It costs us two.' }])
})

test.each([
  ['<!-- hidded -->', 'hidden'],
  ['<!-- Hidden -->', 'hidden'],
  ['<!-- layuot: takeaways -->', 'layout'],
])('an option that is misspelt is reported: %s', async (comment, name) => {
  const { messages } = await build(`${comment}\n\n## Plan B\n\n- Only if asked`)
  expect(messages).toEqual([
    { ruleId: 'slide-options', reason: expect.stringContaining(`Did you mean "${name}"?`), at: comment },
  ])
})

test('a comment that is not about options is not reported', async () => {
  const { messages } = await build(
    '<!-- Ask Ida: is that right? -->\n\n<!-- note: check -->\n\n## Plan B\n\n- Only if asked',
  )
  expect(messages).toEqual([])
})

test.each([
  [':::number\n\n42 %\n\n:::', ':::number', /what it counts/],
  [':::comparison\n\nHorn\n\n:::', ':::comparison', /a heading/],
  [':::timeline\n\n2019 The horn is switched off\n\n:::', ':::timeline', /begin with a date/],
  [':::columns\n\n- One\n- Two\n\n:::', ':::columns', /no columns.*a heading/i],
  [':::columns\n\n### A\n\n1\n\n### B\n\n2\n\n### C\n\n3\n\n### D\n\n4\n\n:::', ':::columns', /up to three/],
  [':::quotation\n\nIt was there.\n\n:::', ':::quotation', /No block is called "quotation".*quote/],
  [':::nubmer\n\n42\n\nboats\n\n:::', ':::nubmer', /Did you mean "number"/],
])('a block that cannot be read as its name asks is reported with what is missing: %j', async (slide, at, reason) => {
  const { messages } = await build(`## Title\n\n${slide}`)
  expect(messages).toEqual([{ ruleId: 'slide-block', reason: expect.stringMatching(reason), at }])
})

test.each([
  ['Note:', 'Note:\nGreet Ida.\n\n- and Bo'],
  ['Notes:', '\nNotes:\n\nGreet Ida.\n\n- and Bo'],
  ['???', '???\nGreet Ida.\n\n- and Bo'],
])('everything below a line %s goes to the notes', async (_, notes) => {
  const { slides, messages } = await build(`## Prices\n\n- Ten euros\n${notes}`, '## Boats\n\n- One')
  expect(slides).toEqual([
    { layout: 'points', lines: ['Prices', 'Ten euros'], note: 'Greet Ida. and Bo' },
    { layout: 'points', lines: ['Boats', 'One'], note: '' },
  ])
  expect(messages).toEqual([])
})

test('a line "Note:" in a listing or in a block is left as it is', async () => {
  const { slides } = await build('```\nNote:\n???\n```', ':::quote\n\nNote:\n\nIda\n\n:::')
  expect(slides).toMatchObject([{ lines: ['Note:', '???'] }, { lines: ['Note:', 'Ida'] }])
})

test('a paragraph of the author that may be a note is shown and reported', async () => {
  const { slides, messages } = await build('## Prices\n\nNote: greet Ida.')
  expect(slides).toMatchObject([{ lines: ['Prices', 'Note: greet Ida.'] }])
  expect(messages).toEqual([
    { ruleId: 'slide-block', reason: expect.stringContaining(':::notes'), at: 'Note: greet Ida.' },
  ])
})

test.each([
  ['never closed', 0],
  ['closed', 1],
])('very many blocks in one another are read to a limit, and reported: %s', async (_, closings) => {
  const fences = Array.from({ length: 1500 }, (_, depth) => ':'.repeat(1503 - depth))
  const openings = fences.map((fence) => `${fence}columns\n\n`).join('')
  const end = fences.toReversed().join('\n\n').repeat(closings)
  const { slides, messages } = await build(`## Tides\n\n${openings}Mud rises.\n\n${end}`, '## Boats\n\nRow.')
  expect(slides.map(({ lines }) => lines)).toEqual([
    ['Tides', 'Mud rises.'],
    ['Boats', 'Row.'],
  ])
  expect(messages.filter(({ ruleId }) => ruleId === 'too-deep')).toMatchObject([
    { at: expect.stringMatching(/^:+columns$/) },
  ])
})
