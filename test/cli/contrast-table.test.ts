import { expect, test } from 'vitest'
import { contrastTable, contrastVerdict } from '../../src/cli/contrast-table.ts'
import type { ContrastPair } from '../../src/look/measure-contrast.ts'
import type { Theme } from '../../src/model/theme.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'

const plain = loadTheme('lectern')
const picture = { type: 'picture', data: 'data:image/png;base64,', veil: 0.6 } as const
const theme: Theme = {
  ...plain,
  tokens: { ...plain.tokens, ink: '#111111', ground: '#ffffff' },
  backgrounds: { ...plain.backgrounds, title: { ...plain.backgrounds.title, background: picture } },
}

const pair = (ratio: number, background: string, layout = 'title'): ContrastPair => ({
  ink: '#111111',
  background,
  ratio,
  required: 3,
  layouts: [layout],
})

test('of the colours of a picture, only the worst has a row', () => {
  const pairs = [pair(2.1, '#445566'), pair(2.5, '#556677'), pair(3.5, '#667788'), pair(18, '#ffffff')]
  expect(contrastTable(pairs, theme).split('\n')).toEqual([
    'ink #111111 on #445566 and 2 more   2.1 of 3.0  FAIL  title',
    'ink #111111 on ground #ffffff      18.0 of 3.0  pass  title',
    '',
  ])
  expect(contrastVerdict(pairs, theme)).toBe(
    '1 of 2 pairs is hard to read. Make one colour of each pair lighter or darker, or raise "veil" to cover more of the picture.',
  )
})

test('a contrast that is just too low does not look like enough', () => {
  const pairs = [pair(2.99, '#445566', 'points')]
  expect(contrastTable(pairs, theme)).toContain(' 2.9 of 3.0  FAIL')
  expect(contrastVerdict(pairs, theme)).toBe(
    '1 of 1 pairs is hard to read. Make one colour of each pair lighter or darker.',
  )
})

test('text on a gradient has one row, with the layouts in which it is hard to read', () => {
  const pairs = [pair(2.1, '#445566', 'points'), pair(2.9, '#556677', 'code'), pair(3.5, '#667788', 'table')]
  expect(contrastTable(pairs, theme)).toBe('ink #111111 on #445566 and 2 more   2.1 of 3.0  FAIL  points, code\n')
  const readable = pairs.map((each) => ({ ...each, required: 2 }))
  expect(contrastTable(readable, theme)).toMatch(/ 2\.1 of 2\.0 {2}pass {2}points, code, table\n$/)
  const onPicture = pair(2.2, '#405060')
  expect(contrastTable([...pairs, onPicture], theme)).toMatch(
    /FAIL {2}points, code\n.* 2\.2 of 3\.0 {2}FAIL {2}title\n$/,
  )
})

test('text of handouts is named by its own token, even if that has the value of another', () => {
  const tokens = { ...theme.tokens, accent: '#FFD400', 'paper-accent': 'var(--accent)' }
  const onPaper = { ...pair(1.4, '#ffffff', 'handout'), ink: '#ffd400', required: 4.5 }
  expect(contrastTable([onPaper], { ...theme, tokens })).toMatch(/^paper-accent #ffd400 on paper #ffffff /)
})
