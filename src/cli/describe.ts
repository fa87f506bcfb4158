import type { Command } from 'commander'

export interface Description {
  /** A few words for the list of commands. */
  readonly summary: string
  /** A sentence or two; the summary where it is left out. */
  readonly description?: string
  /** Command lines that work, with words on each after two spaces. */
  readonly examples?: readonly string[]
}

/** Gives a command its words, and lets it throw instead of ending the program. */
export function describe(command: Command, { summary, description = summary, examples = [] }: Description): Command {
  command.summary(summary).description(description).exitOverride()
  if (examples.length > 0)
    command.addHelpText('after', `\nExamples:\n${examples.map((each) => `  ${each}`).join('\n')}`)
  return command
}
