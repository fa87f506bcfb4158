import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { BrowserPage } from '../../src/browser/browser-page.ts'
import { joinPdfs } from '../../src/export/join-pdfs.ts'
import { readObjects } from '../../src/export/pdf-objects.ts'
import { print } from '../../src/export/print-pdf.ts'
import type { Html } from '../../src/model/html.ts'
import { splitPrintPages } from '../../src/render/split-print-pages.ts'
import { oneBrowser } from '../browser/one-browser.ts'

const COUNT = 160

const STYLES =
  '@page{size:640px 360px;margin:0}body{margin:0}.page{contain:strict;height:360px;break-after:page}.page:last-child{break-after:auto}'

/** A title page, then parts of ten pages with lists, tables and links to pages before and after. */
const PAGES: Html = {
  head: `<!doctype html><html lang="en"><head><title>A (talk) with 7 0 R</title><style>${STYLES}</style></head><body>`,
  body: Array.from({ length: COUNT }, (_, index) => {
    const heading = index === 0 ? 'h1' : index % 10 === 1 ? 'h2' : 'h3'
    const links = `<a href="#p${(index * 7) % COUNT}">there</a> <a href="https://example.org/${index}">elsewhere</a>`
    const row = `<tr><th scope="row">At ${index}</th><td>${index * index}</td></tr>`
    const table = `<table><tr><th>Hour</th><th>Level</th></tr>${row}</table>`
    return `<section class="page" id="p${index}"><${heading}>Größe (${index}) /First 5 0 R</${heading}><p>${links}</p>${index % 3 === 0 ? table : '<ul><li><b>One</b></li><li>Two</li></ul>'}</section>`
  }).join(''),
}

describe('print in halves', () => {
  const browser = oneBrowser()
  let whole: Uint8Array
  let joined: Uint8Array
  let openedCount = 0

  beforeAll(async () => {
    whole = await browser().withPage((page) => print(page, PAGES))
    joined = await browser().withPage((page) =>
      print(page, PAGES, {
        withSecondPage: (use) => {
          openedCount++
          return browser().withSecondPage(use)
        },
      }),
    )
  }, 60_000)

  test('prints many pages in two pages of the browser', () => {
    expect(openedCount).toBe(1)
    expect(joined.length).not.toBe(whole.length)
    expect(joined.length).toBeLessThan(1.5 * whole.length)
  })

  test('keeps pages, text, tags, links, destinations and outline as if printed at once', async () => {
    const [one, other] = await Promise.all([seen(joined), seen(whole)])
    expect(other.pages).toHaveLength(COUNT)
    expect(JSON.stringify(other.outline)).toContain('Größe (159) /First 5 0 R')
    expect(other.pages[159]?.links).toHaveLength(2)
    expect(other.pages[159]?.tags).toContain('"link 1"')
    expect(one).toEqual(other)
  })

  test('contains no dates, so that the same pages give the same bytes', () => {
    expect([...readObjects(joined).values()].join('\n')).not.toMatch(/\(D:\d/)
  })

  test('names the headers of table cells by the same tags', () => {
    const namesIn = (pdf: Uint8Array) =>
      [...readObjects(pdf).values()].flatMap((value) => value.match(/\/Headers \[[^\]]*\]/g) ?? [])
    expect(namesIn(whole).length).toBeGreaterThan(50)
    expect(namesIn(joined)).toEqual(namesIn(whole))
  })

  test.skipIf(!has('qpdf'))('passes the check of qpdf', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lectern-halves-'))
    writeFileSync(join(folder, 'joined.pdf'), joined)
    const said = execFileSync('qpdf', ['--check', join(folder, 'joined.pdf')], { encoding: 'utf8' })
    rmSync(folder, { recursive: true })
    expect(said).toContain('No syntax or stream encoding errors found')
  })
})

test('Other work begins only when both halves are being printed', async () => {
  const events: string[] = []
  const pageNamed = (name: string, shown: Promise<void>) =>
    ({
      show: () => shown,
      pdf: async (onPrinting?: () => void) => {
        events.push(`prints ${name}`)
        onPrinting?.()
        return new Uint8Array()
      },
    }) as Partial<BrowserPage> as BrowserPage
  await print(pageNamed('one', Promise.resolve()), PAGES, {
    onPrint: () => events.push('other work'),
    withSecondPage: (use) => use(pageNamed('two', setImmediate())),
  })
  expect(events.slice(0, 3)).toEqual(['prints one', 'prints two', 'other work'])
})

test('Few pages, and pages with a link to nowhere, are not divided', () => {
  expect(splitPrintPages(PAGES, COUNT)).toHaveLength(2)
  expect(splitPrintPages(PAGES, COUNT + 1)).toBeNull()
  expect(splitPrintPages({ ...PAGES, body: PAGES.body.replace('#p7"', '#nowhere"') }, COUNT)).toBeNull()
})

test('Files of other programs are not joined', () => {
  const other = Buffer.from('%PDF-1.4\nnothing\n')
  expect(joinPdfs(other, other)).toBeNull()
})

function has(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** What a reader sees; references to objects become numbers of pages. */
async function seen(bytes: Uint8Array) {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0, stopAtErrors: true }).promise
  const placeOf = async ([page, ...place]: readonly unknown[]) => [await pdf.getPageIndex(page as never), ...place]
  const outlineOf = async (items: Awaited<ReturnType<typeof pdf.getOutline>>): Promise<unknown> =>
    Promise.all(
      items.map(async ({ title, dest, items }) => [title, await placeOf(dest as unknown[]), await outlineOf(items)]),
    )
  const destinations = await Promise.all(
    Object.entries(await pdf.getDestinations())
      .toSorted(([one], [other]) => one.localeCompare(other))
      .map(async ([name, place]) => [name, await placeOf(place as unknown[])]),
  )
  const pages = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const links = await page.getAnnotations()
    const tags = JSON.stringify(await page.getStructTree()).replace(/p\d+R_mc/g, '')
    pages.push({
      text: items.map((item) => ('str' in item ? item.str : '')),
      tags: links.reduce((text, { id }, index) => text.replaceAll(`"${id}"`, `"link ${index}"`), tags),
      links: links.map(({ url, dest, rect }) => [url, dest, rect]),
    })
  }
  const { info } = await pdf.getMetadata()
  return { title: Reflect.get(info, 'Title'), outline: await outlineOf(await pdf.getOutline()), destinations, pages }
}
