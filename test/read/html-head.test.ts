import { describe, expect, test } from 'vitest'
import { PROSE, readPage } from './read-page.ts'

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
