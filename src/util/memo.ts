/** Remembers results by a key that contains everything they depend on. */
export interface Memo<Value> {
  get(key: string): Value | undefined
  set(key: string, value: Value): void
  /** Returns the remembered value; if there is none, makes one and remembers it. */
  recall(key: string, make: () => Value): Value
  /** Ends a round: forgets results that neither this round nor the one before used. */
  endRound(): void
}

export function newMemo<Value>(): Memo<Value> {
  const state = { current: new Map<string, Value>(), previous: new Map<string, Value>() }
  const get = (key: string) => {
    const found = state.current.get(key) ?? state.previous.get(key)
    if (found !== undefined) state.current.set(key, found)
    return found
  }
  const set = (key: string, value: Value) => void state.current.set(key, value)
  return {
    get,
    set,
    recall(key, make) {
      const found = get(key) ?? make()
      set(key, found)
      return found
    },
    endRound() {
      state.previous = state.current
      state.current = new Map()
    },
  }
}
