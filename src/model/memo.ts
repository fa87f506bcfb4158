/** What was worked out, by a text that says all it depends on. */
export interface Memo<Value> {
  get(key: string): Value | undefined
  set(key: string, value: Value): void
  /** Ends a work: what neither it nor the work before has asked for is forgotten. */
  turn(): void
}

export function newMemo<Value>(): Memo<Value> {
  const state = { now: new Map<string, Value>(), before: new Map<string, Value>() }
  return {
    get(key) {
      const found = state.now.get(key) ?? state.before.get(key)
      if (found !== undefined) state.now.set(key, found)
      return found
    },
    set: (key, value) => void state.now.set(key, value),
    turn() {
      state.before = state.now
      state.now = new Map()
    },
  }
}
