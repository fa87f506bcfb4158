// Makes decks of mutated fixtures and generated documents, and checks each: exceptions, time, spans, words, coverage,
// control characters.
// Usage: npm run fuzz -- [--minutes n] [--seed s] [--from n] [--count n] [--out folder]
// Without a seed, each run makes other documents; the seed is printed. Faulty documents are saved in the folder,
// shortened as far as possible; the exit code is then 1.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { inputFor } from './input.mjs'
import { shortest } from './shorten.mjs'
import { openTrial } from './trial.mjs'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    from: { type: 'string', default: '0' },
    count: { type: 'string', default: 'Infinity' },
    out: { type: 'string', default: 'out/fuzz' },
  },
})
const seed = Number(values.seed)
const end = Date.now() + Number(values.minutes) * 60_000
const last = Number(values.from) + Number(values.count)

const trial = openTrial()
const kinds = new Map()
let number = Number(values.from)
let slowest = { number, seconds: 0 }
for (; number < last && Date.now() < end; number++) {
  const input = inputFor(seed, number)
  const { faults, seconds } = await trial.run(input)
  if (seconds > slowest.seconds) slowest = { number, seconds }
  if (faults.length > 0) await report(input, faults)
}
trial.close()
console.log(
  `seed ${seed}: ${number - Number(values.from)} documents, ${kinds.size} kinds of fault; the slowest, ${slowest.number}, took ${slowest.seconds.toFixed(1)} s`,
)
process.exitCode = kinds.size > 0 ? 1 : 0

/** Lists each kind of fault once, with the first document that has it. */
async function report(input, faults) {
  for (const fault of faults) {
    const kind = kindOf(fault)
    if (kinds.has(kind)) continue
    kinds.set(kind, number)
    const { path, bytes } = await shortest(input, async (shorter) => {
      const { faults } = await trial.run(shorter)
      return faults.some((each) => kindOf(each) === kind)
    })
    mkdirSync(values.out, { recursive: true })
    const saved = join(values.out, `${seed}-${number}-${kinds.size}-${path}`)
    writeFileSync(saved, bytes)
    console.log(`${seed}/${number} ${path}: ${fault}\n  ${saved}, ${bytes.length} bytes`)
  }
}

/** The text before the first colon; for an exception, also where it was thrown. */
function kindOf(fault) {
  return fault.startsWith('exception')
    ? fault.replace(/[^a-z]+/gi, ' ').slice(0, 120)
    : fault.slice(0, fault.indexOf(':'))
}
