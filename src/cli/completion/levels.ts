/** The words and flags that may follow the words of a command. */
export interface CompletionLevel {
  /** The words of the command, such as `theme new`; empty for the program itself. */
  readonly path: string
  /** Commands, topics and similar words, each with its description. */
  readonly words: readonly (readonly [word: string, what: string])[]
  readonly flags: readonly Flag[]
  /** Whether a file may follow. */
  readonly takesFiles: boolean
}

export interface Flag {
  readonly long: string
  /** For example `-o`; null for none. */
  readonly short: string | null
  readonly what: string
  readonly takes: 'nothing' | 'words' | 'files' | 'folders' | 'text'
  /** The values to choose from; empty if any are allowed. */
  readonly values: readonly string[]
}

export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf(' ')))
}

export function lastOf(path: string): string {
  return path.slice(path.lastIndexOf(' ') + 1)
}

/** Lists each flag that takes a value once, since it takes the same values in every command. */
export function flagsWithValue(levels: readonly CompletionLevel[]): readonly Flag[] {
  const flags = levels.flatMap((level) => level.flags).filter(({ takes }) => takes !== 'nothing')
  return [...new Map(flags.map((flag) => [flag.long, flag])).values()]
}

export function patternOf({ long, short }: Flag): string {
  return short === null ? long : `${short} | ${long}`
}
