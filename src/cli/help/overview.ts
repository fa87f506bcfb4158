import type { Command } from 'commander'
import { TOPIC_SUMMARIES } from './topic-summaries.ts'

/** Writes the help that `lectern`, `lectern help` and `lectern --help` print. */
export function formatOverview(program: Command): string {
  const commands = program.commands.map((command) => [usageOf(command), command.summary()] as const)
  return `${program.description()}

Usage: lectern <article…> [options]
       lectern <command> [options]

Commands:
${formatTable(commands)}

Common options (all: lectern help build):
${formatTable(COMMON_OPTIONS)}

Examples:
${formatTable(EXAMPLE_COMMANDS)}

Topics, for "lectern help <topic>":
${formatTable(TOPIC_SUMMARIES)}
`
}

function usageOf(command: Command): string {
  if (command.commands.length > 0) return `${command.name()} …`
  const words = command.registeredArguments.map((argument) => {
    const name = `${argument.name()}${argument.variadic ? '…' : ''}`
    return argument.required ? `<${name}>` : `[${name}]`
  })
  return [command.name(), ...words].join(' ')
}

const COMMON_OPTIONS = [
  ['--to <list>', 'html,pdf,handout,pptx,notes,deck,json,png (html,pdf)'],
  ['--theme <name|dir>', 'the theme: lectern, stage, briefing, paper, signal, chalk'],
  ['--event <file>', 'an event file: logo, colours, sponsors'],
  ['--minutes <n>', 'the length of the talk'],
  ['-o, --out <folder>', 'the folder for the files (out)'],
] as const

const EXAMPLE_COMMANDS = [
  ['lectern talk.txt', 'out/talk.html and out/talk.pdf'],
  ['lectern present talk.txt', 'show it, with live reload'],
  ['lectern talk.txt --to handout', 'slides and notes on paper'],
  ['lectern talk.txt --theme stage', 'with another theme'],
  ['lectern outline talk.txt', 'the deck as Markdown to edit'],
] as const

/** Arranges rows in two columns; the first is as wide as its longest entry. */
function formatTable(rows: readonly (readonly [name: string, description: string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, description]) => `  ${name.padEnd(width)}  ${description}`).join('\n')
}
