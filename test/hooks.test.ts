import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import type { Conversion } from '../src/convert.ts'

/** Runs the example of the README, without its types, on an article. */
async function exampleOf(article: string): Promise<Conversion> {
  const [, chapter = ''] = /## From a program\n([\s\S]*?)\n## /.exec(readFileSync('README.md', 'utf8')) ?? []
  const code = (chapter.match(/^ {4}.*$/gm) ?? [])
    .join('\n')
    .replaceAll(/ as const|(?<=\(tree): \w+|^ *import type .*$/gm, '')
  const folder = mkdtempSync(join(tmpdir(), 'lectern-hooks-'))
  try {
    await mkdir(join(folder, 'node_modules'))
    symlinkSync(resolve('.'), join(folder, 'node_modules/lectern'))
    for (const name of ['vfile', 'unist-util-visit'])
      symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name))
    const path = join(folder, 'example.mjs')
    writeFileSync(path, `${code.replace(/value: '[^']*'/, `value: ${JSON.stringify(article)}`)}\nexport { made }\n`)
    const { made } = await import(pathToFileURL(path).href)
    return made
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test('custom plugins, layouts and a writer make the deck, as the README says', async () => {
  const { deck, article, files } = await exampleOf(
    '# Tides\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\nThe sea comes. It goes.\n',
  )
  expect(article.text).not.toContain('1\t2')
  expect(deck.slides.map(({ layout, note }) => [layout, note.sentences.map(({ text }) => text)])).toEqual([
    ['quote', ['The sea comes.']],
    ['quote', ['It goes.']],
  ])
  const html = new TextDecoder().decode([...files.values()][0])
  expect(html.match(/data-layout="quote"[^>]*data-length="brief"/g)).toHaveLength(2)
  expect(html).toContain('data-show="spring"')
})
