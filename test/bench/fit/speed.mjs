import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { convert } from '../../../dist/convert.js'

const AREA = 'speed'
const EXAMPLE = 'slides/nato-rutte/nato-rutte.txt'
const RUNS = 7
const SLIDES = 500

/** The example's PDF, whole and less what the fit took of the same run; then a deck of about five hundred slides. */
export async function measureSpeed(browser) {
  const example = readFileSync(EXAMPLE)
  await timed(browser, EXAMPLE, example, ['pdf'])
  const runs = []
  for (let run = 0; run < RUNS; run++) runs.push(await timed(browser, EXAMPLE, example, ['pdf']))
  const whole = median(runs.map(({ all }) => all))
  const bare = median(runs.map(({ all, fit }) => all - fit))
  const long = await timed(browser, 'long.md', longArticle(), [])
  return [
    row('the example as PDF, without the fit', ms(bare)),
    row('the example as PDF, with the fit', `${ms(whole)} (${runs[0].slides} slides)`),
    row(
      `${SLIDES} slides fitted`,
      `${ms((long.fit * SLIDES) / long.slides)} (${ms(long.fit)} for ${long.slides}; ${long.spilling} were divided)`,
    ),
  ]
}

async function timed(browser, path, value, formats) {
  const at = {}
  const progress = (step) => {
    at[step.split(' ')[0]] = performance.now()
  }
  const start = performance.now()
  const { deck } = await convert(new VFile({ path, value }), { formats }, { browser, progress })
  const end = performance.now()
  return {
    all: end - start,
    fit: at.Saving - at.Fitting,
    slides: deck.slides.length,
    spilling: deck.slides.filter(({ id }) => /-more-\d+$/.test(id)).length,
  }
}

/** Sections of every form, some of them too much for a slide. */
function longArticle() {
  const sections = Array.from({ length: 110 }, (_, index) =>
    [
      `## The gauge at pier ${index + 1}`,
      `The gauge at pier ${index + 1} stood ${index % 7} centimetres higher than in the spring. The harbour office read it twice a day. Nobody on the quay had noticed that before the winter came.`,
      Array.from({ length: 4 }, (_, item) => `- Reading ${item + 1} of pier ${index + 1} was taken at low water`).join(
        '\n',
      ),
      `| Hour | Level | Wind |\n| - | -: | - |\n${Array.from({ length: 4 + (index % 9) }, (_, hour) => `| ${hour} | ${hour * 7} cm | west ${hour} |`).join('\n')}`,
      `\`\`\`js\n${Array.from({ length: 5 + (index % 14) }, (_, line) => `const level${line} = read(${line})`).join('\n')}\n\`\`\``,
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

function median(list) {
  return list.toSorted((one, other) => one - other)[Math.floor(list.length / 2)] ?? Number.NaN
}
