import { expect, test } from 'vitest'
import { checkRules, namesIn } from '../../src/look/check-rules.ts'
import { loadTheme, themeNames } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'

const browser = oneBrowser()

const known = namesIn('.slide .title { color: var(--accent) } <p class="point quote-text">')

const check = (css: string) =>
  browser().withPage(async (page) => {
    await page.show('<!doctype html><title>T</title>')
    const faults = await checkRules(css, known, page)
    return faults.map(({ place: { line, column }, reason }) => `${line}:${column} ${reason}`)
  })

test.each([
  ['.title { colour: red }', '1:10 No property is called "colour". Did you mean "color"?'],
  ['.title { font-size: 80 px !important }', '1:10 "font-size" cannot be "80 px". Correct the value.'],
  ['.title { color red }', '1:10 This cannot be read. Write a property, a colon and a value.'],
  ['.title {\n  color: var(--acent)\n}', '2:3 No token is called "acent". Did you mean "accent"?'],
  ['.tittle { color: red }', '1:1 No element has the class "tittle". Did you mean "title"?'],
  ['@media print { .point { paddin: 1px } }', '1:25 No property is called "paddin". Did you mean "padding"?'],
  ['[data-layout="qoute"] .title { color: red }', '1:1 No layout is called "qoute". Did you mean "quote"?'],
])('a rule without effect is reported: %s', async (css, fault) => {
  expect(await check(css)).toEqual([fault])
})

test.each([
  '.slide .title::before { content: "a.b"; inset: auto; --own: 3px; width: var(--own); height: var(--other, 1px) }',
  '@keyframes glow { from { topp: 0 } }',
  '@font-face { font-family: "X"; src: url(data:,) }',
  '.title { &:hover { color: red } text-wrap: pretty }',
  '.reveal .progress { color: red }',
  '/* .tittle { colour: red } */',
])('a rule with an effect is not reported: %s', async (css) => {
  expect(await check(css)).toEqual([])
})

test('the bundled themes have no rules without effect', async () => {
  const css = themeNames()
    .map((name) => loadTheme(name).css)
    .join('\n')
  const faults = await browser().withPage(async (page) => {
    await page.show('<!doctype html><title>T</title>')
    const { tokens } = namesIn(css)
    return checkRules(css, { classes: namesIn(css).classes, tokens }, page)
  })
  expect(faults.map(({ reason }) => reason)).toEqual([])
})
