import { readFileSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { layouts } from '../../src/layout/layout-table.ts'
import { themeNames } from '../../src/theme/load-theme.ts'
import { inFolder } from './in-folder.ts'

const { at, lectern } = inFolder()

test('theme list names every theme, each with its description', async () => {
  const { code, out } = await lectern(['theme', 'list'])
  expect(code).toBe(0)
  expect(out.split('\n').filter((line) => /^[a-z]+ {2,}[A-Z].+\.$/.test(line)).length).toBe(themeNames().length)
})

describe('a theme of your own', () => {
  beforeEach(async () => {
    expect((await lectern(['theme', 'new', 'my-event', '--from', 'stage'])).code).toBe(0)
  })

  test('is not created twice', async () => {
    expect(await lectern(['theme', 'new', 'my-event'])).toMatchObject({
      code: 1,
      error: expect.stringContaining('my-event'),
    })
  })

  test('is previewed with every layout on one sheet, as HTML that loads nothing and as PNG', async () => {
    const { code, error } = await lectern(['theme', 'preview', './my-event', '--out', 'sheets', '--canvas', '4:3'])
    expect([code, error]).toEqual([0, 'sheets/my-event-preview.html sheets/my-event-preview.png\n'])
    const html = readFileSync(at('sheets/my-event-preview.html'), 'utf8')
    expect(new Set(html.match(/(?<=figcaption class="sheet-caption">)\w+/g))).toEqual(new Set(Object.keys(layouts)))
    expect(html).not.toMatch(/(?:src|href)="(?!data:|#)/)
    expect(readFileSync(at('sheets/my-event-preview.png')).subarray(1, 4).toString()).toBe('PNG')
  })

  // That the check of a good theme ends with 0 is tested with the commands of the README.
  test('is checked as displayed: each pair with its ratio, a faint text, a gradient, a photograph under too thin a veil', async () => {
    const yaml = `name: my-event\nextends: stage\nlayouts:\n  takeaways: { background: "linear-gradient(90deg, #08090b 30%, #ffffff)" }\n  statement: { background: snow.svg, veil: 0.1 }\n`
    writeFileSync(at('my-event/theme.yaml'), yaml)
    writeFileSync(
      at('my-event/theme.css'),
      '[data-layout="quote"] .quote-text { color: #3a3a3a }\n.tittle { color: #3a3a3a }',
    )
    writeFileSync(
      at('my-event/snow.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path fill="#eee" d="M0 0h8v8H0z"/></svg>',
    )
    const { code, out, error } = await lectern(['theme', 'check', './my-event'])
    expect(code).toBe(1)
    expect(out).toMatch(/^ink #f4f4f1 on ground #08090b +18\.0 of 3\.0 {2}pass {2}title, /m)
    expect(out).toMatch(/^#3a3a3a on #[0-9a-f]{6} +1\.\d of 3\.0 {2}FAIL {2}quote$/m)
    expect(out).toMatch(/FAIL {2}takeaways$/m)
    expect(out).toMatch(/FAIL {2}statement$/m)
    expect(error).toMatch(/\d of \d+ pairs/)
    expect(error).toContain(
      'theme.css:2:1: warning: No element has the class "tittle". Did you mean "title"? (theme-rule)',
    )
  })

  test('is checked with the texts of an event, which stand where no other text does, in its colours', async () => {
    writeFileSync(at('my-event/theme.css'), '')
    writeFileSync(
      at('my-event/theme.yaml'),
      'name: my-event\nextends: lectern\nlayouts:\n  title: { ground: deep, background: dawn.svg, veil: 0.2 }\n',
    )
    // Bright only at the top, above the title.
    writeFileSync(
      at('my-event/dawn.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="90"><path d="M0 0h160v90H0z"/><path fill="#fff" d="M0 0h160v14H0z"/></svg>',
    )
    const plain = await lectern(['theme', 'check', './my-event'])
    expect(plain.code).toBe(1)
    expect(plain.out).toMatch(/FAIL {2}title$/m)

    writeFileSync(at('event.yaml'), 'name: Harbour Days\ncolours: ["#7a1fa2"]\n')
    const branded = await lectern(['theme', 'check', './my-event', '--event', 'event.yaml'])
    expect(branded.out).toMatch(/^accent #7a1fa2 on ground /m)
  })
})
