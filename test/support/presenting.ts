import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('../../dist/bin/main.js', import.meta.url))

/** A deck that is being presented. */
export interface Presentation {
  readonly address: string
  /** The output so far. */
  said(): string
  /** Ends it like Ctrl-C, and returns its exit code. */
  end(): Promise<number | null>
}

/** Presents an article with the program, like a user, and resolves when it can be opened. */
export function present(folder: string, words: readonly string[]): Promise<Presentation> {
  return new Promise((opened, failed) => {
    const child: ChildProcess = spawn(process.execPath, [PROGRAM, 'present', ...words, '--no-open'], { cwd: folder })
    const text = { said: '' }
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
    child.stderr?.on('data', (chunk) => {
      text.said += chunk
      const [, address] = /at (http:\S+)/.exec(text.said) ?? []
      if (address === undefined) return
      opened({
        address,
        said: () => text.said,
        end() {
          child.kill('SIGINT')
          return ended
        },
      })
    })
    void ended.then((code) => failed(new Error(`It ended with ${code}: ${text.said}`)))
  })
}
