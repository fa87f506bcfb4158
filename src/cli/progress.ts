/** One line on a terminal that says what is being done, and is gone when it is done. */
export interface Progress {
  step(name: string): void
  clear(): void
}

const CLEAR_LINE = '\r\u001B[2K'

/** Shows progress on `stream` where that is a terminal, and nothing anywhere else. */
export function startProgress(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { step: () => {}, clear: () => {} }
  return {
    step: (name) => stream.write(`${CLEAR_LINE}${name} …`),
    clear: () => stream.write(CLEAR_LINE),
  }
}
