/**
 * Shortens a document as far as possible while it still has a fault: removes stretches, long ones first. A Word file
 * stays whole.
 */
export async function shortest({ path, bytes }, hasFault) {
  if (path.endsWith('.docx')) return { path, bytes }
  const state = { text: new TextDecoder().decode(bytes), trials: 0 }
  const input = (text) => ({ path, bytes: new TextEncoder().encode(text) })
  if (!(await hasFault(input(state.text)))) return { path, bytes }
  for (let size = Math.ceil(state.text.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < state.text.length && state.trials < MAX_TRIALS; state.trials++) {
      const text = state.text.slice(0, at) + state.text.slice(at + size)
      if (await hasFault(input(text))) state.text = text
      else at += size
    }
  }
  return input(state.text)
}

const MAX_TRIALS = 600
