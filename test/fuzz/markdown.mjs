import { prose, sentence, signs, word } from './words.mjs'

/** Makes a Markdown document, or an attempt at one. */
export function markdown(random) {
  const blocks = random.times(random.between(0, random.chance(0.1) ? 60 : 14), () => random.pick(BLOCKS)(random))
  return `${random.chance(0.2) ? frontMatter(random) : ''}${blocks.join(random.pick(['\n\n', '\n\n', '\n\n', '\n', '\r\n\r\n']))}`
}

const oneLine = (text) => text.replace(/\s+/g, ' ')

const heading = (random) =>
  random.chance(0.8)
    ? `${'#'.repeat(random.between(1, 7))} ${oneLine(random.chance(0.5) ? word(random) : sentence(random))}`
    : `${oneLine(sentence(random))}\n${random.pick(['===', '---', '-'])}`

const list = (random) => {
  const mark = random.pick(['- ', '* ', '+ ', '1. ', '1) ', '- [ ] ', '- [x] ', 'a. ', '• '])
  return random
    .times(random.between(1, 9), () => `${' '.repeat(random.pick([0, 0, 0, 2, 4, 9]))}${mark}${oneLine(prose(random))}`)
    .join('\n')
}

const table = (random) => {
  const width = random.between(1, 6)
  const row = () =>
    `| ${random.times(random.chance(0.9) ? width : width + 1, () => oneLine(word(random))).join(' | ')} |`
  return [row(), `|${' - |'.repeat(width)}`, ...random.times(random.between(0, 9), row)].join('\n')
}

const code = (random) => {
  const fence = random.pick(['```', '~~~', '````'])
  const lines = random.times(
    random.between(0, 12),
    () => `${random.pick(['', '  ', '\t'])}${signs(random)}${word(random)}`,
  )
  return `${fence}${random.pick(['', 'js', 'py', 'mermaid', 'nosuch', 'js {1,2}'])}\n${lines.join('\n')}\n${random.chance(0.9) ? fence : ''}`
}

const quotation = (random) =>
  prose(random)
    .split('\n')
    .map((line) => `${'> '.repeat(random.between(1, 3))}${line}`)
    .join('\n')

/** Nests a construct inside itself, deeper than anybody writes. */
const nested = (random) => {
  const depth = random.between(2, random.chance(0.1) ? 400 : 30)
  const [open, close] = random.pick([
    ['> ', ''],
    ['- ', ''],
    ['1. ', ''],
    ['[', ']'],
    ['(', ')'],
    ['*', '*'],
    ['**', '**'],
    ['<div>', '</div>'],
    ['<span>', '</span>'],
    ['![', '](a.png)'],
    ['“', '”'],
  ])
  return `${open.repeat(depth)}${word(random)}${close.repeat(random.chance(0.8) ? depth : depth - 1)}`
}

const BLOCKS = [
  prose,
  prose,
  prose,
  prose,
  heading,
  heading,
  list,
  list,
  table,
  code,
  quotation,
  nested,
  (random) => signs(random),
  (random) => `$$\n${random.pick(['x^2', '\\frac{1}{', '\\begin{align} a &= b \\end{align}', '\\nosuch'])}\n$$`,
  (random) =>
    `![${word(random)}](${random.pick(['a.png', 'http://a.example/b.png', 'data:image/png;base64,AAAA', ''])})`,
  (random) => `<${random.pick(['div', 'p', 'details', 'video', 'table', 'svg'])}>${prose(random)}`,
  (random) => `[^1]: ${oneLine(prose(random))}`,
  (random) => `[a]: http://a.example "${word(random)}"`,
  (random) => `:::${random.pick(['note', 'warning', 'tip', 'nosuch'])}\n${prose(random)}\n:::`,
  (random) => `> [!${random.pick(['NOTE', 'WARNING', 'NOSUCH'])}]\n> ${oneLine(prose(random))}`,
  (random) => random.pick(['---', '***', '\\newpage', '<!-- a comment -->', '[TOC]', '{{< youtube x >}}']),
]

function frontMatter(random) {
  const rows = [
    () => `title: ${oneLine(sentence(random))}`,
    () => `author: ${word(random)}`,
    () => `lang: ${random.pick(['en', 'de', 'ja', 'ar', 'nosuch', ''])}`,
    () => `minutes: ${random.pick(['5', '-1', 'soon', '1e9'])}`,
    () => `theme: ${random.pick(['stage', 'paper', 'nosuch', './nosuch', '[a, b]'])}`,
    () => `${word(random)}: ${signs(random)}`,
    () => `stepped: ${random.pick(['true', 'false', 'maybe'])}`,
  ]
  return `---\n${random.times(random.between(0, 6), () => random.pick(rows)()).join('\n')}\n---\n\n`
}
