import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const TEXT = readFileSync('CONTRIBUTING.md', 'utf8')

/**
 * Finds words that look like files or folders of the project, without commands, globs and names that contributors
 * choose.
 */
function pathsIn(text: string): readonly string[] {
  const named = [...text.matchAll(/`([\w@.-]+(?:\/[\w@.-]+)*\/?)`/g)].map(([, name = '']) => name)
  return [...new Set(named)].filter((name) => /\/|\.(?:ts|mjs|py|css|json|md|jsonl)$/.test(name))
}

/** Paths are relative to the root, to src/, or to the folder named before them in the same paragraph. */
function isThere(path: string, paragraph: string): boolean {
  const folders = [...paragraph.matchAll(/`((?:[\w-]+\/)+)[\w.-]*`/g)].map(([, folder = '']) => folder)
  return ['', 'src/', 'test/', ...folders.flatMap((folder) => [folder, `src/${folder}`])].some((folder) =>
    existsSync(folder + path),
  )
}

const OURS: ReadonlySet<string> = new Set(['talk.md', 'theme.yaml', 'themes/my-look/', 'out/', 'dist/', 'dist/bin/'])

test('every file and folder that CONTRIBUTING.md names exists', () => {
  const paragraphs = TEXT.split(/\n(?=\n|- |\d+\. |\*\*|\|)/)
  const lacking = paragraphs.flatMap((paragraph) =>
    pathsIn(paragraph).filter((path) => !OURS.has(path) && !/^dist\//.test(path) && !isThere(path, paragraph)),
  )
  expect(lacking).toEqual([])
  expect(pathsIn(TEXT).length).toBeGreaterThan(60)
})
