import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { read } from '../../src/read/read.ts'
import { checkFrontMatter } from '../../src/settings/front-matter.ts'

const BODY = '## Gates\n\nThe gauge rose in the night, and it fell again before the morning came.\n'

async function readAs(path: string, text: string) {
  const file = new VFile({ path })
  const article = await read(new TextEncoder().encode(text), file)
  const { title, byline, date, root } = article
  return {
    head: [title, byline, date].map((passage) => passage?.text),
    text: article.text,
    headings: root.sections.map(({ heading }) => heading?.text),
    rules: file.messages.map(({ ruleId }) => ruleId),
    article,
    file,
  }
}

describe('front matter is read in the form of', () => {
  test.each([
    ['Jekyll', '---\ntitle: "The lock"\nauthor: [Ann Bell, Bo Hill]\ndate: 2024-05-03 10:20:00 +0200\n---\n\n'],
    ['Jekyll, below a blank line', '\n---\ntitle: The lock\nauthor: Ann Bell, Bo Hill\ndate: 2024-05-03\n---\n\n'],
    ['Nanoc', '-----\ntitle: The lock\nauthor: Ann Bell, Bo Hill\ndate: 2024-05-03\n-----\n\n'],
    [
      'Eleventy in JSON',
      '---json\n{\n  "title": "The lock",\n  "author": ["Ann Bell", "Bo Hill"],\n  "date": "2024-05-03"\n}\n---\n\n',
    ],
    ['Eleventy in TOML', '---toml\ntitle = "The lock"\nauthor = "Ann Bell, Bo Hill"\ndate = 2024-05-03\n---\n\n'],
    [
      'Eleventy in JavaScript',
      '---js\n{\n  title: "The lock",\n  author: "Ann Bell, Bo Hill",\n  date: "2024-05-03",\n}\n---\n\n',
    ],
    [
      'Hugo in JSON',
      '{\n  "tags": ["tide"],\n  "title": "The lock",\n  "author": "Ann Bell, Bo Hill",\n  "date": "2024-05-03T10:20:00Z"\n}\n\n',
    ],
    [
      'Hugo with parameters',
      '+++\ntitle = "The lock"\npublishDate = 2024-05-03\n[params]\nauthor = "Ann Bell, Bo Hill"\n+++\n\n',
    ],
    ['Zola', '+++\ntitle = "The lock"\ndate = 2024-05-03\nauthors = ["Ann Bell", "Bo Hill"]\n+++\n\n'],
    [
      'Franklin',
      '@def title = "The lock"\n@def tags = ["a",\n  "b"]\n\n@def author = "Ann Bell, Bo Hill"\n@def date = Date(2024, 5, 3)\n\n',
    ],
    [
      'Franklin in a block',
      '+++\ntitle = "The lock"\nhascode = true\nauthor = """Ann Bell, Bo Hill"""\ndate = Date(2024, 5, 3)\n+++\n\n',
    ],
    [
      'Zine',
      '---\n.title = "The lock",\n.date = @date("2024-05-03T00:00:00"),\n.author = "Ann Bell, Bo Hill",\n.custom = {\n  .wide = true,\n},\n---\n\n',
    ],
    ['Pelican', 'Title: The lock\nDate: 2024-05-03 10:20\nCategory: Tides\nAuthors: Ann Bell, Bo Hill\n\n'],
    [
      'MultiMarkdown',
      'title:   The lock\nauthor:  Ann Bell\n         Bo Hill\ncss:     a.css\ndate:    2024-05-03\n\n',
    ],
    ['Hexo', 'title: "The lock"\ndate: 2024/05/03 20:46:25\nauthor: Ann Bell, Bo Hill\n---\n'],
    ['Logseq', 'title:: The lock\nauthor:: Ann Bell, Bo Hill\ndate:: 2024-05-03\n\n'],
    ['Nikola', '<!--\n.. title: The lock\n.. date: 2024-05-03 20:46:25 UTC\n.. author: Ann Bell, Bo Hill\n-->\n\n'],
    ['Pico', '/*\nTitle: The lock\nAuthor: Ann Bell, Bo Hill\nDate: 2024/05/03\n*/\n\n'],
    [
      'Quarto',
      '---\ntitle: The lock\nauthor:\n  - name: Ann Bell\n    affiliations: Quay\n  - name:\n      given: Bo\n      family: Hill\ndate: 2024-05-03\n---\n\n',
    ],
    [
      'Obsidian',
      '---\ntitle: The lock\nauthor: ["[[Ann Bell]]", "[[people/bo|Bo Hill]]"]\ncreated: 2024-05-03\n---\n\n',
    ],
    ['Astro', '---\ntitle: The lock\nauthor: Ann Bell, Bo Hill\npubDate: 2024-05-03\n---\n\n'],
    [
      'MDX',
      "import Lock from './lock'\n\nexport const metadata = {\n  title: 'The lock',\n  author: 'Ann Bell, Bo Hill',\n  date: '2024-05-03',\n}\n\n",
    ],
  ])('%s', async (_, front) => {
    const { head, headings, text, rules } = await readAs('talk.mdx', front + BODY)
    expect(head).toEqual(['The lock', 'Ann Bell, Bo Hill', '3 May 2024'])
    expect([headings, rules]).toEqual([['Gates'], []])
    expect(text).not.toMatch(/tags|Tides|css|title|wide|import/i)
  })

  test('Jekyll, in a web page', async () => {
    const front = '---\r\ntitle: The lock\r\nauthor: Ann Bell\r\ndate: 2024-05-03\r\nminutes: ten\r\n---\r\n'
    const { head, headings, article, file } = await readAs(
      'talk.html',
      `${front}<h2>Gates</h2>\n<p>The gauge rose in the night, and it fell again before the morning came.</p>\n<h2>Locks</h2><p>It is shut.</p>`,
    )
    expect(head).toEqual(['The lock', 'Ann Bell', '3 May 2024'])
    expect(headings).toEqual(['Gates', 'Locks'])
    if (article.frontMatter) checkFrontMatter(article.frontMatter, file)
    expect(file.messages.map(({ line, column }) => [line, column])).toEqual([[5, 10]])
    expect(article.root.sections[0]?.position?.start.line).toBe(7)
  })

  test('settings, too: a wrong value is reported at its place', async () => {
    const { article, file } = await readAs('talk.md', `{\n  "title": "The lock",\n  "paper": "A0"\n}\n\n${BODY}`)
    if (article.frontMatter) checkFrontMatter(article.frontMatter, file)
    expect(file.messages.map(({ line, column, ruleId }) => [line, column, ruleId])).toEqual([[3, 12, 'front-matter']])
  })
})

describe('text that is not front matter is read as text', () => {
  test.each([
    ['an object without a title', '{\n  "gauge": "4 m"\n}\n\n'],
    ['an object that a program computes', '{\n  "title": "a\n}\n\n'],
    ['lines with keys in a sentence', 'Title: The lock\nand how it was built, in many words.\n\n'],
    ['a key without a title', 'Depth: four metres\nWidth: six metres\n\n'],
    ['a key that ends a sentence', 'We knew this:\nTitle: no.\n\n'],
  ])('%s', async (_, start) => {
    const { text } = await readAs('talk.md', start + BODY)
    const words = (written: string) => written.match(/[\p{L}\p{N}]+/gu) ?? []
    expect(words(text)).toEqual([...words(start), ...words(BODY)])
  })
})

test.each(['"`r Sys.Date()`"', 'today', 'last-modified', '"{{ page.date }}"'])(
  'a date that another program fills in is not shown: %s',
  async (date) => {
    const { head } = await readAs('talk.qmd', `---\ntitle: The lock\ndate: ${date}\n---\n\n${BODY}`)
    expect(head).toEqual(['The lock', undefined, undefined])
  },
)

test.each([
  ['authors: [ajones, Bo Hill]', 'Bo Hill', ['"ajones"']],
  ['authors:\n  - alex-jones\n  - bhill2', undefined, ['"alex-jones", "bhill2"']],
  ['authors: ajones', undefined, ['"ajones"']],
  ['authors: [bell hooks, "@ida", 李明]', 'bell hooks, @ida, 李明', []],
  ['author: ida', 'ida', []],
])('ids of authors are not shown as names: %s', async (line, byline, ids) => {
  const { head, file } = await readAs('talk.md', `---\ntitle: The lock\n${line}\n---\n\n${BODY}`)
  expect(head[1]).toBe(byline)
  expect(file.messages.map(({ reason, line }) => [reason, line])).toEqual(
    ids.map((each) => [expect.stringContaining(`not shown: ${each}.`), line.includes('\n') ? 4 : 3]),
  )
})

test('assignments of anything but literals are reported', async () => {
  const { rules, text } = await readAs('talk.md', `@def title = lock of bells\n\n${BODY}`)
  expect(rules).toEqual(['front-matter-syntax'])
  expect(text).not.toContain('@def')
})

test.each([
  ['Just *Say* No: <i>Moby-Dick</i><br>and <b>me</b>', 'Just Say No: Moby-Dick and me'],
  ['The [lock](https://example.org/lock "Lock") of `Vec<T>`', 'The lock of Vec<T>'],
  ['1. Vec<T>, snake_case_names and 4 * 5 * 6', '1. Vec<T>, snake_case_names and 4 * 5 * 6'],
  ['# Of **kwargs, $\\\\frac{a_1}{b_1}$ and [1]', '# Of **kwargs, $\\\\frac{a_1}{b_1}$ and [1]'],
  ['M*A*S*H, 2*3*4, __init__ and \\*a\\*', 'M*A*S*H, 2*3*4, __init__ and \\*a\\*'],
  ['`<br>`, `<b>a</b>`, <i> and </i>, <title>b</title>', '<br>, <b>a</b>, <i> and </i>, <title>b</title>'],
])('markup in a title is not shown: %s', async (title, expected) => {
  const { head } = await readAs('talk.md', `---\ntitle: '${title}'\n---\n\n${BODY}`)
  expect(head[0]).toBe(expected)
})
