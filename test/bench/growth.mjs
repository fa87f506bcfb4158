// Measures how the cost of each stage grows with the content of one sentence, line or block: processor time for n, 2n
// and 4n of a shape, measured in the same run.
// Usage: npm run bench -- growth [shape…] [--stages read,outline,…] [--scale n] [--limit exponent]
// Fails if a stage that takes long grows faster than n to the power of the limit.

import { parseArgs } from 'node:util'
import { openMeter } from './growth/meter.mjs'
import { shapes } from './growth/shapes.mjs'
import { STAGES } from './growth/stage-names.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    stages: { type: 'string', default: STAGES.join(',') },
    scale: { type: 'string', default: '1' },
    limit: { type: 'string', default: '1.4' },
    'read-only': { type: 'boolean', default: false },
  },
})
const limit = Number(values.limit)
const asked = values.stages.split(',')

/** In milliseconds: shorter times show nothing about growth. */
const LEAST = 300

const bad = []
const meter = openMeter()
for (const { name, path, size, make } of shapes) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  const sizes = [1, 2, 4].map((times) => Math.round(times * size * Number(values.scale)))
  const runs = []
  for (const count of sizes)
    runs.push(await meter.timesOf({ path, text: make(count), isReadOnly: values['read-only'] }))
  console.log(`${name} (${sizes.join(', ')})`)
  for (const stage of asked) {
    const times = runs.map((run) => run[stage] ?? 0)
    const [, half, whole] = times
    if (whole < LEAST) continue
    const exponent = Math.log2(whole / Math.max(1, half))
    const isBad = exponent > limit || whole >= meter.limit
    if (isBad) bad.push(`${name}: ${stage}`)
    const row = times.map((time) => `${time.toFixed(0)} ms`.padStart(10)).join('')
    console.log(`  ${stage.padEnd(12)}${row}   n^${exponent.toFixed(2)}${isBad ? '  TOO FAST' : ''}`)
  }
}
meter.close()
if (bad.length > 0) {
  console.log(`Grow too fast: ${bad.join('; ')}`)
  process.exitCode = 1
}
