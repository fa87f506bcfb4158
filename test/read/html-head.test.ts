import { describe, expect, test } from 'vitest'
import { headingsIn, headOf, PROSE, passagesIn, readPage } from './read-page.ts'

describe('the metadata of a page', () => {
  test('includes only the first date near the top', async () => {
    const { article } = await readPage(
      '<h1>The lock</h1><p>3 May 2023</p><p>4 May 2023</p><p>The lock lifts forty boats a day.</p>',
    )
    expect([article.date?.text, article.text]).toEqual([
      '3 May 2023',
      'The lock\n3 May 2023\nThe lock lifts forty boats a day.',
    ])
  })

  const headed = (lines: string, text = `<p>${PROSE}</p>`.repeat(4)): string =>
    `<html><head><title>The old lock</title></head><body><article><header><h1>The old lock</h1>${lines}</header>${text}</article></body></html>`

  test.each([
    ['<p>Ada Marsh, 3 May 2023</p>', 'Ada Marsh', '3 May 2023'],
    ['<p>By Ada Marsh, 3 May 2023</p>', 'Ada Marsh', '3 May 2023'],
    ['<p>Ada Marsh</p><p>3 May 2023</p>', 'Ada Marsh', '3 May 2023'],
    ['<p>Ada Marsh, Keeper of the Lock</p>', 'Ada Marsh, Keeper of the Lock', undefined],
    ['<p>Given at the Lock Days, 3 May 2023</p>', undefined, '3 May 2023'],
    [
      '<div class=meta>Posted on <time datetime=2023-05-03>May 3, 2023</time> <span class=byline>by <span class=author>Ada</span></span></div>',
      'Ada',
      'May 3, 2023',
    ],
    ['<address>By <a rel=author href=#>Ada Marsh</a></address>', 'Ada Marsh', undefined],
    [
      '<div class=byline>By <a rel=author href=#>Ada Marsh</a>, the keeper <time datetime=2023-05-03>3 May 2023</time> · Updated</div>',
      'Ada Marsh',
      '3 May 2023',
    ],
    ['<p><a href=/topics>Climate</a> <a href=/news>Harbour News</a></p>', undefined, undefined],
  ])('includes the author and the date in %j, which are not read aloud', async (lines, byline, date) => {
    const { article } = await readPage(headed(lines))
    expect([article.byline?.text, article.date?.text]).toEqual([byline, date])
    const words = passagesIn(article.root).map(({ text }) => text)
    expect(words.filter((text) => text !== PROSE.trim() && !text.includes('Harbour News'))).toEqual([])
  })

  test('includes the only heading as the subtitle if it opens the article', async () => {
    const { article } = await readPage(
      headed('', `<h2>It was new once, and now it leaks</h2>${`<p>${PROSE}</p>`.repeat(4)}`),
    )
    expect(article.subtitle?.text).toBe('It was new once, and now it leaks')
    expect(headingsIn(article.root)).toEqual([])
  })

  test('includes the title and subtitle that Google Docs saved as paragraphs, and no list of contents', async () => {
    const { article } = await readPage(
      `<html><body><p class="c1 title">The old lock</p><p class="c2 subtitle">A short history</p><p><a href="#a">Gates 1</a></p><p><a href="#b">Paddles 2</a></p>${['Gates', 'Paddles'].map((heading, index) => `<h1 id=${'ab'[index]}>${heading}</h1><p>${PROSE.repeat(3)}</p>`).join('')}</body></html>`,
    )
    expect(headOf(article).slice(0, 2)).toEqual(['The old lock', 'A short history'])
    expect(headingsIn(article.root)).toEqual(['Gates', 'Paddles'])
    expect(article.text).not.toMatch(/Gates 1|Paddles 2/)
  })

  test('includes an Arabic date with both names of the month, in a line with other words', async () => {
    const { article } = await readPage(
      '<h1>الميناء القديم</h1><p>الأحد، 04 آب/اغسطس 2013، آخر تحديث 02:21 (GMT+0400)</p><p>بني الميناء القديم في عام 1850.</p>',
    )
    expect(article.date?.text).toBe('الأحد، 04 آب/اغسطس 2013')
  })

  test('includes a subtitle after a long byline, but none after the text has begun', async () => {
    const byline = `<ul ${'data-track="byline" '.repeat(20)}><li><a href="/ada">Ada Marsh</a></li></ul>`
    const marked = (at: 'head' | 'text') =>
      `<html><head><title>The old lock</title></head><body><h1>The old lock</h1>${byline}${at === 'head' ? '' : `<p>${PROSE}</p>`}<h2 class="article__dek dek">It was new once, and now it leaks.</h2><article><p>${PROSE.repeat(4)}</p></article></body></html>`
    expect((await readPage(marked('head'))).article.subtitle?.text).toBe('It was new once, and now it leaks.')
    expect((await readPage(marked('text'))).article.subtitle).toBeUndefined()
  })

  const titled = (title: string, heading: string): string =>
    `<html><head><title>${title}</title></head><body><h1>${heading}</h1><article><p>${PROSE.repeat(4)}</p></article></body></html>`

  test.each([
    ['Ice on the cut | The Canal', 'Ice on the cut', 'Ice on the cut'],
    ['The Canal: Ice on the whole cut', 'Ice on the whole cut', 'Ice on the whole cut'],
    ['運河の氷：運河新聞', '運河の氷', '運河の氷'],
    ['Ice: a history', 'The Canal', 'Ice: a history'],
  ])('includes the title: %j above the heading %j', async (title, heading, expected) => {
    expect((await readPage(titled(title, heading))).article.title?.text).toBe(expected)
  })

  test.each([
    [
      'Keeper Convicted : NPR',
      '<meta property="og:title" content="Keeper Found Guilty">',
      'Keeper Found Guilty',
      'Keeper Found Guilty',
    ],
    ['Ice on the cut : news of today', '', '<span>Ice on the whole cut</span>', 'Ice on the cut : news of today'],
    [
      'Ice on the whole cut : The Two-Way : NPR',
      '<meta property="og:site_name" content="NPR.org">',
      'Menu',
      'Ice on the whole cut',
    ],
    [
      'Ice on the cut — www.canal.example',
      '<link rel="canonical" href="https://www.canal.example/a">',
      'Menu',
      'Ice on the cut',
    ],
    [
      'canal.example: Ice on the cut',
      '<link rel="canonical" href="https://canal.example/a">',
      'Menu',
      'Ice on the cut',
    ],
  ])('includes the title: %j with %j above the heading %j', async (title, head, heading, expected) => {
    expect((await readPage(titled(`${title}</title>${head}<title>`, heading))).article.title?.text).toBe(expected)
  })

  test('includes the language and the direction', async () => {
    const arabic = 'يمشي الحارس قبل الفجر على القناة، ويكتب ارتفاع الماء في دفتر قديم لا يقرؤه أحد. '.repeat(8)
    const { article } = await readPage(
      `<html lang="ar" dir="rtl"><body><article><p>${arabic}</p></article></body></html>`,
    )
    expect([article.language, article.direction]).toEqual(['ar', 'rtl'])
  })

  test('does not include the declared language if the words are in another', async () => {
    const german =
      'Vor dem Morgengrauen geht der Wärter über die Schleuse und schreibt den Stand des Wassers in ein Buch, das niemand mehr liest. '
    const { article } = await readPage(
      `<html lang="en-US"><body><article><p>${german.repeat(9)}</p></article></body></html>`,
    )
    expect(article.language).toBe('de')
  })
})
