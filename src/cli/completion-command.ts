import { Argument, type Command } from 'commander'
import { describeCommand } from './describe-command.ts'

const SHELLS = ['bash', 'zsh', 'fish'] as const

/** Adds `completion <shell>`, which prints a script made from the commands added so far. */
export function addCompletionCommand(program: Command): void {
  describeCommand(program.command('completion'), {
    summary: 'print a completion script for bash, zsh or fish',
    description: 'Prints a script that completes commands, flags and their values.',
    examples: [
      'source <(lectern completion bash)    # in ~/.bashrc',
      'source <(lectern completion zsh)     # in ~/.zshrc, after compinit',
      'lectern completion fish > ~/.config/fish/completions/lectern.fish',
    ],
  })
    .addArgument(new Argument('<shell>').choices(SHELLS))
    .action(async (shell: (typeof SHELLS)[number]) => {
      const { completionFor } = await import('./completion/completion.ts')
      process.stdout.write(completionFor(shell, program))
    })
}
