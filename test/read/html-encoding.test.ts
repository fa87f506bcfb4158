import { describe, expect, test } from 'vitest'
import { PROSE, readPage } from './read-page.ts'

describe('the encoding of a page', () => {
  const inBody = (text: string, head = ''): string =>
    `<html><head>${head}</head><body><article><p>${text.repeat(30)}</p></article></body></html>`

  test('is the one that it declares', async () => {
    const japanese = Buffer.from([0x89, 0x5e, 0x89, 0xcd]) // 運河 in Shift_JIS
    const [before = '', after = ''] = inBody(
      '@',
      '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">',
    ).split('@'.repeat(30))
    const bytes = Buffer.concat([Buffer.from(before), ...Array<Buffer>(200).fill(japanese), Buffer.from(after)])
    expect((await readPage(bytes)).article.text).toBe('運河'.repeat(200))
  })

  test('is that of its byte order mark, or UTF-8 if its bytes are valid UTF-8, whatever it declares', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(inBody('Wärter, über Wasser. '), 'utf16le')])
    expect((await readPage(utf16)).article.text).toContain('Wärter, über Wasser.')
    const misdeclared = inBody('Wärter, über Wasser. ', '<meta charset="windows-1251">')
    expect((await readPage(misdeclared)).article.text).toContain('Wärter, über Wasser.')
  })

  test('in a web archive is that of its part', async () => {
    const archive = [
      'From: <Saved by a browser>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html";',
      '\tboundary="----Part"',
      '',
      '------Part',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      `<html><body><article><p>${'W=C3=A4rter, =\r\nhier. '.repeat(30)}</p></article></body></html>`,
      '------Part',
      'Content-Type: image/png',
      '',
      'x',
      '------Part--',
    ].join('\r\n')
    expect((await readPage(archive, 'page.mhtml')).article.text).toContain('Wärter, hier. Wärter')
  })

  test('in a web archive does not matter to its pictures, which are embedded', async () => {
    const picture = (header: string) => [
      '------Part',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      header,
      '',
      'iVBO',
      'Rw==',
    ]
    const images = ['https://news.example/img/a.png', 'b.png', 'cid:c@news', 'https://news.example/d.png']
    const archive = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary="----Part"',
      '',
      '------Part',
      'Content-Type: text/html; charset=utf-8',
      'Content-Location: https://news.example/gates/',
      '',
      `<html><body><article><p>${PROSE.repeat(4)}</p>${images.map((src) => `<p><img src="${src}" alt="Gate"></p><p>${PROSE}</p>`).join('')}</article></body></html>`,
      ...picture('Content-Location: https://news.example/img/a.png'),
      ...picture('Content-Location: https://news.example/gates/b.png'),
      ...picture('Content-ID: <c@news>'),
      '------Part--',
    ].join('\r\n')
    const { article } = await readPage(archive, 'page.mhtml')
    const shown = JSON.stringify(article.root.blocks.map(({ node }) => node))
    expect([...shown.matchAll(/"url":"([^"]*)"/g)].map(([, url]) => url)).toEqual([
      ...Array(3).fill('data:image/png;base64,iVBORw=='),
      'https://news.example/d.png',
    ])
  })

  test('is the Cyrillic one that it declares', async () => {
    const page = `<html><head><meta charset="windows-1251"><title>x</title></head><body><article><h1>ABC</h1><p>${'A'.repeat(200)}</p></article></body></html>`
    const bytes = Buffer.from(page, 'latin1').map((byte) => (byte === 65 ? 0xc0 : byte))
    expect((await readPage(bytes)).article.text).toContain('А'.repeat(200))
  })
})

test('control characters in attributes are removed', async () => {
  const head =
    '<meta property="og:site_name" content="Canal&#14; Quarterly"><meta property="og:url" content="https://a.example/\x0e">'
  const { article } = await readPage(
    `<head>${head}</head><p>The river rose by two metres in one night.</p><img src="a.png" alt="The&#7; bridge">`,
  )
  expect(article.source).toEqual({ site: 'Canal Quarterly', address: 'https://a.example/' })
  expect(JSON.stringify(article)).not.toMatch(/\\u00/)
})
