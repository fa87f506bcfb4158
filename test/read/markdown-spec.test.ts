import { readFileSync } from 'node:fs'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { decode } from '../../src/read/decode.ts'
import { splitFrontMatter } from '../../src/read/front-matter/split-front-matter.ts'
import { parseMarkdown } from '../../src/read/markdown/parse.ts'
import { prepare } from '../../src/read/markdown/prepare.ts'
import { tidy } from '../../src/read/markdown/tidy.ts'
import type { Source } from '../../src/read/source.ts'
import { htmlOf, structureOf } from '../bench/read/structure.mjs'

interface Example {
  readonly name: string
  readonly markdown: string
}

/** Examples of CommonMark and GFM, each below a line `===== name`. */
const EXAMPLES = readFileSync(new URL('../fixtures/spec/constructs.txt', import.meta.url), 'utf8')
  .split(/^===== /m)
  .slice(1)
  .map((example): Example => {
    const [name = '', ...lines] = example.split('\n')
    return { name, markdown: lines.join('\n') }
  })

/** Converts Markdown to HTML with a parser that is known to follow the specifications. */
function reference(markdown: string): string {
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true })
}

/**
 * Returns the text that is finally parsed: the file without front matter, changed where it would overwhelm or confuse
 * the parser.
 */
function prepared(markdown: string): Source {
  const file = new VFile({ path: 'example.md' })
  const source = decode(Buffer.from(markdown), file)
  return prepare(splitFrontMatter(source, file)?.rest ?? source, file)
}

describe('Markdown has the structure that the specifications give it', () => {
  test.each(EXAMPLES)('$name', ({ markdown }) => {
    const root = parseMarkdown(prepared(markdown).text)
    expect(structureOf(htmlOf(root))).toBe(structureOf(reference(markdown)))
  })
})

describe('Markdown keeps its structure when it is tidied', () => {
  const withoutHtml = EXAMPLES.filter(({ name }) => !/HTML|comment/.test(name))
  test.each(withoutHtml)('$name', ({ markdown }) => {
    const source = prepared(markdown)
    const children = [...tidy(parseMarkdown(source.text), source)]
    expect(structureOf(htmlOf({ type: 'root', children }))).toBe(structureOf(withoutRules(reference(markdown))))
  })
})

/** Removes rules, which mean nothing to a reader and are not kept. */
function withoutRules(html: string): string {
  return html.replace(/<hr \/>/g, '')
}

test('structures that differ in a relevant way are not equal', () => {
  const structure = structureOf(reference('- a\n- **b** `c`'))
  for (const other of [
    '1. a\n2. **b** `c`',
    '- a\n- *b* `c`',
    '- a\n- **b** c',
    '- a **b** `c`',
    '- a\n\n- **b** `c`',
    '- a\n- **b**`c`',
  ])
    expect(structureOf(reference(other))).not.toBe(structure)
})
