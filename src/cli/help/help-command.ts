// The command `lectern help`.

import type { Command } from 'commander'
import { closestName } from '../../util/closest-name.ts'
import { describeCommand } from '../describe-command.ts'
import { UsageError } from '../usage-error.ts'

/** Adds `help [topic]`, which explains the program, a command, a topic or a rule. */
export function addHelpCommand(program: Command): void {
  program.helpCommand(false)
  describeCommand(program.command('help [topic]'), {
    summary: 'explain a command, a topic or a rule',
    description:
      'Explains a command, a topic, or the rule named in a message. "lectern help" lists commands and topics.',
    examples: ['lectern help themes', 'lectern help build', 'lectern help overflow'],
  }).action((topic: string | undefined) => printHelp(topic, program))
}

async function printHelp(topic: string | undefined, program: Command): Promise<void> {
  const command = topic === undefined ? program : program.commands.find((candidate) => candidate.name() === topic)
  if (topic === undefined || command !== undefined) return printCommandHelp(command ?? program)
  // Loaded only now: the topics quote limits from modules of all stages, which this command does not need otherwise.
  const { TOPICS } = await import('./topics.ts')
  const entry = TOPICS.find(({ name }) => name === topic)
  if (entry !== undefined) return void process.stdout.write(`${entry.text.trim()}\n`)
  const { explainRule } = await import('./rule-help.ts')
  const rule = explainRule(topic)
  if (rule !== undefined) return void process.stdout.write(`${rule}\n`)
  const names = [...program.commands.map((subcommand) => subcommand.name()), ...TOPICS.map(({ name }) => name)]
  const meant = closestName(topic, names)
  const remedy = meant === null ? '"lectern help" lists the topics.' : `Did you mean "lectern help ${meant}"?`
  throw new UsageError(`There is no help on "${topic}". ${remedy}`)
}

/** Prints the help of a command and of its subcommands. */
function printCommandHelp(command: Command): void {
  command.outputHelp()
  if (command.parent !== null)
    for (const subcommand of command.commands) {
      process.stdout.write('\n')
      subcommand.outputHelp()
    }
}
