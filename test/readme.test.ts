import { execFileSync, spawn } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadEvent } from '../src/illustrate/load-event.ts'
import { inFolder } from './cli/in-folder.ts'

const readme = readFileSync('README.md', 'utf8')

/** The content of fences, in order: commands to type, and files to save under the name next to the language. */
const blocks = [...readme.matchAll(/^```(sh|yaml(?= \S)) ?(\S*)\n([\s\S]*?)^```$/gm)].map(
  ([, language, name = '', text = '']) => ({
    language,
    name,
    text,
  }),
)

const folder = mkdtempSync(join(tmpdir(), 'lectern-readme-'))
const bin = join(folder, 'bin')
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` }

beforeAll(() => {
  // Its first section has everything that the commands need, and each command builds the deck again.
  const [start = ''] = readFileSync('slides/night-trains/night-trains.txt', 'utf8').split('\nWhat Brought Them Back\n')
  writeFileSync(join(folder, 'talk.txt'), start)
  install()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Installs the package like npm: its files, its dependencies and nothing else. */
function install(): void {
  const [{ filename }] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { encoding: 'utf8' }),
  )
  execFileSync('tar', ['-xzf', filename], { cwd: folder })
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const link = join(folder, 'package/node_modules', name)
    mkdirSync(dirname(link), { recursive: true })
    if (existsSync(join('node_modules', name))) symlinkSync(resolve('node_modules', name), link)
  }
  mkdirSync(bin)
  symlinkSync(join(folder, 'package/dist/bin/main.js'), join(bin, 'lectern'))
}

/** Runs a command line in a shell, until it ends or serves a deck. */
function run(line: string): Promise<{ readonly code: number | null; readonly said: string }> {
  const serves = line.startsWith('lectern present')
  return new Promise((resolve) => {
    const child = spawn('sh', ['-c', `exec ${line}${serves ? ' --no-open' : ''}`], { cwd: folder, env })
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk
      if (serves && / at http:\S+/.test(said)) child.kill('SIGINT')
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('close', (code) => resolve({ code: serves && code === 130 ? 0 : code, said }))
  })
}

describe('the README, followed from top to bottom by a new user', () => {
  const lines = blocks.filter(({ language }) => language === 'sh').flatMap(({ text }) => text.trim().split('\n'))
  const [first, ...rest] = lines

  test('it begins with installing, and has commands for every use', () => {
    expect(first).toBe('npm install --global lectern')
    expect(rest.length).toBeGreaterThan(20)
    expect(blocks.filter(({ language }) => language === 'yaml').map(({ name }) => name)).toEqual([
      'event.yaml',
      'my-look/theme.yaml',
    ])
  })

  test('every command works', async () => {
    for (const { language, name, text } of blocks) {
      if (language === 'yaml') writeFileSync(join(folder, name), text)
      else
        for (const line of text.trim().split('\n')) {
          if (line === first) continue
          // Any company's template.
          if (line.includes('acme.potx')) copyFileSync(join(folder, 'out/talk.pptx'), join(folder, 'acme.potx'))
          expect(await run(line), line).toMatchObject({ code: 0 })
        }
    }
    const made = [
      'talk.html',
      'talk.pdf',
      'talk-handout.pdf',
      'talk.pptx',
      'talk.json',
      'talk-notes.md',
      'talk-001.png',
    ]
    expect(made.filter((name) => !existsSync(join(folder, 'out', name)))).toEqual([])
    expect(existsSync(join(folder, 'script/talk-handout.pdf'))).toBe(true)
    expect(readFileSync(join(folder, 'out/talk.html'), 'utf8')).toContain('Night Train')
  })
})

test('the event in the README is valid by itself', async () => {
  writeFileSync(join(folder, 'alone.yaml'), blocks.find(({ name }) => name === 'event.yaml')?.text ?? '')
  const { name, colours, sponsors } = await loadEvent(join(folder, 'alone.yaml'))
  expect({ name, colours, sponsors: sponsors.length }).toEqual({
    name: 'Harbour Days',
    colours: ['#d6006c'],
    sponsors: 2,
  })
})

test('pictures, files and chapters that the README links to exist', () => {
  const targets = [...readme.replace(/`[^`\n]*`/g, '').matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
  const files = targets.filter((target) => !/^(?:https?:|#)/.test(target))
  expect(files.length).toBeGreaterThan(10)
  expect(files.filter((file) => !existsSync(file))).toEqual([])
  const chapters = [...readme.matchAll(/^## (.*)$/gm)].map(
    ([, name = '']) =>
      `#${name
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-')}`,
  )
  expect(targets.filter((target) => target.startsWith('#') && !chapters.includes(target))).toEqual([])
})

test.each(['PUPPETEER_EXECUTABLE_PATH', '~/.cache/lectern'])('the README mentions %s', (what) => {
  expect(readme).toContain(what)
})

const { lectern } = inFolder()

test('help topics that the README names exist', async () => {
  const topics = [...readme.matchAll(/`lectern\s+help\s+([a-z]+)`/g)].map(([, topic = '']) => topic)
  expect(topics.length).toBeGreaterThan(5)
  expect((await lectern(['help', 'nothing'])).code).toBe(2)
  for (const topic of new Set(topics)) expect((await lectern(['help', topic])).code, topic).toBe(0)
})
