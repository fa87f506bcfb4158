import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const { dependencies, optionalDependencies, scripts } = JSON.parse(readFileSync('package.json', 'utf8'))

test('an install brings only fonts and the types of the library; all other code is bundled', () => {
  const isFont = (name: string) => name.startsWith('@fontsource/')
  const isTyped = (name: string) => ['unified', 'vfile', 'vfile-message'].includes(name) || name.startsWith('@types/')
  expect(Object.keys(dependencies).filter((name) => !isFont(name) && !isTyped(name))).toEqual([])
  // A deck is the same wherever it is made, so fonts must not come in another version.
  const versions = Object.entries(dependencies).filter(([name]) => isFont(name))
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([])
  expect(Object.keys(optionalDependencies)).toEqual(['@sparticuz/chromium'])
})

test('the README says how many packages an install brings', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const brought = Object.entries<{ readonly dev?: boolean }>(packages).filter(([path, { dev }]) => path !== '' && !dev)
  // Lectern itself is one more.
  expect(readFileSync('README.md', 'utf8')).toContain(`brings ${brought.length + 1} packages`)
})

test('each package in the program is named with its licence, and each font in src/NOTICE.md', () => {
  const bundled: readonly string[] = JSON.parse(readFileSync('dist/bundled.json', 'utf8'))
  expect(bundled.length).toBeGreaterThan(200)
  const text = readFileSync('dist/THIRD-PARTY.txt', 'utf8')
  const list = text.slice(0, text.indexOf('\n---'))
  for (const each of bundled) expect(list).toContain(each.replace(/@(?=[^@]*$)/, ' '))
  expect(list).not.toMatch(/UNKNOWN|UNLICENSED/)
  // If another licence may be chosen, it is.
  expect(list.match(/^.*GPL.*$/gm)?.filter((line) => !line.includes('MIT OR')) ?? []).toEqual([])
  const notice = readFileSync('src/NOTICE.md', 'utf8')
  const fonts = Object.keys(dependencies).filter((name) => name.startsWith('@fontsource/'))
  expect(fonts.filter((name) => !notice.includes(`\`${name}\``))).toEqual([])
})

test('the program is executable after each build', () => {
  expect(scripts.build).toContain('bundle')
  expect(statSync('dist/bin/main.js').mode & 0o111).toBe(0o111)
})

test('the types of the library need only packages that it installs', () => {
  const named = packagesIn('dist/index.d.ts', new Set())
  expect([...named.keys()].length).toBeGreaterThan(2)
  const brings = (name: string) => name in dependencies || `@types/${name}` in dependencies
  expect([...named].filter(([name]) => !brings(name))).toEqual([])
})

/** The packages that a file of types imports, directly or indirectly, each with a file that does so. */
function packagesIn(path: string, seen: Set<string>): Map<string, string> {
  const named = new Map<string, string>()
  if (seen.has(path)) return named
  seen.add(path)
  for (const [, plain, called] of readFileSync(path, 'utf8').matchAll(/\bfrom ['"]([^'"]+)|\bimport\(['"]([^'"]+)/g)) {
    const name = plain ?? called ?? ''
    if (!name.startsWith('.')) named.set(name, path)
    else
      for (const entry of packagesIn(join(dirname(path), name.replace(/\.(?:ts|js)$/, '.d.ts')), seen))
        named.set(...entry)
  }
  return named
}

test('the example of the README is type-checked strictly, declarations of packages included', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-types-'))
  try {
    const [, chapter = ''] = /## From a program\n([\s\S]*?)\n## /.exec(readFileSync('README.md', 'utf8')) ?? []
    const example = (chapter.match(/^(?: {4}.*)?$/gm) ?? []).join('\n')
    expect(example).toContain("from 'lectern'")
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(resolve('.'), join(folder, 'node_modules/lectern'))
    for (const name of ['vfile', 'unist-util-visit', '@types'])
      symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name))
    const compilerOptions = { strict: true, target: 'es2022', module: 'nodenext', noEmit: true, types: [] }
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }))
    writeFileSync(join(folder, 'example.ts'), example.replace(/^ {4}/gm, ''))
    // A wrong use is detected, so the types are there.
    writeFileSync(
      join(folder, 'wrong.ts'),
      "import { convert } from 'lectern'\n// @ts-expect-error\nexport const wrong: number = await convert('no file')\n",
    )
    const { stdout, status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '--project', folder], {
      encoding: 'utf8',
    })
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

describe('every script runs or says what it needs', () => {
  const start = (name: string, ...words: readonly string[]) => {
    const [, file = ''] = /node (test\/\S+)/.exec(scripts[name] ?? '') ?? []
    const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...words], { encoding: 'utf8' })
    return { status, said: stdout + stderr }
  }

  test('the probe', () => {
    expect(start('probe')).toEqual({ status: 2, said: expect.stringMatching(/^usage: probe -- /) })
  })

  test('a bench without a name lists them', () => {
    expect(start('bench')).toEqual({ status: 2, said: expect.stringMatching(/^ {2}growth /m) })
  })

  test.each(['layouts', 'read', 'write', 'paper'])('the bench "%s" without its corpus', (name) => {
    const usage = expect.stringMatching(new RegExp(`^usage: npm run bench -- ${name} `))
    expect(start('bench', name)).toEqual({ status: 2, said: usage })
  })

  test('the bench of a build', () => {
    const said = expect.stringMatching(/lectern takes [\d.]+ times/)
    expect(start('bench', 'build', '1')).toEqual({ status: 0, said })
  })
})
