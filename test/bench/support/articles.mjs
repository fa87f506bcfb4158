import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Lists the texts, Markdown files, web pages and Word files of a corpus: at most `sample` of each kind, evenly
 * distributed.
 */
export function articlesIn(corpus, sample) {
  const textsIn = (name) =>
    readFileSync(join(corpus, 'plain-gold', name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line))
      .map(({ id, text }) => ({ path: `${id}.txt`.replaceAll('/', '-'), bytes: () => Buffer.from(text) }))
  const inFolder = (folder, ending) =>
    readdirSync(join(corpus, folder))
      .filter((name) => name.endsWith(ending))
      .map((name) => fileAt(join(corpus, folder, name)))
  const pages = readdirSync(join(corpus, 'html'))
    .map((id) => join(corpus, 'html', id, 'source.html'))
    .filter((path) => existsSync(path))
    .map(fileAt)
  const kinds = [
    textsIn('spaced.jsonl'),
    textsIn('wrapped.jsonl'),
    inFolder('markdown', '.md'),
    pages,
    inFolder('docx/real', '.docx'),
  ]
  return kinds.flatMap((kind) => {
    const stride = Math.max(1, kind.length / sample)
    return Array.from({ length: Math.min(sample, kind.length) }, (_, index) => kind[Math.floor(index * stride)])
  })
}

function fileAt(path) {
  return { path, bytes: () => readFileSync(path) }
}
