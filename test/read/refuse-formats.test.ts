import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { read } from '../../src/read/read.ts'
import { UnreadableError } from '../../src/read/unreadable-error.ts'

async function reasonFor(path: string, value: string | Uint8Array): Promise<string> {
  const file = new VFile({ path })
  try {
    await read(typeof value === 'string' ? new TextEncoder().encode(value) : value, file)
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
    expect(file.messages).toMatchObject([{ ruleId: 'format', fatal: true }])
    return error.message
  }
  return ''
}

const TEXT = 'The river rose by two metres in a night. Nobody had seen it so high.\n'
const DECK = JSON.stringify({ lectern: 'deck/1', title: 'Tides', article: { path: 'talk.md', text: TEXT } })
const NOTEBOOK = JSON.stringify({ cells: [{ cell_type: 'markdown', source: [TEXT] }], nbformat: 4 })

describe('a file that is not an article is refused, with a remedy', () => {
  test.each([
    ['talk.ipynb', NOTEBOOK, /notebook.*nbconvert --to markdown talk\.ipynb/],
    ['talk.adoc', TEXT, /AsciiDoc.*asciidoctor talk\.adoc/],
    ['talk.json', DECK, /JSON/],
    ['talk.svg', '<svg xmlns="http://www.w3.org/2000/svg"><text>Tides</text></svg>', /a drawing/],
    ['talk.ps', '%!PS-Adobe-3.0\nshowpage\n', /ps2pdf talk\.ps talk\.pdf/],
    ['talk.djvu', TEXT, /a book/],
    ['talk.csv', 'a,b\n1,2\n', /table of data/],
    ['talk.xml', '<?xml version="1.0"?><article><para>x</para></article>', /XML.*pandoc -f docbook/],
    ['talk.pptx', 'PK\x03\x04', /already a deck/],
    ['event.yaml', 'name: Harbour Days\n', /--event/],
    ['talk.py', 'print("tides")\n', /a program/],
  ])('by its extension: %s', async (path, value, reason) => {
    expect(await reasonFor(path, value)).toMatch(reason)
  })

  test.each([
    ['50% $& more.ps', `"ps2pdf '50% $& more.ps' '50% $& more.pdf'"`],
    ["Ida's $' talk.ipynb", `"jupyter nbconvert --to markdown 'Ida'\\''s $'\\'' talk.ipynb'"`],
  ])('with a command that a shell understands: %s', async (path, command) => {
    expect(await reasonFor(path, path.endsWith('.ps') ? '%!PS-Adobe-3.0\nshowpage\n' : NOTEBOOK)).toContain(command)
  })

  test.each([
    ['a notebook', NOTEBOOK, /notebook/],
    ['deck data saved by Lectern', DECK, /Use the article that it was made from/],
    ['a JSON array', '[{ "a": 1 }, { "a": 2 }]\n', /JSON data/],
    ['a drawing', '<?xml version="1.0"?>\n<!-- made by hand -->\n<svg width="3"><text>Tides</text></svg>', /a drawing/],
    ['PostScript', '%!PS-Adobe-3.0\nshowpage\n', /ps2pdf/],
    ['XML', '<?xml version="1.0"?>\n<article><para>x</para></article>', /XML/],
    ['AsciiDoc', `= Tides\n:toc:\n\n== Rivers\n\n${TEXT}\n[NOTE]\n====\nIt rains.\n====\n`, /AsciiDoc.*"asciidoctor /],
  ])('by its content, whatever its name: %s', async (_, value, reason) => {
    for (const path of ['talk.txt', 'talk', '-']) expect(await reasonFor(path, value)).toMatch(reason)
  })

  test('by its bytes, even if its name is that of a text file', async () => {
    for (const length of [300, 5_000, 60_000]) {
      const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, index) =>
        createHash('sha256').update(`${length} ${index}`).digest(),
      )
      for (const path of ['noise.txt', 'noise.md'])
        expect(await reasonFor(path, Buffer.concat(blocks).subarray(0, length))).toMatch(/binary file|This is an? \w+/)
    }
    expect(await reasonFor('program.txt', readFileSync(process.execPath).subarray(0, 100_000))).toContain('a program')
  })
})

test('LaTeX with an unknown extension is refused, and the message says how to name it', async () => {
  const latex = '% Options\n\\PassOptionsToPackage{unicode}{hyperref}\n%\n\\documentclass{article}\n'
  expect(await reasonFor('talk.draft', latex)).toBe(
    'This is LaTeX, despite its name. Rename it to talk.tex and use that file.',
  )
})

test('a document that is named like one of Pandoc is refused for what it is', async () => {
  const office = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'ppt/presentation.xml': strToU8('<p/>') })
  for (const path of ['talk.odt', 'talk.epub', 'talk.rtf'])
    expect(await reasonFor(path, office)).toBe(
      'This is a PowerPoint file, not a Word file. Save the article as .docx, plain text or Markdown.',
    )
  const archive = zipSync({ 'talk.md': strToU8(`# Tides\n\n${TEXT}`) })
  expect(await reasonFor('talk.rtf', archive)).toMatch(/a zip archive, not a Word file\. Unpack it/)
})

describe('an article that resembles another format is read', () => {
  test.each([
    ['text about LaTeX', 'talk.txt', `${TEXT}\n\\documentclass is the first word of a file in LaTeX.\n`],
    ['text about AsciiDoc', 'talk.txt', `Marks\n\n== Tables\n\n${TEXT}\n|===\n\n${TEXT}`],
    ['Markdown about AsciiDoc', 'talk.txt', `# Marks\n\n${TEXT}\n\n\`\`\`\n= Tides\n:toc:\n:icons: font\n\`\`\`\n`],
    ['text about reStructuredText', 'talk.txt', `Marks\n\n${TEXT}\n.. note:: This is a note.\n\n${TEXT}`],
    ['text that begins with a bracket', 'talk.txt', `[Applause] ${TEXT}`],
    ['Markdown that ends with a JSON array', 'talk.md', `# Data\n\n${TEXT}\n[1, 2]\n`],
    [
      'a web page with the extension .xml',
      'talk.xml',
      `<?xml version="1.0"?><html><body><h1>A talk</h1><p>${TEXT}</p></body></html>`,
    ],
    ['text with an unknown extension', 'talk.notes', TEXT],
    ['text with a few control characters', 'talk.txt', `${TEXT}\x01\x02\x03${TEXT}\x04`],
    ['text in a file that is named as rich text', 'talk.rtf', TEXT],
    ['text in Windows-1252', 'talk.txt', Buffer.from(`Größe und Fläche der Brücke. ${TEXT}`, 'latin1')],
  ])('%s', async (_, path, value) => {
    expect(await reasonFor(path, value)).toBe('')
  })
})
