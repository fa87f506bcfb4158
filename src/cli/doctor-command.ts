// The `lectern doctor` command.

import { type Command, Option } from 'commander'
import { describeCommand } from './describe-command.ts'

/** Arguments of `lectern doctor`. */
export interface DoctorRequest {
  readonly browser: string | null
}

/** Adds `doctor`. It only parses arguments; `handle` does the work. */
export function addDoctorCommand(program: Command, handle: (request: DoctorRequest) => Promise<void>): void {
  describeCommand(program.command('doctor'), {
    summary: 'check this machine and say what is missing',
    description:
      'Checks Node.js, browser, sandbox, fonts and folders, and says what to do. Exits with 3 if something that Lectern needs is missing.',
    examples: ['lectern doctor', 'lectern doctor --browser /usr/bin/chromium'],
  })
    .addOption(new Option('--browser <path>', 'the Chrome or Chromium to check'))
    .action(({ browser }: { browser?: string }) => handle({ browser: browser ?? null }))
}
