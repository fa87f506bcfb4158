import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { Deck } from '../src/model/deck.ts'

interface Made {
  readonly text: string
  readonly slides: Deck['slides']
  readonly html: string
}

const PRINTED =
  'console.log(JSON.stringify({ text: made.article.text, slides: made.deck.slides, html: new TextDecoder().decode([...made.files.values()][0]) }))'

/** Runs the example of the README, without its types, on an article: in Node, like a program that uses the library. */
function exampleOf(article: string): Made {
  const [, chapter = ''] = /## From a program\n([\s\S]*?)\n## /.exec(readFileSync('README.md', 'utf8')) ?? []
  const code = (chapter.match(/^ {4}.*$/gm) ?? [])
    .join('\n')
    .replaceAll(/ as const|(?<=\(tree): \w+|^ *import type .*$/gm, '')
  const folder = mkdtempSync(join(tmpdir(), 'lectern-hooks-'))
  try {
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(resolve('.'), join(folder, 'node_modules/lectern'))
    for (const name of ['vfile', 'unist-util-visit'])
      symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name))
    const path = join(folder, 'example.mjs')
    writeFileSync(path, `${code.replace(/value: '[^']*'/, `value: ${JSON.stringify(article)}`)}\n${PRINTED}\n`)
    return JSON.parse(execFileSync(process.execPath, [path], { encoding: 'utf8', maxBuffer: 2 ** 26 }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test('custom plugins, layouts and a writer make the deck, as the README says', () => {
  const { text, slides, html } = exampleOf('# Tides\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\nThe sea comes. It goes.\n')
  expect(text).not.toContain('1\t2')
  expect(slides.map(({ layout, note }) => [layout, note.sentences.map(({ text }) => text)])).toEqual([
    ['quote', ['The sea comes.']],
    ['quote', ['It goes.']],
  ])
  expect(html.match(/<[^>]*data-layout="quote"[^>]*data-length="brief"/g)).toHaveLength(2)
  expect(html).toContain('data-show="spring"')
})
