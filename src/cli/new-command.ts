// The `lectern new` command.

import type { Command } from 'commander'
import { describeCommand } from './describe-command.ts'

/** Arguments of `lectern new`. */
export interface NewRequest {
  /** The folder to create; null to ask for it, or to use the default if no questions are asked. */
  readonly folder: string | null
  /** Whether to skip all questions. */
  readonly skipsQuestions: boolean
}

/** Adds `new`. It only parses arguments; `handle` does the work. */
export function addNewCommand(program: Command, handle: (request: NewRequest) => Promise<void>): void {
  describeCommand(program.command('new [folder]'), {
    summary: 'start a talk: article, event and theme in a folder',
    description: 'Makes a folder with an article, an event and a theme for you to change. You can build it right away.',
    examples: ['lectern new my-talk', 'lectern new my-talk --yes'],
  })
    .option('-y, --yes', 'ask nothing and use the defaults')
    .action((folder: string | undefined, { yes = false }: { yes?: boolean }) =>
      handle({ folder: folder ?? null, skipsQuestions: yes }),
    )
}
