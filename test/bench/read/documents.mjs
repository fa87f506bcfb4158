import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { allRow } from '../support/table.mjs'
import { fatalOf, isLocated, reading, told } from './reading.mjs'

const AREA = 'documents'

/**
 * Checks that real documents are read, or refused if they have no words, and that broken ones are read or refused. The
 * message of a refusal must have a position.
 */
export async function measureDocuments({ corpus, match }) {
  const rows = []
  for (const { folder, ending } of REAL) {
    const read = await readAll(corpus, folder, (name) => name.endsWith(ending) && name.includes(match))
    const failed = []
    for (const each of read) {
      const isRight =
        each.article || (isLocated(fatalOf(each.file)) && !(await hasWords(join(corpus, folder, each.name))))
      if (!isRight) failed.push(each)
    }
    const refused = read.filter(({ article }) => !article).length - failed.length
    const details = failed.map(({ name, file, error }) => `${name}: ${fatalOf(file) ? told(fatalOf(file)) : error}`)
    const count = read.length - failed.length
    const also = refused > 0 ? ` (${refused} without words refused as such)` : ''
    rows.push(allRow({ area: AREA, what: `${folder}: read without an error${also}`, count, of: read.length, details }))
  }
  const broken = await readAll(corpus, 'docx/malformed', (name) => name.includes(match))
  const ended = broken.filter(({ file, article, isRefused }) => article || (isRefused && isLocated(fatalOf(file))))
  const details = broken.map(({ name, file, article, error }) => {
    if (article) return `${name}: read, ${article.text.length} characters`
    return `${name}: ${fatalOf(file) ? told(fatalOf(file)) : `NOT REPORTED: ${error}`}`
  })
  const what = 'docx/malformed: read, or refused with a located message'
  return [...rows, allRow({ area: AREA, what, count: ended.length, of: broken.length, details })]
}

const REAL = [
  { folder: 'markdown', ending: '.md' },
  { folder: 'docx/real', ending: '.docx' },
]

/** Whether a Word file has words that are neither deleted nor moved away. Other files are not checked. */
async function hasWords(path) {
  if (!path.endsWith('.docx')) return true
  const { files } = await JSZip.loadAsync(readFileSync(path))
  const parts = Object.values(files).filter(({ name }) => /^word\/(?:document|footnotes|endnotes)\d*\.xml$/.test(name))
  const texts = await Promise.all(parts.map((part) => part.async('string')))
  return texts.some((xml) => /<w:t(?: [^>]*)?>[^<]*\S/.test(xml.replace(GONE, '')))
}

const GONE = /<w:(del|moveFrom) [\s\S]*?<\/w:\1>/g

async function readAll(corpus, folder, isWanted) {
  const results = []
  for (const name of readdirSync(join(corpus, folder)).filter(isWanted))
    results.push({ name, ...(await reading(readFileSync(join(corpus, folder, name)), name)) })
  return results
}
