/** Words on a page of A4, in points from the lower left corner. */
export interface Words {
  readonly text: string
  readonly x?: number
  readonly y: number
  readonly size?: number
  /** F: Helvetica, B: its bold, M: Courier. */
  readonly font?: 'F' | 'B' | 'M'
}

/** Makes a PDF with these words on its pages, each line at its position. Letters are in Windows-1252. */
export function pdfFile(pages: readonly (readonly Words[])[], outline: readonly string[] = []): Buffer {
  const fonts = ['Helvetica', 'Helvetica-Bold', 'Courier'].map(
    (name) => `<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`,
  )
  const first = 3 + fonts.length
  const numbers = pages.map((_, index) => first + index * 2)
  const outlines = first + pages.length * 2
  const bodies = pages.flatMap((words, index) => {
    const content = words.map(
      ({ text, x = 72, y, size = 11, font = 'F' }) =>
        `BT /${font} ${size} Tf ${x} ${y} Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`,
    )
    const stream = content.join('\n')
    return [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R/B 4 0 R/M 5 0 R>>>>/Contents ${(numbers[index] ?? 0) + 1} 0 R>>`,
      `<</Length ${Buffer.byteLength(stream, 'latin1')}>>stream\n${stream}\nendstream`,
    ]
  })
  const entries = outline.map(
    (title, index) =>
      `<</Title(${title})/Parent ${outlines} 0 R/Dest[${numbers[0]} 0 R/Fit]${index + 1 < outline.length ? `/Next ${outlines + index + 2} 0 R` : ''}>>`,
  )
  return packed([
    `<</Type/Catalog/Pages 2 0 R${outline.length > 0 ? `/Outlines ${outlines} 0 R` : ''}>>`,
    `<</Type/Pages/Kids[${numbers.map((number) => `${number} 0 R`).join(' ')}]/Count ${pages.length}>>`,
    ...fonts,
    ...bodies,
    ...(outline.length > 0
      ? [
          `<</Type/Outlines/First ${outlines + 1} 0 R/Last ${outlines + outline.length} 0 R/Count ${outline.length}>>`,
          ...entries,
        ]
      : []),
  ])
}

function packed(objects: readonly string[]): Buffer {
  const offsets: number[] = []
  let file = '%PDF-1.7\n'
  for (const [index, object] of objects.entries()) {
    offsets.push(file.length)
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(file + end, 'latin1')
}
