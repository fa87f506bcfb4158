// Checks that another reader finds the same content in our PDFs: the slides and a handout of every article of a corpus
// are made and checked, then read by poppler. `npm run bench -- paper <corpus> [--sample n] [--part i/n] [--match text]
// [--handout layout]` counts documents that failed their check, pages that lack words, files without tags or with
// missing fonts, and names them. Exits with 0 if there are none, otherwise with 1.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { VFile } from 'vfile'
import { keepBrowser } from '../../dist/browser/kept-browser.js'
import { convert } from '../../dist/convert.js'
import { layouts } from '../../dist/layout/layout-table.js'
import { linesOf } from '../../dist/model/layout.js'
import { styledText } from '../../dist/model/styled-text.js'
import { UnreadableError } from '../../dist/read/unreadable-error.js'
import { articlesIn } from './support/articles.mjs'
import { lettersOf } from './support/pdf-letters.mjs'
import { isMissed, noneRow, printTable } from './support/table.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    part: { type: 'string' },
    match: { type: 'string' },
    handout: { type: 'string' },
  },
})
const [corpus] = positionals
if (corpus === undefined) {
  process.stderr.write(
    'usage: npm run bench -- paper <corpus> [--sample n] [--part i/n] [--match text] [--handout layout]\n',
  )
  process.exit(2)
}

/** White space, and places where letters change direction: poppler reports each run separately. */
const WORD_END =
  /\s+|(?<=[\p{sc=Arabic}\p{sc=Hebrew}])(?=\p{sc=Latin})|(?<=\p{sc=Latin})(?=[\p{sc=Arabic}\p{sc=Hebrew}])/u

/** Matches letters that are drawn in one font: of tagged text, poppler reports only such letters. */
const IN_ONE_FONT = /^[\x20-\x7e]*/

const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-paper-'))
const browser = keepBrowser({ executable: null })
/** @typedef {string[]} Names */
const none = () => /** @type {Names} */ ([])
const found = {
  ...{ files: 0, pages: 0, refused: 0 },
  ...{ failed: none(), faulty: none(), textless: none(), untagged: none(), bare: none() },
}
try {
  const [number, of] = (values.part ?? '1/1').split('/').map(Number)
  const articles = articlesIn(corpus, Number(values.sample ?? Number.POSITIVE_INFINITY))
    .filter(({ path }) => path.includes(values.match ?? ''))
    .filter((_, index) => index % of === number - 1)
  for (const article of articles) await measure(article)
  const rows = rowsOf(found)
  printTable(rows)
  process.exitCode = rows.some(isMissed) ? 1 : 0
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}

async function measure({ path, bytes }) {
  const file = new VFile({ path, value: bytes() })
  let made
  try {
    made = await convert(
      file,
      { formats: ['pdf', 'handout'], handout: /** @type {any} */ (values.handout) },
      { browser: browser.getBrowser },
    )
  } catch (error) {
    if (error instanceof UnreadableError) found.refused++
    else found.failed.push(`${path}: ${String(error).split('\n')[0]}`)
    return
  }
  for (const { ruleId, reason } of file.messages) if (ruleId === 'bad-pdf') found.faulty.push(`${path}: ${reason}`)
  for (const [name, pdf] of made.files) {
    const saved = join(folder, 'read.pdf')
    writeFileSync(saved, pdf)
    found.files++
    judge(`${path} (${name.endsWith('-handout.pdf') ? 'handout' : 'slides'})`, saved, made)
  }
}

/** Splits a line into pieces, with formulas as empty ones, because their TeX is not visible. */
function piecesOf(line, article) {
  if (line.kind === 'math') return []
  const isFormula = ({ styles }) => styles.some(({ type }) => type === 'inlineMath')
  return styledText({ ...line, spans: line.spans ?? [line.span] }, article).map((piece) =>
    isFormula(piece) ? '' : piece.text,
  )
}

function judge(name, saved, { article, deck: { slides } }) {
  const run = (program, ...words) =>
    execFileSync(program, words, { encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'ignore'] })
  const pages = run('pdftotext', '-raw', saved, '-').split('\f').slice(0, -1).map(lettersOf)
  found.pages += pages.length
  const all = pages.join('')
  const isSlides = name.endsWith('(slides)')
  if (isSlides && pages.length !== slides.length)
    found.textless.push(`${name}: ${pages.length} pages, ${slides.length} slides`)
  for (const [index, slide] of slides.entries()) {
    if (slide.slots.spills !== undefined) continue
    const said = isSlides ? linesOf(layouts, slide) : slide.note.sentences
    const text = isSlides ? (pages[index] ?? '') : all
    const missing = said
      .flatMap((line) => piecesOf(line, article))
      .flatMap((piece) => piece.split(WORD_END))
      .find((word) => !text.includes(lettersOf(word)))
    if (missing !== undefined) found.textless.push(`${name} #${slide.id}: "${missing}"`)
  }
  // Tagged text is in quotation marks; the tags around it are not.
  const tagged = run('pdfinfo', '-enc', 'UTF-8', '-struct-text', saved)
    .split('\n')
    .filter((line) => /^\s*"/.test(line))
  const tags = lettersOf(tagged.join(''))
  const untitled = slides.find(({ slots: { title } }) => {
    const pieces = title ? piecesOf(title, article) : []
    const first = pieces.slice(0, [...pieces, ''].indexOf('')).join('')
    return !tags.includes(lettersOf(IN_ONE_FONT.exec(first)?.[0] ?? ''))
  })
  if (!/^Tagged:\s+yes/m.test(run('pdfinfo', saved)) || untitled !== undefined)
    found.untagged.push(`${name}${untitled === undefined ? '' : `: "${untitled.slots.title.text}"`}`)
  const fonts = run('pdffonts', saved).split('\n').slice(2).filter(Boolean)
  // Type 3 fonts are drawings in the file; the column before "sub" says whether a font is embedded.
  const left = fonts.find((row) => !/ yes (?:yes|no ) (?:yes|no )\s+\d+\s+\d+$/.test(row))
  if (left !== undefined) found.bare.push(`${name}: ${left.trim()}`)
}

/** @returns {import('./support/table.mjs').Row[]} */
function rowsOf({ files, pages, refused, failed, faulty, textless, untagged, bare }) {
  const area = 'paper'
  const none = (what, details) => noneRow({ area, what, details })
  return [
    {
      area,
      what: 'PDFs made, checked and read by poppler',
      value: `${files} (${pages} pages, ${refused} refused as unreadable)`,
    },
    none('articles that failed', failed),
    none('PDFs that failed their check', faulty),
    none('pages on which poppler finds a word missing', textless),
    none('PDFs without tags, or with a title that no tag has', untagged),
    none('PDFs with a font left out', bare),
  ]
}
