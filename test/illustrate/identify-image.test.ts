import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identifyImage } from '../../src/illustrate/identify-image.ts'
import { LIMITS } from '../../src/illustrate/limits.ts'
import { avif, box, gif, hugePng, jpeg, png, svg, webp } from './images.ts'

/** Identifies bytes: `image/png 3 × 4`, or the rule that they break. */
function identify(bytes: Uint8Array): string {
  const content = identifyImage(bytes)
  if ('ruleId' in content) return content.ruleId
  const [type] = content.data.replace('data:', '').split(';')
  return `${type} ${content.width} × ${content.height}`
}

describe('the size of an image is read from its own bytes', () => {
  test.each([
    ['PNG', png(300, 200), 'image/png 300 × 200'],
    ['JPEG', jpeg(300, 200), 'image/jpeg 300 × 200'],
    ['GIF', gif(300, 200), 'image/gif 300 × 200'],
    ['WebP, lossy', webp('VP8 ', 300, 200), 'image/webp 300 × 200'],
    ['WebP, lossless', webp('VP8L', 300, 200), 'image/webp 300 × 200'],
    ['WebP, extended', webp('VP8X', 300, 200), 'image/webp 300 × 200'],
    ['AVIF', avif(300, 200), 'image/avif 300 × 200'],
    ['SVG', svg('width="300" height="200"'), 'image/svg+xml 300 × 200'],
  ])('%s', (_, bytes, expected) => expect(identify(bytes)).toBe(expected))

  test('is as displayed: rotated if the camera was held on its side', () => {
    expect(identify(jpeg(300, 200, { value: 6, order: 'MM' }))).toBe('image/jpeg 200 × 300')
    expect(identify(jpeg(300, 200, { value: 8, order: 'II' }))).toBe('image/jpeg 200 × 300')
    expect(identify(jpeg(300, 200, { value: 3, order: 'MM' }))).toBe('image/jpeg 300 × 200')
    expect(identify(avif(300, 200, 1))).toBe('image/avif 200 × 300')
    expect(identify(avif(300, 200, 2))).toBe('image/avif 300 × 200')
  })

  test('of a drawing comes from its width and height, its view box, or the default of browsers', () => {
    expect(identify(svg('width="3in" height="36pt"'))).toBe('image/svg+xml 288 × 48')
    expect(identify(svg('viewBox="0 0 400 100"'))).toBe('image/svg+xml 400 × 100')
    expect(identify(svg('viewBox="0,0,400,100" width="200"'))).toBe('image/svg+xml 200 × 50')
    expect(identify(svg('width="100%" height="100%" viewBox="0 0 400 100"'))).toBe('image/svg+xml 400 × 100')
    expect(identify(svg(''))).toBe('image/svg+xml 300 × 150')
  })
})

test('an image may be cropped only if its format is one for photographs', () => {
  const isPhotograph = (bytes: Uint8Array) => {
    const content = identifyImage(bytes)
    return 'data' in content && content.isPhotograph
  }
  expect([jpeg(3, 4), avif(3, 4), webp('VP8 ', 3, 4), webp('VP8X', 3, 4)].map(isPhotograph)).toEqual(
    Array(4).fill(true),
  )
  expect([png(3, 4), gif(3, 4), webp('VP8L', 3, 4), svg('width="3"')].map(isPhotograph)).toEqual(Array(4).fill(false))
})

test('the bytes are unchanged', () => {
  const bytes = png(3, 4)
  const content = identifyImage(bytes)
  expect('data' in content && Buffer.from(content.data.split(',')[1] ?? '', 'base64')).toEqual(bytes)
})

describe('a file that no browser shows as an image', () => {
  test.each([
    ['nothing', ''],
    ['words', 'root:x:0:0:root:/root:/bin/bash\n'],
    ['a web page', '<!doctype html><html><body>hello</body></html>'],
    ['a TIFF', 'II*\0rest'],
    ['a HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
    ['a PNG without pixels', png(3, 4).toString('latin1').slice(0, 33)],
    ['a PNG without a width', hugePng(0, 4).toString('latin1')],
    ['a JPEG truncated before its frame', jpeg(3, 4).toString('latin1').slice(0, 8)],
    ['a truncated GIF', gif(3, 4).toString('latin1').slice(0, 9)],
    ['a WebP of an unknown kind', webp('VP8X', 3, 4).toString('latin1').replace('VP8X', 'VP9X')],
  ])('%s', (_, text) => expect(identify(Buffer.from(text, 'latin1'))).toBe('image-unreadable'))
})

test('an image beyond the limits is refused, by bytes or by pixels', () => {
  expect(identify(hugePng(30_000, 30_000))).toBe('image-too-large')
  expect(identify(hugePng(5_000, 5_000))).toBe('image/png 5000 × 5000')
  expect(identify(Buffer.concat([png(3, 4), Buffer.alloc(LIMITS.bytes)]))).toBe('image-too-large')
  expect(identify(svg('width="9" height="9"', ' '.repeat(LIMITS.drawingBytes)))).toBe('image-too-large')
})

describe('a drawing', () => {
  const drawing = (content: string) => identify(svg('width="9" height="9"', content))
  const VALID = 'image/svg+xml 9 × 9'

  test('may contain what real drawings contain', () => {
    expect(drawing('<!-- a < b & c --><style>.a{fill:url(#g)}</style><text>A &amp; B &#169;</text>')).toBe(VALID)
    expect(drawing('<a href="https://example.com/"><circle r="3"/></a>')).toBe(VALID)
    expect(drawing('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">label</p></foreignObject>')).toBe(VALID)
    expect(drawing('<style><![CDATA[ a > b { } ]]></style>')).toBe(VALID)
    const declared =
      '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">\n'
    expect(identify(Buffer.concat([Buffer.from(declared), svg('width="9" height="9"')]))).toBe(VALID)
    const prefixed = '<s:svg xmlns:s="http://www.w3.org/2000/svg" width="9" height="9"><s:g/></s:svg>'
    expect(identify(Buffer.from(prefixed))).toBe(VALID)
    expect(identify(Buffer.from(`\ufeff${svg('width="9" height="9"').toString()}`, 'utf16le'))).toBe(VALID)
  })

  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script with a prefix', '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>'],
    ['a handler', '<rect onclick="alert(1)"/>'],
    ['a script in a link', '<a href=" java&#115;cript:alert(1)"><rect/></a>'],
  ])('with %s is refused', (_, content) => expect(drawing(content)).toBe('image-unsafe'))

  test('that declares entities is refused', () => {
    const entities = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    expect(identify(Buffer.concat([Buffer.from(entities), svg('', '<text>&b;</text>')]))).toBe('image-unsafe')
  })

  test.each([
    ['mismatched tags', '<g><rect></g></rect>'],
    ['a repeated attribute', '<rect x="1" x="2"/>'],
    ['an attribute without quotes', '<rect x=1/>'],
    ['an undeclared entity', '<text>&nbsp;</text>'],
    ['an undeclared prefix', '<use xlink:href="#a"/>'],
    ['a comment without an end', '<!-- '],
  ])('with %s is broken, as it is to a browser', (_, content) => expect(drawing(content)).toBe('image-unreadable'))

  test('without an svg element is broken', () => {
    expect(identify(Buffer.from('<svg viewBox="0 0 9 9"><rect/></svg>'))).toBe('image-unreadable')
    expect(
      identify(Buffer.from('<?xml version="1.0" encoding="utf-7"?><svg xmlns="http://www.w3.org/2000/svg"/>')),
    ).toBe('image-unreadable')
  })

  test('may refer to its own elements, but not so often that they multiply', () => {
    const uses = (levels: number) =>
      Array.from({ length: levels }, (_, level) => `<g id="g${level + 1}">${`<use href="#g${level}"/>`.repeat(10)}</g>`)
    const bomb = (levels: number) => `<defs><rect id="g0"/>${uses(levels).join('')}</defs><use href="#g${levels}"/>`
    expect(drawing(bomb(2))).toBe(VALID)
    expect(drawing(bomb(12))).toBe('image-too-large')
    expect(drawing(bomb(12).replaceAll('href="#', 'href="&#35;'))).toBe('image-too-large')
    const masks = bomb(12).replaceAll(/<use href="#(g\d+)"/g, '<rect mask="url(#$1)"')
    expect(drawing(masks)).toBe('image-too-large')
    expect(drawing('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>')).toBe(VALID)
  })

  test('may not be nested without limit, nor have a filter far larger than itself', () => {
    expect(drawing(`${'<g>'.repeat(200)}${'</g>'.repeat(200)}`)).toBe(VALID)
    expect(drawing(`${'<g>'.repeat(9000)}${'</g>'.repeat(9000)}`)).toBe('image-too-large')
    expect(drawing('<filter x="-50%" width="200%" height="200%"/>')).toBe(VALID)
    expect(drawing('<filter width="2000%" height="2000%"/>')).toBe('image-too-large')
  })
})

describe('hostile bytes', () => {
  const images = [png(3, 4), jpeg(3, 4, { value: 6, order: 'MM' }), gif(3, 4), webp('VP8X', 3, 4), avif(3, 4)]

  test('are identified or refused without throwing', () => {
    const bytes = fc.uint8Array({ maxLength: 200 })
    const damaged = fc
      .tuple(fc.constantFrom(...images, svg('width="3"', '<g id="a"><use href="#a"/></g>')), fc.nat(300), bytes)
      .map(([image, at, noise]) => Buffer.concat([image.subarray(0, at), noise, image.subarray(at + noise.length)]))
    fc.assert(
      fc.property(fc.oneof(bytes, damaged), (input) => {
        expect(identify(input)).toMatch(/^image[-/]/)
      }),
      { numRuns: 2000, seed: 1 },
    )
  })

  test('are examined in linear time', () => {
    const repeat = (piece: Buffer | string, count: number) =>
      Buffer.from(piece.toString('latin1').repeat(count), 'latin1')
    const floods = [
      Buffer.concat([jpeg(3, 4).subarray(0, 2), repeat('\xff\xe1\0\x02', 2_000_000)]),
      Buffer.concat([jpeg(3, 4).subarray(0, 2), Buffer.alloc(8_000_000, 0xff)]),
      Buffer.concat([png(3, 4).subarray(0, 33), Buffer.alloc(8_000_000)]),
      Buffer.concat([
        avif(3, 4).subarray(0, 24),
        box(
          'meta',
          Buffer.concat([Buffer.alloc(4), box('iprp', box('ipco', repeat(box('ispe', Buffer.alloc(12)), 300_000)))]),
        ),
      ]),
      svg('', '<g '.repeat(500_000)),
      svg('', '<!--'.repeat(500_000)),
      svg('', `<rect ${'a="'.repeat(500_000)}`),
      svg('', `<rect fill="${'url('.repeat(500_000)}"`),
      svg('', `<text>${'&'.repeat(500_000)}</text>`),
      svg(
        '',
        Array.from({ length: 60_000 }, (_, index) => `<g id="i${index}"><use href="#i${index + 1}"/></g>`).join(''),
      ),
    ]
    for (const flood of floods) expect(identify(flood)).toMatch(/^image-(?:unreadable|too-large)$/)
  })
})
