// Times fitting on the example, and on a deck of about five hundred slides.

import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { newMemory } from '../../../dist/conversion/memory.js'
import { convert } from '../../../dist/convert.js'
import { median } from '../support/median.mjs'

const AREA = 'speed'
const EXAMPLE = 'slides/nato-rutte/nato-rutte.txt'
const RUNS = 7
const SLIDES = 500

/**
 * How much fitting may add to the time of building the example, as a fraction of that time, and how many milliseconds
 * five hundred slides may take.
 */
const MAX_ADDED = 0.4
const MAX_FOR_MANY = 3000

/**
 * Times the example's PDF, with and without fitting in the same run; then a deck of about five hundred slides, built
 * again with a memory.
 */
export async function measureSpeed(browser) {
  const example = readFileSync(EXAMPLE)
  const build = () => timed(browser, { path: EXAMPLE, value: example, formats: ['pdf'], memory: undefined })
  await build()
  const runs = []
  for (let run = 0; run < RUNS; run++) runs.push(await build())
  const bare = median(runs.map(({ all, fit }) => all - fit))
  const added = median(runs.map(({ all, fit }) => fit / (all - fit)))
  const many = { path: 'long.md', value: longArticle(), formats: [], memory: newMemory() }
  const long = await timed(browser, many)
  const again = await timed(browser, many)
  const forMany = ({ fit, slides }) => (fit * SLIDES) / slides
  return [
    row('the example as PDF, without the fit', ms(bare)),
    {
      ...row('what the fit adds to that', `${(added * 100).toFixed(0)} % (${runs[0].slides} slides)`),
      target: `${MAX_ADDED * 100} %`,
      isMet: added <= MAX_ADDED,
    },
    {
      ...row(
        `${SLIDES} slides fitted`,
        `${ms(forMany(long))} (${ms(long.fit)} for ${long.slides}; ${long.divided} by dividing)`,
      ),
      target: ms(MAX_FOR_MANY),
      isMet: forMany(long) <= MAX_FOR_MANY,
    },
    row(`${SLIDES} slides fitted again, unchanged`, ms(forMany(again))),
  ]
}

async function timed(browser, { path, value, formats, memory }) {
  const at = {}
  const progress = (step) => {
    at[step.split(' ')[0]] = performance.now()
  }
  const start = performance.now()
  const { deck } = await convert(new VFile({ path, value }), { formats }, { browser, progress, memory })
  const end = performance.now()
  return {
    all: end - start,
    fit: at.Saving - at.Fitting,
    slides: deck.slides.length,
    divided: deck.slides.filter(({ id }) => /-more-\d+$/.test(id)).length,
  }
}

/** Makes sections of every form, some of them too long for a slide. */
function longArticle() {
  const sections = Array.from({ length: 80 }, (_, index) =>
    [
      `## The gauge at pier ${index + 1}`,
      `The gauge at pier ${index + 1} stood ${index % 7} centimetres higher than in the spring. The harbour office read it twice a day. Nobody on the quay had noticed that before the winter came.`,
      Array.from({ length: 4 }, (_, item) => `- Reading ${item + 1} of pier ${index + 1} was taken at low water`).join(
        '\n',
      ),
      `| Hour | Level | Wind |\n| - | -: | - |\n${Array.from({ length: 4 + (index % 9) * 3 }, (_, hour) => `| ${hour} | ${hour * 7} cm | west ${hour} |`).join('\n')}`,
      `\`\`\`js\n${Array.from({ length: 5 + (index % 14) * 2 }, (_, line) => `const level${line} = read(${line})`).join('\n')}\n\`\`\``,
    ].join('\n\n'),
  )
  return `# Tides\n\n${sections.join('\n\n')}\n`
}

function row(what, value) {
  return { area: AREA, what, value }
}

function ms(time) {
  return `${time.toFixed(0)} ms`
}
