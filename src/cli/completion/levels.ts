/** The words and flags that may follow a command, or the program itself. */
export interface CompletionLevel {
  /** The words of the command, such as `theme new`; empty for the program itself. */
  readonly path: string
  /** Subcommands, help topics or choices, each with its description, which may be empty. */
  readonly words: readonly (readonly [word: string, description: string])[]
  readonly flags: readonly Flag[]
  /** Whether a file may follow. */
  readonly takesFiles: boolean
}

export interface Flag {
  readonly long: string
  /** The short form, such as `-o`; null if there is none. */
  readonly short: string | null
  readonly description: string
  /** The kind of value that follows the flag. */
  readonly valueKind: 'none' | 'words' | 'files' | 'folders' | 'text'
  /** The values to choose from; empty if any value is allowed. */
  readonly values: readonly string[]
}

/** Returns the path of the command that a subcommand belongs to; empty for any other command. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf(' ')))
}

export function lastWord(path: string): string {
  return path.slice(path.lastIndexOf(' ') + 1)
}

/** Lists the flags that take a value, each once, since a flag takes the same values in every command. */
export function flagsWithValue(levels: readonly CompletionLevel[]): readonly Flag[] {
  const flags = levels.flatMap((level) => level.flags).filter(({ valueKind }) => valueKind !== 'none')
  return [...new Map(flags.map((flag) => [flag.long, flag])).values()]
}

/** Returns the pattern that matches a flag in a shell's `case`. */
export function patternOf({ long, short }: Flag): string {
  return short === null ? long : `${short} | ${long}`
}
