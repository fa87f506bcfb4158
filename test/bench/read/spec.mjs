// Measures how many examples in Markdown's specifications are read as these say.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { VFile } from 'vfile'
import { decode } from '../../../dist/read/decode.js'
import { splitFrontMatter } from '../../../dist/read/front-matter/split-front-matter.js'
import { parseMarkdown } from '../../../dist/read/markdown/parse.js'
import { prepare } from '../../../dist/read/markdown/prepare.js'
import { allRow } from '../support/table.mjs'
import { htmlOf, structureOf } from './structure.mjs'

const AREA = 'spec'
const SUITES = ['commonmark', 'gfm', 'cmark-gfm-extensions']

/**
 * Reads the examples of Markdown's specifications, each as a file. The tree must be what the specification says, or
 * what remark with GFM alone makes of it.
 */
export async function measureSpec({ corpus, match }) {
  return SUITES.map((suite) => {
    const { examples } = JSON.parse(readFileSync(join(corpus, 'spec', `${suite}.json`), 'utf8'))
    const wanted = examples.filter(({ section }) => section.includes(match))
    const compared = wanted.map(compare)
    const failed = compared.filter(({ isStated, isPlain }) => !isStated && !isPlain)
    const stated = compared.filter(({ isStated }) => isStated).length
    return allRow({
      area: AREA,
      what: `${suite}: structure of the text or of plain remark (${stated} as the text states)`,
      count: wanted.length - failed.length,
      of: wanted.length,
      details: failed.map(({ number, section, markdown, own, plain }) =>
        [`${number} ${section}: ${JSON.stringify(markdown)}`, `own   ${own}`, `plain ${plain}`].join('\n    '),
      ),
    })
  })
}

function compare({ number, section, markdown, html }) {
  const own = htmlOf(ownTree(markdown))
  const plain = htmlOf(remark().use(remarkGfm).parse(markdown))
  const structure = structureOf(own)
  return {
    number,
    section,
    markdown,
    own: JSON.stringify(own),
    plain: JSON.stringify(plain),
    isStated: structure === structureOf(html),
    isPlain: structure === structureOf(plain),
  }
}

/** Returns the tree that Lectern's reader makes, after it has split off front matter and prepared the text. */
function ownTree(markdown) {
  const file = new VFile({ path: 'example.md' })
  const source = decode(Buffer.from(markdown), file)
  return parseMarkdown(prepare(splitFrontMatter(source, file)?.rest ?? source, file).text)
}
