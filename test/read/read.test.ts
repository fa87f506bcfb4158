import fc from 'fast-check'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Article, Passage, Section } from '../../src/model/article.ts'
import { LIMITS } from '../../src/read/limits.ts'
import { read } from '../../src/read/read.ts'
import { UnreadableError } from '../../src/read/unreadable-error.ts'

function bytesOf(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))
}

function passagesIn(section: Section): Passage[] {
  const own = section.heading === undefined ? [] : [section.heading]
  return [...own, ...section.blocks.flatMap(({ passages }) => passages), ...section.sections.flatMap(passagesIn)]
}

function allPassages({ title, subtitle, byline, date, root }: Article): Passage[] {
  return [...[title, subtitle, byline, date].flatMap((passage) => passage ?? []), ...passagesIn(root)]
}

test('the span of every passage is right, and the passages cover the whole text, one line each', async () => {
  const marks = fc.constantFrom(
    '# ',
    '## ',
    '- ',
    '1. ',
    '> ',
    '```\n',
    '| a | b |\n|-|-|\n',
    '\n',
    '\n\n',
    '    ',
    '\t',
    '*',
    '`',
    '[^1]',
    '[^1]: ',
    '---\n',
    '===\n',
    '<b>',
    '<!--',
    '&amp;',
    '![x](y)',
    '$$\n',
  )
  const text = fc
    .array(fc.oneof(marks, fc.lorem({ maxCount: 6 }), fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 30 })
    .map((parts) => parts.join(''))
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('a.md', 'a.txt'), text, async (path, source) => {
      const article = await read(new TextEncoder().encode(source), new VFile({ path })).catch((error: unknown) => {
        if (error instanceof UnreadableError) return null
        throw error
      })
      if (article === null) return
      const passages = allPassages(article).toSorted(
        (one, other) => one.span[0] - other.span[0] || one.span[1] - other.span[1],
      )
      for (const { text, span } of passages) expect(article.text.slice(...span)).toBe(text)
      expect(passages.map(({ text }) => text).join('\n')).toBe(article.text)
    }),
    { numRuns: 300, seed: 1 },
  )
})

describe('the bytes of a file', () => {
  test.each([
    ['UTF-8 with a byte order mark', bytesOf([0xef, 0xbb, 0xbf], 'Süß ist es.\n')],
    ['little-endian UTF-16', bytesOf([0xff, 0xfe], [...Buffer.from('Süß ist es.\n', 'utf16le')])],
    ['big-endian UTF-16', bytesOf([0xfe, 0xff], [...Buffer.from('Süß ist es.\n', 'utf16le').swap16()])],
    ['Windows-1252', bytesOf('S', [0xfc, 0xdf], ' ist es.\n')],
    ['text with Windows line ends', bytesOf('\r\nSüß ist\u0000 es.\r\n')],
  ])('are decoded as %s', async (_, bytes) => {
    expect((await read(bytes, new VFile({ path: 'a.txt' }))).text).toBe('Süß ist es.')
  })

  test.each([
    ['some letters are in Windows-1252', ['Süß ist es.\n\nUnd sch', [0xf6], 'n.\n'], 'Süß ist es.\nUnd schön.'],
    ['most are in Windows-1252', ['Süß.\n\nSch', [0xf6], 'n gr', [0xfc, 0xdf], 't er.\n'], 'Süß.\nSchön grüßt er.'],
    ['some are, after a byte order mark', [[0xef, 0xbb, 0xbf], 'Süß ist sch', [0xf6], 'n.\n'], 'Süß ist schön.'],
    ['a quote is UTF-8 and the letter after it is not', ['L’', [0xe9], 't', [0xe9], '.\n'], 'L’été.'],
    ['letters in a row differ', ['La porte est cré', [0xe9], 'e.\n'], 'La porte est créée.'],
    ['all is Windows-1252', [[...Buffer.from('\x84Das ist gro\xDF\x93.\n', 'latin1')]], '„Das ist groß“.'],
    ['all is, in quotes', [[...Buffer.from('\x93THE CAF\xC9\x94 IS OPEN.\n', 'latin1')]], '“THE CAFÉ” IS OPEN.'],
    ['a word is damaged', ['Он сказал «да», и п', [0xd0], 'ошел.\n'], 'Он сказал «да», и п�ошел.'],
    [
      'it is Windows-1252 that looks like UTF-8',
      [[...Buffer.from('Le «CAFÉ» a été fermé cet été à midi, né là.\n', 'latin1')]],
      'Le «CAFÉ» a été fermé cet été à midi, né là.',
    ],
  ])('are decoded in parts if %s, with a message', async (_, parts, text) => {
    const file = new VFile({ path: 'a.txt' })
    expect((await read(bytesOf(...parts), file)).text).toBe(text)
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['encoding'])
  })

  test.each([
    ['nothing', bytesOf('')],
    ['white space', bytesOf(' \n\t\n')],
    ['a picture', bytesOf([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0])],
    ['an archive', bytesOf([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])],
  ])('are refused if they are %s, with a fatal message', async (_, bytes) => {
    const file = new VFile({ path: 'a.md' })
    await expect(read(bytes, file)).rejects.toThrow(UnreadableError)
    expect(file.messages.map(({ fatal, line }) => ({ fatal, line }))).toEqual([{ fatal: true, line: 1 }])
  })
})

test.each([
  [
    'Der Fluss stieg in einer Nacht um zwei Meter, und niemand hatte ihn je so hoch gesehen. Die Brücke hielt, und die Stadt schlief weiter.',
    'de',
    'ltr',
  ],
  ['The river rose by two metres in one night, and nobody had ever seen it so high.', 'en', 'ltr'],
  ['ارتفع النهر مترين في ليلة واحدة ولم يره أحد بهذا الارتفاع من قبل.', 'ar', 'rtl'],
  ['川は一晩で二メートルも上がり、こんなに高いのを見た人は誰もいなかった。', 'ja', 'ltr'],
])('the language of "%s" is %s', async (text, language, direction) => {
  expect(await read(new TextEncoder().encode(text), new VFile({ path: 'a.txt' }))).toMatchObject({
    language,
    direction,
  })
})

test('paragraphs beyond the limit are left out, and a message reports where they begin', async () => {
  const file = new VFile({ path: 'talk.txt' })
  const paragraphs = Array.from(
    { length: LIMITS.blocks + 5 },
    (_, index) => `Paragraph ${index} says that it stands here.`,
  )
  const article = await read(bytesOf(paragraphs.join('\n\n')), file)
  expect(article.text).toContain(`Paragraph ${LIMITS.blocks - 1} `)
  expect(article.text).not.toContain(`Paragraph ${LIMITS.blocks} `)
  expect(file.messages.map(({ ruleId, line }) => ({ ruleId, line }))).toContainEqual({
    ruleId: 'too-long',
    line: LIMITS.lines,
  })
})

test.each([
  ['headings between blank lines', 'The gates\n\n## Opening\n\nWait for the tide.\n\n## Closing\n\nWait again.\n'],
  ['a heading at its start', '# The gates\nWait for the tide.\n# Closing\nWait again.\n'],
  [
    'as many other marks as headings',
    'The gates\n# Opening\n- Wait for the tide.\n# Closing\n- Shut **both** gates.\n',
  ],
])('text with %s is Markdown, whatever the name of its file', async (_, text) => {
  const { root } = await read(new TextEncoder().encode(text), new VFile({ path: 'talk.txt' }))
  expect(root.sections.length).toBeGreaterThan(0)
  expect(JSON.stringify(root.sections[0]?.heading?.text)).not.toContain('#')
})

test('text that contains a script with comments is not Markdown', async () => {
  const script = '# /etc/cron.d/gates\n\n# Open them at noon\n0 12 * * * gates --open\n'
  const text = `The gates\n\nThe gates are opened by a script that stands on the quay.\n\n${script}`
  const { title } = await read(new TextEncoder().encode(text), new VFile({ path: 'talk.txt' }))
  expect(title?.text).toBe('The gates')
})
