// The command `lectern help`.

import type { Command } from 'commander'
import { closest, distance } from 'fastest-levenshtein'
import { describe } from '../describe.ts'
import { WrongUsage } from '../wrong-usage.ts'

/** Adds `help [topic]`: the overview, a command or a topic. */
export function addHelpCommand(program: Command): void {
  program.helpCommand(false)
  describe(program.command('help [topic]'), {
    summary: 'this page, a command, a topic or a rule',
    description: 'Explains a command, a topic, or the rule of a message. "lectern help" lists the first two.',
    examples: ['lectern help themes', 'lectern help build', 'lectern help overflow'],
  }).action((topic: string | undefined) => explain(topic, program))
}

async function explain(topic: string | undefined, program: Command): Promise<void> {
  const command = topic === undefined ? program : program.commands.find((each) => each.name() === topic)
  if (topic === undefined || command !== undefined) return explainCommand(command ?? program)
  // The texts quote the limits of all stages, whose modules nothing else in this command needs.
  const { TOPICS } = await import('./topics.ts')
  const found = TOPICS.find(({ name }) => name === topic)
  if (found !== undefined) return void process.stdout.write(`${found.text.trim()}\n`)
  const { explainRule } = await import('./message-help.ts')
  const rule = explainRule(topic)
  if (rule !== undefined) return void process.stdout.write(`${rule}\n`)
  const names = [...program.commands.map((each) => each.name()), ...TOPICS.map(({ name }) => name)]
  const nearest = closest(topic, names)
  const isSlip = distance(topic, nearest) <= MAX_SLIP
  const remedy = isSlip ? `If you mean "lectern help ${nearest}", write that.` : '"lectern help" lists the topics.'
  throw new WrongUsage(`There is no help on "${topic}". ${remedy}`)
}

/** A name that differs by at most this many letters is taken for a misspelling. */
const MAX_SLIP = 2

/** Prints the help of a command and of its subcommands. */
function explainCommand(command: Command): void {
  command.outputHelp()
  if (command.parent !== null)
    for (const each of command.commands) {
      process.stdout.write('\n')
      each.outputHelp()
    }
}
