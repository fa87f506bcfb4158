// Compares the rules of the writer with an editor: counts the labelled sentences that each rule keeps off the slides, and
// those among them that the editor showed. With the id of a rule, lists them.
import { applicableRules, RULES } from '../../dist/write/rules.js'
import { labelledUnits } from './write/labels.mjs'

const [id] = process.argv.slice(2)
const rules = RULES.filter((rule) => id === undefined || rule.id === id)
if (rules.length === 0) throw new Error(`No rule is called "${id}".`)
const units = await labelledUnits()
for (const rule of rules) {
  const hits = units.filter(({ facts, language }) => applicableRules(facts, language).includes(rule))
  const shown = hits.filter(({ labels }) => labels.show === 1)
  console.log(`${rule.id}: ${hits.length} of ${units.length} sentences, of which the editor shows ${shown.length}`)
  if (id !== undefined)
    for (const { text, labels } of hits) console.log(`  ${labels.show === 1 ? 'shown' : '     '}  ${text}`)
}
