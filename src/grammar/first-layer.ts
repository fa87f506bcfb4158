import type { Features, Grammar } from './grammar.ts'
import { applyLinear } from './linear.ts'
import { affixRows, caseOf, keyOf, normalise, shapeOf } from './word-features.ts'

/**
 * Computes the first layer's gates for each word form of a sentence. The gates depend only on the form and on whether
 * it comes first in the sentence, so they are kept in a memo.
 */
export function gatesOf(grammar: Grammar, forms: readonly string[]): Float32Array {
  const width = grammar.layers[0]?.gates.outputs ?? 0
  const gates = grammar.kernel.allocate(forms.length * width)
  forms.forEach((form, index) => {
    gates.set(gatesOfForm(grammar, normalise(form), index === 0), index * width)
  })
  return gates
}

function gatesOfForm(grammar: Grammar, form: string, isFirst: boolean): Float32Array {
  const { kernel, memo, layers, features } = grammar
  const key = isFirst ? `^${form}` : ` ${form}`
  const cached = memo.get(key)
  if (cached !== undefined) return cached
  const layer = layers[0]
  if (layer === undefined) return new Float32Array(0)
  const gates = kernel.runAndFree(() => {
    const vector = kernel.allocate(layer.gates.inputs)
    writeFeatures(features, { form, isFirst }, vector)
    return applyLinear(kernel, layer.gates, vector).slice()
  })
  if (memo.size >= MAX_MEMO_ENTRIES) memo.clear()
  if (form.length <= MAX_MEMO_FORM_LENGTH) memo.set(key, gates)
  return gates
}

/** At 2 kB for each form, the memo takes at most about 16 MB. Even a long article has fewer distinct forms. */
const MAX_MEMO_ENTRIES = 8192

/** Longer forms are rarely repeated, and would make the memo as large as the text. */
const MAX_MEMO_FORM_LENGTH = 64

/**
 * Writes the vectors of a form's word, affixes and shape, one after another, into `vector`, which must be all 0. The
 * vector of its capitals and position is added to the vector of its shape.
 */
function writeFeatures(
  features: Features,
  { form, isFirst }: { form: string; isFirst: boolean },
  vector: Float32Array,
): void {
  const { words, shapes, flags, affixes, affixWidth } = features
  const add = (row: number, { rows, width }: { rows: Float32Array; width: number }, start: number) => {
    for (let index = 0; index < width; index += 1) {
      vector[start + index] = (vector[start + index] ?? 0) + (rows[row * width + index] ?? 0)
    }
  }
  const key = keyOf(form)
  add(words.index.get(key) ?? 0, words, 0)
  for (const row of affixRows(key, affixes)) add(row, { rows: features.affixRows, width: affixWidth }, words.width)
  const shapeStart = words.width + affixWidth
  add(shapes.index.get(shapeOf(form)) ?? 0, shapes, shapeStart)
  add(2 * caseOf(form) + (isFirst ? 1 : 0), { rows: flags, width: shapes.width }, shapeStart)
}
