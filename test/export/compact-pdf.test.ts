import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { compactPdf } from '../../src/export/compact-pdf.ts'
import { readObjects } from '../../src/export/pdf-objects.ts'
import { oneBrowser } from '../browser/one-browser.ts'

const ROWS = Array.from({ length: 60 }, (_, row) => `<tr><th scope="row">Row ${row}</th><td>${row * row}</td></tr>`)

const PAGE = `<!doctype html><html lang="en"><title>A (table) of endobj</title><style>section{break-after:page}</style>
${Array.from({ length: 5 }, (_, page) => `<section id="p${page}"><h2>Page ${page}</h2><a href="#p0">first</a><table>${ROWS.join('')}</table></section>`).join('')}`

describe('compactPdf', () => {
  const browser = oneBrowser()
  let original: Uint8Array
  let compacted: Uint8Array

  beforeAll(async () => {
    original = await browser().withPage(async (page) => {
      await page.show(PAGE)
      return page.pdf()
    })
    compacted = compactPdf(original)
  })

  test('halves a file with many tags', () => {
    expect(compacted.length).toBeLessThan(original.length / 2)
  })

  test('keeps every object unchanged, and maps newer tags to older ones', () => {
    const kept = [...readObjects(compacted)].filter(([, value]) => !value.includes('/Type /XRef'))
    const before = readObjects(original)
    expect(before.size).toBeGreaterThan(600)
    const roles = '\n/RoleMap <</Em /Span /Strong /Span /Aside /Note>>'
    expect(kept.filter(([, value]) => value.includes(roles))).toHaveLength(1)
    expect(new Map(kept.map(([number, value]) => [number, value.replace(roles, '').trim()]))).toEqual(
      new Map([...before].map(([number, value]) => [number, value.trim()])),
    )
  })

  test('keeps text, tags, links, outline and title for a reader', async () => {
    const [one, other] = await Promise.all([original, compacted].map(contentOf))
    expect(other).toEqual(one)
    expect(JSON.stringify(one)).toContain('A (table) of endobj')
  })

  test('gives the same bytes twice', () => {
    expect(Buffer.compare(compactPdf(original), compacted)).toBe(0)
  })

  test('leaves files with another structure unchanged', () => {
    expect(compactPdf(compacted)).toBe(compacted)
    const other = Buffer.from('%PDF-1.4\nnothing\n')
    expect(compactPdf(other)).toBe(other)
  })

  test.skipIf(!has('qpdf'))('passes the check of qpdf', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lectern-compact-'))
    writeFileSync(join(folder, 'small.pdf'), compacted)
    const said = execFileSync('qpdf', ['--check', join(folder, 'small.pdf')], { encoding: 'utf8' })
    rmSync(folder, { recursive: true })
    expect(said).toContain('No syntax or stream encoding errors found')
  })
})

function has(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

async function contentOf(bytes: Uint8Array): Promise<object> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0, stopAtErrors: true }).promise
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1)
  const pages = await Promise.all(
    numbers.map(async (number) => {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      const texts = items.map((item) => ('str' in item ? item.str : ''))
      return [texts, await page.getStructTree(), (await page.getAnnotations()).length]
    }),
  )
  const { info } = await pdf.getMetadata()
  return { title: Reflect.get(info, 'Title'), outline: await pdf.getOutline(), pages }
}
