import { describe, expect, test } from 'vitest'
import { parseMarkdown, parseWithContainers } from '../../src/read/markdown/parse.ts'
import { parseInChunks, parseSections } from '../../src/read/markdown/parse-sections.ts'
import { newMemo } from '../../src/util/memo.ts'

const TEXTS = {
  'a fence with a heading in it': '# T\n\n```sh\n\n# comment\n\n```\n\nEnd.\n',
  'a fence that is never closed': '# T\n\n~~~\n\n## Not a heading\n',
  'a comment around a heading': '# T\n\n<!--\n\n## Hidden\n\n-->\n\n## Shown\n',
  'a display formula around a heading': '# T\n\n$$\na\n\n# b\n\n$$\n\nEnd.\n',
  'a display formula that is never closed': '# T\n\n$$\na\n\n# b\n',
  'dollars on both sides of a heading': '# T\n\nIt costs $5 or\n\n# more\n\nthan 6$ a day, $x$.\n',
  'a list with a blank line at its end': '# T\n\n- one\n\n  more\n\n\n## Next\n\n- two\n',
  'a quotation and an indented block': '# T\n\n> said\n\n## Next\n\n    code\n\n# Last\n',
  'quotations after a list, text and each other':
    '- one\n\n> said\n>\n> more\n\n> again\n\nText.\n\n> last\n\n  - two\n',
  'a listing with a quotation in it': '# T\n\n```\n\n> prompt\n\n```\n\nEnd.\n',
  'a comment around a quotation': '# T\n\n<!--\n\n> hidden\n\n-->\n\n> shown\n',
  'a quotation in an item and in a footnote': '- one\n\n  > said\n\n  more\n\nIt.[^1]\n\n[^1]: See\n\n    > this\n',
  'headings without blank lines between them': '# T\n## Sub\nText\n# More\n\nSetext\n---\n',
  'a reference defined elsewhere': '# T\n\nSee [the book].\n\n## Sources\n\n[the book]: https://example.org/\n',
  'a reference defined in a list': '# T\n\nSee [it].\n\n## Sources\n\n- [it]: https://example.org/\n',
  'a footnote': '# T\n\nSaid.[^1]\n\n## Notes\n\n[^1]: By her.\n',
  'a table before a heading': '# T\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n# End\n\nThe end.\n',
  'a container around a heading and a quotation': '# T\n\n:::notes\n\n## Kept\n\n> said\n\n:::\n\n> shown\n',
  'no heading at all': 'One.\n\nTwo.\n',
  nothing: '',
}

describe('sections parsed one by one give the tree of the whole text', () => {
  test.each(Object.entries(TEXTS))('with %s', (_, text) => {
    const known = newMemo<never>()
    const { children } = parseMarkdown(text)
    expect(parseSections(text, known).children).toEqual(children)
    expect(parseSections(text, known).children).toEqual(children)
  })

  test('after a change in an earlier section', () => {
    const known = newMemo<never>()
    const text = '# T\n\nOne *word*.\n\n## Kept\n\n- item `code`\n- item\n\n## Kept\n\nEnd.\n'
    parseSections(text, known)
    const edited = text.replace('One', 'Two more\nlines before one')
    expect(parseSections(edited, known).children).toEqual(parseMarkdown(edited).children)
  })
})

describe.each([
  ['blocks', parseMarkdown],
  ['containers', parseWithContainers],
])('long text with %s parsed in chunks gives the same tree as the whole', (_, parse) => {
  test.each(Object.entries(TEXTS))('with %s', (_, text) => {
    const long = `${text}\n`.repeat(Math.ceil(10_000 / (text.length + 1)))
    expect(parseInChunks(long, parse).children).toEqual(parse(long).children)
  })
})

test('very many quotations are parsed in linear time', () => {
  const { children } = parseInChunks('> The gate is old.\n\n'.repeat(20_000), parseMarkdown)
  expect(children).toHaveLength(20_000)
})
