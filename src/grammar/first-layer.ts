import { affixRows, caseOf, keyOf, normalise, shapeOf } from './features.ts'
import { apply } from './linear.ts'
import type { Features, Grammar } from './model.ts'

/**
 * Computes the first layer's gates for each form, one after another. They depend only on the form and on whether it
 * comes first.
 */
export function gatesOf(grammar: Grammar, forms: readonly string[]): Float32Array {
  const width = grammar.layers[0]?.gates.outputs ?? 0
  const gates = grammar.kernel.room(forms.length * width)
  forms.forEach((form, index) => {
    gates.set(gatesOfForm(grammar, normalise(form), index === 0), index * width)
  })
  return gates
}

function gatesOfForm(grammar: Grammar, form: string, isFirst: boolean): Float32Array {
  const { kernel, memo, layers, features } = grammar
  const key = isFirst ? `^${form}` : ` ${form}`
  const known = memo.get(key)
  if (known !== undefined) return known
  const layer = layers[0]
  if (layer === undefined) return new Float32Array(0)
  const gates = kernel.lend(() => {
    const vector = kernel.room(layer.gates.inputs)
    writeFeatures(features, { form, isFirst }, vector)
    return apply(kernel, layer.gates, vector).slice()
  })
  if (memo.size >= MEMO_SIZE) memo.clear()
  if (form.length <= MEMO_FORM) memo.set(key, gates)
  return gates
}

/** At 2 kB per form this is about 16 MB at most, and more forms than a long article has. */
const MEMO_SIZE = 8192

/** Longer forms are rarely repeated, and would make the memo as large as the text. */
const MEMO_FORM = 64

/**
 * Writes the vectors of word, affixes and shape, one after another, into `vector`, which must be all 0. The vector of
 * the flags is added to that of the shape.
 */
function writeFeatures(
  features: Features,
  { form, isFirst }: { form: string; isFirst: boolean },
  vector: Float32Array,
): void {
  const { words, shapes, flags, affixes, affixWidth } = features
  const add = (row: number, { rows, width }: { rows: Float32Array; width: number }, at: number) => {
    for (let index = 0; index < width; index += 1) {
      vector[at + index] = (vector[at + index] ?? 0) + (rows[row * width + index] ?? 0)
    }
  }
  const key = keyOf(form)
  add(words.index.get(key) ?? 0, words, 0)
  for (const row of affixRows(key, affixes)) add(row, { rows: features.affixRows, width: affixWidth }, words.width)
  const at = words.width + affixWidth
  add(shapes.index.get(shapeOf(form)) ?? 0, shapes, at)
  add(2 * caseOf(form) + (isFirst ? 1 : 0), { rows: flags, width: shapes.width }, at)
}
