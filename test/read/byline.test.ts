import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/model/article.ts'
import { lengthBeforeName } from '../../src/read/byline.ts'
import { read } from '../../src/read/read.ts'

function readAs(path: string, text: string): Promise<Article> {
  return read(new TextEncoder().encode(text), new VFile({ path }))
}

function headOf({ title, subtitle, byline, date }: Article): readonly (string | undefined)[] {
  return [title, subtitle, byline, date].map((passage) => passage?.text)
}

const PROSE =
  'The river rose by two metres in one night, and nobody at the gauge had ever seen it stand so high before that spring.'
const BODY = `${PROSE}\n\nWhat the gauge showed\n\n${PROSE}\n\n${PROSE}\n`

describe('a short line under the title', () => {
  test.each([
    'Ida Quay, Harbour Workshop',
    'Ida Quay, editor of the Harbour Post',
    'Ida Quay',
    'A. Lindqvist¹, R. Okafor², J. Sato¹',
    'A. Lindqvist¹, R. Okafor² ¹ University of Nordhavn, ² Port of Kotwica',
    'Dr. Bo van Holm and Ida Quay | 3 May 2024',
    'J. R. Vane (Harbour Workshop)',
    'Иван Петров',
    'Автор: Иван Петров',
    '作者：李明',
    '文／李明',
    '記者 王大明',
    '홍길동 기자',
    'بقلم أحمد خالد',
    'מאת: דן כהן',
    'Autoren: Ida Quay, Bo Vane',
  ])('is the byline: %s', async (line) => {
    const name = line.slice(lengthBeforeName(line))
    const plain = await readAs('talk.txt', `The talk of the river\n\n${line}\n\n${BODY}`)
    expect(headOf(plain)).toEqual(['The talk of the river', undefined, name, undefined])
    expect(plain.root.sections.map(({ heading }) => heading?.text)).toEqual(['What the gauge showed'])
    const marked = await readAs('talk.md', `# The talk of the river\n\n*${line}*\n\n${PROSE}\n`)
    expect(headOf(marked)).toEqual(['The talk of the river', undefined, name, undefined])
  })

  test.each(['5 мая 2024', '3. März 2024', '12 de abril de 2024', '٣ مايو ٢٠٢٤', '2024年5月3日', '2024. május 3.'])(
    'is the date: %s',
    async (line) => {
      expect(headOf(await readAs('talk.txt', `The talk of the river\n\n${line}\n\n${BODY}`))).toEqual([
        'The talk of the river',
        undefined,
        undefined,
        line,
      ])
    },
  )

  test.each([
    ['it names a section', 'Executive Summary', PROSE],
    ['the text has its words in lower case', 'Spring Gauge', PROSE],
    ['the text is about it', 'Lower Weir', `Nobody looked at the Lower Weir. ${PROSE}`],
    ['it names an event and its place', 'Tidal Summit, Room Kestrel', PROSE],
    ['it lists topics', 'River, Gauge and Spring', PROSE],
  ])('is a heading if %s', async (_, line, prose) => {
    const article = await readAs('talk.txt', `The talk of the river\n\n${line}\n\n${prose}\n\n${BODY}`)
    expect(article.byline).toBeUndefined()
    expect(article.root.sections[0]?.heading?.text).toBe(line)
  })

  test('is the byline even if a note at the end is about the author', async () => {
    const text = `The talk of the river\n\nIda Quay\n\n${BODY}\n${PROSE}\n\nIda Quay is an engineer at the Harbour Workshop.\n`
    expect(headOf(await readAs('talk.txt', text))[2]).toBe('Ida Quay')
  })
})

const JAPANESE =
  '昨年の春、川の水位は一晩で二メートルも上がりました。量水標を見ていた人は、その高さに驚いたと話しています。'
const CHINESE = '去年春天，河水一夜之间上涨了两米。站在水尺旁边的人说，他们从来没有见过这么高的水位。'
const KOREAN =
  '지난봄 강물은 하룻밤 사이에 2미터나 올랐다. 수위표를 보던 사람들은 그렇게 높은 물을 처음 보았다고 말했다.'

describe('a name without capitals under the title is the byline', () => {
  test.each([
    ['山田太郎', '川の話', JAPANESE],
    ['山田 太郎', '川の話', JAPANESE],
    ['佐々木 はるか、港湾大学', '川の話', JAPANESE],
    ['ジョン・スミス', '川の話', JAPANESE],
    ['李明', '河水的故事', CHINESE],
    ['欧阳小明（港口大学）', '河水的故事', CHINESE],
    ['김민수', '강 이야기', KOREAN],
    ['김민수 교수', '강 이야기', KOREAN],
  ])('%s', async (line, title, prose) => {
    const plain = await readAs('talk.txt', `${title}\n\n${line}\n\n${prose}\n\n${prose}\n`)
    expect(headOf(plain).slice(0, 3)).toEqual([title, undefined, line])
    const marked = await readAs('talk.md', `# ${title}\n\n${line}\n\n${prose}\n`)
    expect(headOf(marked).slice(0, 3)).toEqual([title, undefined, line])
  })
})

describe('a short line in these scripts is no byline if it is', () => {
  test.each([
    ['a section', '研究背景', JAPANESE],
    ['an institution', '東京大学', JAPANESE],
    ['a part', '第一章', JAPANESE],
    ['what the text is about', '量水標', JAPANESE],
    ['what the Chinese text is about', '高水位', CHINESE],
    ['a section in Chinese', '高度概述', CHINESE],
    ['a section in Korean', '연구 배경', KOREAN],
    ['what the Korean text is about', '수위표', KOREAN],
    ['a phrase', '春の川', JAPANESE],
  ])('%s: %s', async (_, line, prose) => {
    const article = await readAs('talk.md', `# 2024\n\n${line}\n\n${prose}\n`)
    expect(article.byline).toBeUndefined()
  })
})

describe('if front matter has the title', () => {
  const front = '---\ntitle: The talk of the river\n---\n'

  test('the only heading of level 1 may be the subtitle', async () => {
    const article = await readAs('talk.md', `${front}# A talk of a river\n\n${PROSE}\n`)
    expect(headOf(article).slice(0, 2)).toEqual(['The talk of the river', 'A talk of a river'])
  })

  test('the first of several such headings begins a section like the others', async () => {
    const article = await readAs('talk.md', `${front}# A talk of a river\n\n${PROSE}\n\n# The weir\n\n${PROSE}\n`)
    expect(article.subtitle).toBeUndefined()
    expect(article.root.sections.map(({ heading }) => heading?.text)).toEqual(['A talk of a river', 'The weir'])
  })
})

test.each([
  ['By Ada Lovelace', 'Ada Lovelace'],
  ['Story by Ada Lovelace and Ida Quay, Harbour Workshop', 'Ada Lovelace and Ida Quay, Harbour Workshop'],
  ['作者：李明', '李明'],
  ['Posted by Ada Lovelace on 3 May 2024', 'Posted by Ada Lovelace on 3 May 2024'],
  ['By the Harbour Workshop', 'By the Harbour Workshop'],
  ['Ada Lovelace', 'Ada Lovelace'],
])('the name in "%s" is "%s"', (byline, name) => expect(byline.slice(lengthBeforeName(byline))).toBe(name))
