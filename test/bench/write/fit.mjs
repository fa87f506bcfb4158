// Fits the weights of `src/grammar/salience-weights.ts`: `npm run build && node test/bench/write/fit.mjs <folder>`. Prints the figures
// out of fold, each half of the decks scored by weights fitted on the other, and then the table, fitted on all decks.
import { scoreHalves } from './choosing.mjs'
import { sciduet } from './corpus.mjs'
import { fitHalves, fitWeights } from './fitting.mjs'

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('usage: node test/bench/write/fit.mjs <folder>\n')
  process.exit(2)
}
const items = sciduet(folder)
for (const line of scoreHalves(items, fitHalves(items))) console.log(line)
console.log(JSON.stringify(fitWeights(items), null, 2))
