import { signs } from './words.mjs'

/** Removes, doubles, moves or replaces some characters, lines or stretches of a text. */
export function mutated(random, text) {
  let result = text
  for (let count = random.between(1, 12); count > 0; count--) result = random.pick(MUTATIONS)(random, result)
  return result.slice(0, LONGEST)
}

/** In characters. */
const LONGEST = 40_000

const MUTATIONS = [
  (random, text) => without(text, place(random, text)),
  (random, text) => inserted(text, random.below(text.length + 1), signs(random)),
  (random, text) => {
    const [from, to] = place(random, text)
    return inserted(text, random.below(text.length + 1), text.slice(from, to))
  },
  (random, text) => {
    const [from, to] = place(random, text)
    return text.slice(0, to) + text.slice(from, to).repeat(random.between(1, 30)) + text.slice(to)
  },
  (random, text) => {
    const lines = text.split('\n')
    const [one, other] = [random.below(lines.length), random.below(lines.length)]
    ;[lines[one], lines[other]] = [lines[other], lines[one]]
    return lines.join('\n')
  },
  (random, text) =>
    text.replaceAll(
      random.pick(['.', ',', ' ', '\n', '\n\n', '#', 'e', '(']),
      random.pick(['', ' ', '\n', '(', ')', '“', '- ']),
    ),
  (random, text) => text.slice(0, random.below(text.length + 1)),
]

/**
 * A stretch, most often a short one.
 * @returns {[from: number, to: number]}
 */
function place(random, text) {
  const from = random.below(text.length + 1)
  return [from, Math.min(text.length, from + random.below(random.chance(0.7) ? 30 : 2_000))]
}

function without(text, [from, to]) {
  return text.slice(0, from) + text.slice(to)
}

function inserted(text, at, piece) {
  return text.slice(0, at) + piece + text.slice(at)
}
