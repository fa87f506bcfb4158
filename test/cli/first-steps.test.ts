import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { afterEach, expect, test, vi } from 'vitest'
import { warningPrinter, withoutRepeatedNotes } from '../../src/cli/machine-warnings.ts'
import { progressText } from '../../src/cli/progress.ts'
import { formatReport, summariseRun } from '../../src/cli/report.ts'
import { inFolder } from './in-folder.ts'

const { at, lectern } = inFolder()

afterEach(() => vi.unstubAllEnvs())

test('a new talk builds at once, without a warning, and is not overwritten', async () => {
  const made = await lectern(['new', 'my-talk', '--yes'])
  expect(made).toMatchObject({ code: 0, out: '', error: expect.stringContaining('cd my-talk') })
  const built = await lectern(['build', 'my-talk/talk.md', '--strict', '--to', 'html,json'])
  expect(built).toMatchObject({ code: 0, out: '' })
  expect(built.error).toMatch(/^(?:lectern: .*\n)?out\/talk\.html out\/talk\.json: \d+ slides, about \d+ minutes?\n$/)
  expect(readFileSync(at('out/talk.html'), 'utf8')).toContain('My Event')
  writeFileSync(at('my-talk/talk.md'), 'Mine.')
  expect(await lectern(['new', 'my-talk', '--yes'])).toMatchObject({ code: 2, error: /already/ })
  expect(readFileSync(at('my-talk/talk.md'), 'utf8')).toBe('Mine.')
})

test('doctor lists what is there, and exits with code 3 if something is missing', async () => {
  const here = await lectern(['doctor'])
  expect(here).toMatchObject({ code: 0, error: '' })
  for (const what of ['Node.js', 'browser', 'sandbox', 'fonts', 'cache', 'Pandoc', 'CJK fonts'])
    expect(here.out).toContain(what)
  expect(here.out).toMatch(/Lectern has everything that it needs\.\n$/)
  const lacking = await lectern(['doctor', '--browser', '/nowhere/chrome'])
  expect(lacking).toMatchObject({ code: 3, error: '' })
  expect(lacking.out).toMatch(/^fail +browser .*\n.*\/nowhere\/chrome, does not exist\. Give/m)
  expect(lacking.out).toMatch(/Lectern still needs: browser\.\n$/)
})

test('a flag without effect is reported, and a theme folder needs no ./ before it', async () => {
  writeFileSync(at('one.md'), '# One\n\nThe river rose by two metres in a night.\n')
  expect(await lectern(['theme', 'new', 'my-look'])).toMatchObject({ code: 0 })
  const { code, error } = await lectern(['one.md', '--to', 'json', '--theme', 'my-look', '--handout', '4'])
  expect(code).toBe(0)
  expect(error).toContain('--handout has no effect without the format handout. Add --to json,handout. (idle-flag)')
})

test('a build of several articles ends with a line of counts', async () => {
  writeFileSync(at('one.md'), '# One\n\nThe river rose by two metres in a night.\n')
  writeFileSync(at('two.md'), '# Two\n\nNobody had seen it so high.\n\n![Map](nowhere.png)\n')
  const { code, error } = await lectern(['one.md', 'two.md', 'three.md', '--to', 'json'])
  expect(code).toBe(1)
  expect(error).toMatch(/^3 articles: 2 made, 1 failed; 1 error, \d warnings?$/m)
})

test('a repeated message is printed once, with its places', () => {
  const file = new VFile({ path: 'talk.md' })
  for (const line of [3, 9, 12, 20, 31, 40, 44])
    file.message('It is late.', { place: { line, column: 1 }, ruleId: 'late' })
  file.message('It is early.', { place: { line: 5, column: 2 } })
  expect(formatReport([file])).toBe(
    'talk.md:3:1: warning: It is late. Also at 9:1, 12:1, 20:1, 31:1, 40:1 and 1 other place. (late)\n' +
      'talk.md:5:2: warning: It is early.\n',
  )
  expect(summariseRun([file, new VFile()], true)).toBe('2 articles: 2 made; 0 errors, 8 warnings\n')
})

test('a missing sandbox is reported once per machine', async () => {
  mkdirSync(at('cache'), { mode: 0o700 })
  vi.stubEnv('XDG_CACHE_HOME', at('cache'))
  const told: string[] = []
  const run = () => warningPrinter((text) => void told.push(text))
  run()('It has no sandbox.', 'no-sandbox')
  await vi.waitFor(() => expect(existsSync(at('cache/lectern/printed-no-sandbox'))).toBe(true))
  run()('It has no sandbox.', 'no-sandbox')
  run()('It is old.', 'old-browser')
  run()('It is old.', 'old-browser')
  expect(told).toEqual([
    'lectern: warning: It has no sandbox. This message is shown only once. (no-sandbox)\n',
    'lectern: warning: It is old. (old-browser)\n',
    'lectern: warning: It is old. (old-browser)\n',
  ])
})

test('the note on the fonts of a PowerPoint file is repeated only for other fonts; one on a changed colour, always', async () => {
  vi.stubEnv('XDG_CACHE_HOME', at('cache'))
  const run = (font: string) => {
    const file = new VFile({ path: 'talk.md' })
    file.info(`Install ${font}.`, { ruleId: 'pptx-fonts' })
    file.info('The colour became #fe428c.', { ruleId: 'brand-contrast' })
    return withoutRepeatedNotes([file]).flatMap(({ messages }) => messages.map(({ reason }) => reason))
  }
  expect(run('Lora')).toEqual(['Install Lora.', 'The colour became #fe428c.'])
  await vi.waitFor(() => expect(readdirSync(at('cache/lectern'))).toHaveLength(1))
  expect(run('Lora')).toEqual(['The colour became #fe428c.'])
  expect(run('Spectral')).toEqual(['Install Spectral.', 'The colour became #fe428c.'])
  await vi.waitFor(() => expect(readdirSync(at('cache/lectern'))).toHaveLength(2))
})

test('progress shows which article of how many, and the time left once it can be estimated', () => {
  const works = [
    { path: 'a.md', bytes: 1000 },
    { path: 'b.md', bytes: 3000 },
  ]
  expect(progressText(works, 'Reading a.md', 5000)).toBe('1 of 2: Reading a.md …')
  expect(progressText(works, 'Reading b.md', 5000)).toBe('2 of 2: Reading b.md … about 15 s left')
  expect(progressText(works.slice(1), 'Saving b.md', 1000)).toBe('Saving b.md …')
})
