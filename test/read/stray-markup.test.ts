import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/model/article.ts'
import { pointAt } from '../../src/model/source-position.ts'
import { read } from '../../src/read/read.ts'

function readAs(path: string, text: string): Promise<Article> {
  return read(new TextEncoder().encode(text), new VFile({ path }))
}

const PROSE =
  'The river rose by two metres in one night, and nobody on the quay had ever seen it stand so high before that spring.'

async function plainWords(sentence: string): Promise<string | undefined> {
  const { root } = await readAs('talk.txt', `The river\n\n${PROSE}\n\n${PROSE} ${sentence}\n\n${PROSE}\n`)
  return root.blocks[1]?.passages[0]?.text.slice(PROSE.length + 1)
}

async function markdownWords(sentence: string): Promise<string | undefined> {
  return (await readAs('talk.md', `# The river\n\n${sentence}\n`)).root.blocks[0]?.passages[0]?.text
}

describe('an HTML character reference', () => {
  test.each([
    ['&ldquo;It stood high,&rdquo; she said &mdash; twice.', '“It stood high,” she said — twice.'],
    ['It cost &#163;40 &amp; more&hellip; at the &#8216;weir&#8217;.', 'It cost £40 & more… at the ‘weir’.'],
    ['Windows wrote &#147;high&#148; and caf&eacute;.', 'Windows wrote “high” and café.'],
    ['It was written &amp;ldquo;twice over&amp;rdquo; by a tool.', 'It was written “twice over” by a tool.'],
    [
      'AT&T; and R&D stay, and so does the &gauge; of nobody.',
      'AT&T; and R&D stay, and so does the &gauge; of nobody.',
    ],
  ])('becomes the character that it represents: %s', async (sentence, words) => {
    expect(await plainWords(sentence)).toBe(words)
    expect(await markdownWords(sentence)).toBe(words)
  })

  test('becomes that character in a title in front matter too', async () => {
    const { title } = await readAs('talk.md', `---\ntitle: Labor&#8217;s &amp; others&rsquo; river\n---\n\n${PROSE}\n`)
    expect(title?.text).toBe('Labor’s & others’ river')
  })

  test('stays in Markdown code, where the text is about it', async () => {
    expect(await markdownWords('Write `&ldquo;` before it.')).toBe('Write &ldquo; before it.')
  })

  test('stays if it represents no printable character', async () => {
    expect(await plainWords('The gauge said &#0; and &#xD800; and &#27; that night.')).toBe(
      'The gauge said &#0; and &#xD800; and &#27; that night.',
    )
  })

  test('does not change the position of the words after it', async () => {
    const article = await readAs('talk.txt', `The river\n\n&ldquo;High&rdquo; it stood.\n\n${PROSE}\n`)
    const offset = article.text.indexOf('stood')
    expect(pointAt(article, offset)).toEqual({ line: 3, column: 23 })
  })
})

describe('a link that no parser interprets is reduced to its words', () => {
  test.each([
    ['See [the log](https://example.org/log_(1)) for it.', 'See the log for it.'],
    ['See [[Gates|the gates]] and [[Lower Weir]] there.', 'See the gates and Lower Weir there.'],
    ['See [the log][nowhere] and the note[^1] there.', 'See the log and the note there.'],
    ['See ["Why it rose"](https://example.org/a page) now.', 'See "Why it rose" now.'],
    ['See [the log] (https://example.org/log) for it.', 'See the log for it.'],
    ['See [the log](the log.html) for it.', 'See the log for it.'],
  ])('%s', async (sentence, words) => {
    expect(await plainWords(sentence)).toBe(words)
    expect(await markdownWords(sentence)).toBe(words)
  })

  test.each([
    ['Wikis write [https://example.org the log] so.', 'Wikis write the log so.'],
    ['RST has `the log <https://example.org>`_ so.', 'RST has the log so.'],
    ['The cell m[row][3] and the call gates[2](open) stay.', 'The cell m[row][3] and the call gates[2](open) stay.'],
  ])('%s', async (sentence, words) => {
    expect(await plainWords(sentence)).toBe(words)
  })
})

describe('a heading loses what the site adds to it, and nothing else', () => {
  test.each([
    ['History[edit]', 'History'],
    ['Geschichte [Bearbeiten | Quelltext bearbeiten]', 'Geschichte'],
    ['Histoire[modifier | modifier le code]', 'Histoire'],
    ['歴史[編集]', '歴史'],
    ['История [править | править код]', 'История'],
    ['The gates ¶', 'The gates'],
    ['The gates #', 'The gates'],
    ['The gates##', 'The gates'],
    ['The gates in C#', 'The gates in C#'],
    ['The gates [draft]', 'The gates [draft]'],
  ])('%s', async (line, words) => {
    const plain = await readAs('talk.txt', `The river\n\n${PROSE}\n\n${line}\n\n${PROSE}\n\n${PROSE}\n`)
    expect(plain.root.sections.map(({ heading }) => heading?.text)).toEqual([words])
    const marked = await readAs('talk.md', `# The river\n\n## ${line}\n\n${PROSE}\n`)
    expect(marked.root.sections.map(({ heading }) => heading?.text)).toEqual([words])
  })

  test('a line that is only an edit link is left out', async () => {
    const { text } = await readAs('talk.txt', `The river\n\n[edit]\n\n${PROSE}\n\n${PROSE}\n`)
    expect(text).toBe(`The river\n${PROSE}\n${PROSE}`)
  })
})
