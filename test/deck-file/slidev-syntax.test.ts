import { expect, test } from 'vitest'
import { describeSlides } from './describe-slides.ts'

const slidev = async (...slides: readonly string[]) =>
  describeSlides('slides.md', `---\ntheme: seriph\nmdc: true\n---\n\n# Tides\n\n---\n${slides.join('\n\n---\n')}\n`)

test('slots of any layout are read, with spaces around their names or without', async () => {
  const { slides } = await slidev(
    'layout: two-cols-title\n---\n\n:: title ::\n\n# Banks\n\n:: left ::\n\nNorth\n\n:: right ::\n\nSouth\n\n:: note ::\n\nBoth flood.',
    'layout: top-title\n---\n\n::title::\n\n# Gates\n\n::content::\n\n- Upper\n- Lower',
    'layout: two-cols\n---\n\n::default::\n\nNorth\n\n::right::\n\nSouth',
    'layout: three\n---\n\n# Locks\n\n::left::\n\nA\n\n::center::\n\nB\n\n::right::\n\nC',
  )
  expect(slides.slice(1)).toEqual([
    'comparison: Banks | North | South',
    'statement: Banks | Both flood.',
    'points: Gates | Upper | Lower',
    'comparison: North | South',
    'comparison: Locks | A | B | C',
  ])
})

test('content that appears step by step is read in every syntax', async () => {
  const lists = [
    '<v-clicks depth="2" every="2">\n\n- North\n- South\n\n</v-clicks>',
    '::v-clicks\n- North\n- South\n::',
  ]
  const { slides } = await slidev(
    ...lists.map((list) => `\n# Banks\n\n${list}`),
    '\n# Banks\n\n::v-click{at=2}\nNorth\n::\n\n<v-after>South</v-after>',
    '\n# Banks\n\n- North\n- :v-click[South]',
  )
  expect(slides.slice(1)).toEqual(Array.from({ length: 4 }, () => 'points: Banks | North | South · stepped'))
})

test('settings of a slide may be in a listing at its beginning, and expressions are left out', async () => {
  const { slides, rules } = await slidev(
    '\n```yaml\nlayout: quote\n```\n\nShips are safe in harbour\n\nJohn Shedd',
    '\n# Code\n\n```yaml\nlayout: quote\n```',
    '\n# Page {{ $page }}\n\nWrite `{{ $page }}`.',
  )
  expect(slides.slice(1)).toEqual([
    'quote: Ships are safe in harbour | John Shedd',
    'code: Code | layout: quote',
    'statement: Page | Write {{ $page }}.',
  ])
  expect(rules).toContain('not-read-components')
})

test('columns with diagrams are shown one after the other, each with its heading', async () => {
  const column = (name: string, points: string) =>
    `### ${name}\n\n\`\`\`mermaid\ngraph LR\n  A --> ${name}\n\`\`\`\n\n${points}`
  const { slides } = await slidev(
    `layout: two-cols-header\n---\n\n# Boats\n\n::left::\n\n${column('Sail', '- Slow\n- Quiet')}\n\n::right::\n\n${column('Motor', '- Fast\n- Loud')}`,
  )
  expect(slides.slice(1)).toEqual([
    'statement: Boats | Sail',
    'code: Boats | graph LR |   A --> Sail',
    'points: Boats | Slow | Quiet',
    'statement: Boats | Motor',
    'code: Boats | graph LR |   A --> Motor',
    'points: Boats | Fast | Loud',
  ])
})

test('double braces in a formula are no expression', async () => {
  const { slides } = await slidev(
    '\n# Powers\n\nIt is $e^{{-x}}$ of $\\sqrt[3]{x}$ on page {{$page}}/{{$total}}.',
    '\n# Ratio\n\n$$\\frac{{a}}{{b}}$$',
    '\n# Block\n\n$$\n\\frac{{a}}{{b}}\n$$',
    '\n# Costs\n\nIt costs $5{{ now }} and $6.',
  )
  expect(slides.slice(1)).toEqual([
    'statement: Powers | It is e^{{-x}} of \\sqrt[3]{x} on page /.',
    'statement: Ratio | \\frac{{a}}{{b}}',
    'statement: Block | \\frac{{a}}{{b}}',
    'statement: Costs | It costs $5 and $6.',
  ])
})
