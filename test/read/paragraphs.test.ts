import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Article, BlockPassage } from '../../src/model/article.ts'
import { pointAt } from '../../src/model/source-position.ts'
import { read } from '../../src/read/read.ts'

function readAs(path: string, text: string): Promise<Article> {
  return read(new TextEncoder().encode(text), new VFile({ path }))
}

function passagesOf({ root }: Article): readonly BlockPassage[] {
  return root.blocks.flatMap(({ passages }) => passages)
}

const LOCK = [
  'The old lock at Marl was built in 1874 and its gates have leaked ever since the winter of 1962.',
  'Engineers found that the lock gates lose nine cubic metres of water with every boat that passes.',
  'New gates for the lock would cost four million, and the oak for the gates has to be felled a year before.',
  'Until then the lock stays shut on three days a week so that the gates can be caulked.',
]
const FISH = [
  'Salmon have come back to the upper river for the first time in sixty years.',
  'Counters at the weir saw 412 salmon between May and July, most of them young fish.',
  'Biologists say the salmon follow cold water that the power station no longer warms.',
  'Anglers may not take the fish before 2030, and the salmon are tagged when they are counted.',
]
const FERRY = [
  'The ferry to the island has carried fewer passengers every year since the bridge opened.',
  'Its owner wants to sell the ferry, but no passengers means no buyer.',
  'Last week the council offered to run the ferry on summer weekends, when passengers still come.',
  'The crew of the ferry would be paid by the hour and the passengers would pay four crowns.',
]
const NEWS = [...LOCK, ...FISH, ...FERRY].join(' ')

describe('text in one block', () => {
  test('is divided into paragraphs of a few sentences, where its topic changes', async () => {
    const article = await readAs('news.txt', NEWS)
    const texts = passagesOf(article).map(({ text }) => text)
    expect(texts.join(' ')).toBe(NEWS)
    expect(article.text).toBe(texts.join('\n'))
    for (const firstSentence of [FISH[0] ?? '', FERRY[0] ?? ''])
      expect(texts.filter((text) => text.startsWith(firstSentence))).toHaveLength(1)
    for (const text of texts) expect(text.split('. ').length).toBeLessThanOrEqual(5)
  })

  test('is not divided inside a quotation at its end', async () => {
    const spoken = `"${[...LOCK, ...FISH].join(' ')}"`
    const text = [...FERRY, spoken].join(' ')
    const texts = passagesOf(await readAs('news.txt', text)).map((passage) => passage.text)
    expect(texts.join(' ')).toBe(text)
    expect(texts.length).toBeGreaterThan(1)
    expect(texts.filter((each) => each.includes(spoken))).toHaveLength(1)
  })

  test('is divided into paragraphs with the right positions', async () => {
    const article = await readAs('news.txt', `The river today\n\n${NEWS}\n`)
    const passages = passagesOf(article)
    expect(passages.length).toBeGreaterThan(2)
    for (const { text, span, position } of passages) {
      expect(article.text.slice(...span)).toBe(text)
      const column = NEWS.indexOf(text) + 1
      expect(pointAt(article, span[0])).toEqual({ line: 3, column })
      expect(position).toEqual({ start: { line: 3, column }, end: { line: 3, column: column + text.length } })
    }
  })

  test('is divided in the same way every time', async () => {
    expect(await readAs('news.txt', NEWS)).toEqual(await readAs('news.txt', NEWS))
  })

  test('is not divided inside a quotation in its middle', async () => {
    const said = `"${FISH.join(' ')}"`
    const texts = passagesOf(await readAs('news.txt', [...LOCK, said, 'So he said.', ...FERRY].join(' '))).map(
      ({ text }) => text,
    )
    expect(texts.filter((text) => text.includes(said))).toHaveLength(1)
  })

  test('keeps its links and emphasis in Markdown', async () => {
    const marked = NEWS.replace('The ferry', 'The **ferry**').replace('412 salmon', '[412 salmon](https://example.org)')
    const article = await readAs('news.md', `# The river\n\n${marked}\n`)
    expect(
      passagesOf(article)
        .map(({ text }) => text)
        .join(' '),
    ).toBe(NEWS)
    expect(article.marks.map(({ style, span }) => [style.type, article.text.slice(...span)])).toEqual([
      ['link', '412 salmon'],
      ['strong', 'ferry'],
    ])
    const strong = article.root.blocks.filter(({ node }) => JSON.stringify(node).includes('"strong"'))
    expect(strong).toHaveLength(1)
    expect(strong[0]?.passages[0]?.text).toContain('The ferry')
  })

  test('is divided even if it is in Chinese', async () => {
    const topic = (name: string) =>
      [1, 2, 3, 4, 5]
        .map((each) => `${name}在第${each}年的夏天又一次改变了整个地区人们的生活方式和他们的工作。`)
        .join('')
    const news = topic('新的水闸') + topic('三文鱼群') + topic('岛上渡轮')
    const texts = passagesOf(await readAs('news.txt', news)).map(({ text }) => text)
    expect(texts.length).toBeGreaterThan(2)
    expect(texts.join('')).toBe(news)
  })
})

test('a paragraph of ordinary length is not divided', async () => {
  const paragraph = [...LOCK, ...FISH.slice(0, 2)].join(' ')
  expect(passagesOf(await readAs('talk.md', `# The river\n\n${paragraph}\n`)).map(({ text }) => text)).toEqual([
    paragraph,
  ])
})
