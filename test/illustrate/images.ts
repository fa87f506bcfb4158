// Makes the smallest images of each format, byte by byte.

import { crc32, deflateSync } from 'node:zlib'

/** Makes a complete PNG, grey or transparent. */
export function png(width: number, height: number, fill: 'grey' | 'clear' = 'grey'): Buffer {
  const [colour, pixel] = fill === 'grey' ? [0, [0x80]] : [6, [0, 0, 0, 0]]
  const row = Buffer.from([0, ...Array.from({ length: width }, () => pixel).flat()])
  const header = Buffer.concat([bigEndian(width, 4), bigEndian(height, 4), Buffer.from([8, colour, 0, 0, 0])])
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))
  return Buffer.concat([PNG, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.of())])
}

/** Makes a PNG that claims this size and contains hardly anything. */
export function hugePng(width: number, height: number): Buffer {
  const header = Buffer.concat([bigEndian(width, 4), bigEndian(height, 4), Buffer.from([8, 0, 0, 0, 0])])
  return Buffer.concat([PNG, chunk('IHDR', header), chunk('IDAT', Buffer.of()), chunk('IEND', Buffer.of())])
}

const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

function chunk(name: string, data: Buffer): Buffer {
  const nameAndData = Buffer.concat([Buffer.from(name), data])
  return Buffer.concat([bigEndian(data.length, 4), nameAndData, bigEndian(crc32(nameAndData), 4)])
}

/** Makes the headers of a JPEG, without pixels. `orientation` is as a camera writes it, in either byte order. */
export function jpeg(width: number, height: number, orientation?: { value: number; order: 'II' | 'MM' }): Buffer {
  const exif = orientation === undefined ? [] : [segment(0xe1, exifOf(orientation.value, orientation.order))]
  const frame = Buffer.concat([
    Buffer.from([8]),
    bigEndian(height, 2),
    bigEndian(width, 2),
    Buffer.from([1, 1, 0x11, 0]),
  ])
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...exif, segment(0xc0, frame), segment(0xda, Buffer.alloc(8))])
}

function segment(marker: number, data: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0xff, marker]), bigEndian(data.length + 2, 2), data])
}

function exifOf(orientation: number, order: 'II' | 'MM'): Buffer {
  const number = (value: number, length: number) =>
    order === 'MM' ? bigEndian(value, length) : littleEndian(value, length)
  const entry = (tag: number, value: number) =>
    Buffer.concat([number(tag, 2), number(3, 2), number(1, 4), number(value, 2), number(0, 2)])
  return Buffer.concat([
    Buffer.from('Exif\0\0'),
    Buffer.from(order),
    number(42, 2),
    number(8, 4),
    number(2, 2),
    entry(0x0100, 1),
    entry(0x0112, orientation),
    number(0, 4),
  ])
}

export function gif(width: number, height: number): Buffer {
  return Buffer.concat([
    Buffer.from('GIF89a'),
    littleEndian(width, 2),
    littleEndian(height, 2),
    Buffer.from([0, 0, 0, 0x3b]),
  ])
}

/** Makes a lossy, lossless or extended WebP. */
export function webp(kind: 'VP8 ' | 'VP8L' | 'VP8X', width: number, height: number): Buffer {
  const data = {
    'VP8 ': () =>
      Buffer.concat([Buffer.alloc(3), Buffer.from([0x9d, 1, 0x2a]), littleEndian(width, 2), littleEndian(height, 2)]),
    VP8L: () => Buffer.concat([Buffer.from([0x2f]), littleEndian((width - 1) | ((height - 1) << 14), 4)]),
    VP8X: () => Buffer.concat([Buffer.alloc(4), littleEndian(width - 1, 3), littleEndian(height - 1, 3)]),
  }[kind]()
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    Buffer.from(kind),
    littleEndian(data.length, 4),
    data,
    Buffer.alloc(8),
  ])
  return Buffer.concat([Buffer.from('RIFF'), littleEndian(body.length, 4), body])
}

/** Makes an AVIF of a picture with a thumbnail, rotated by this many quarter turns. */
export function avif(width: number, height: number, quarters: 0 | 1 | 2 | 3 = 0): Buffer {
  const sizeBox = (w: number, h: number) =>
    box('ispe', Buffer.concat([bigEndian(0, 4), bigEndian(w, 4), bigEndian(h, 4)]))
  const list = box(
    'ipco',
    Buffer.concat([sizeBox(16, 16), sizeBox(width, height), box('irot', Buffer.from([quarters]))]),
  )
  const meta = box('meta', Buffer.concat([bigEndian(0, 4), box('hdlr', Buffer.alloc(8)), box('iprp', list)]))
  const type = box('ftyp', Buffer.concat([Buffer.from('mif1'), bigEndian(0, 4), Buffer.from('mif1avif')]))
  return Buffer.concat([type, meta, box('mdat', Buffer.alloc(4))])
}

export function box(name: string, data: Buffer): Buffer {
  return Buffer.concat([bigEndian(data.length + 8, 4), Buffer.from(name), data])
}

export function svg(attributes: string, content = '<rect width="9" height="9"/>'): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`)
}

function bigEndian(value: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  bytes.writeUIntBE(value, 0, length)
  return bytes
}

function littleEndian(value: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  bytes.writeUIntLE(value, 0, length)
  return bytes
}
