// Gives commands their help text.

import type { Command } from 'commander'

export interface CommandHelp {
  /** A few words for the list of commands. */
  readonly summary: string
  /** One or two sentences; the summary if absent. */
  readonly description?: string
  /** Command lines that work as written; a shell comment may explain one. */
  readonly examples?: readonly string[]
}

/** Sets the help text of a command, and makes the command throw instead of ending the program. */
export function describeCommand(
  command: Command,
  { summary, description = summary, examples = [] }: CommandHelp,
): Command {
  command.summary(summary).description(description).exitOverride()
  if (examples.length > 0)
    command.addHelpText('after', `\nExamples:\n${examples.map((example) => `  ${example}`).join('\n')}`)
  return command
}
