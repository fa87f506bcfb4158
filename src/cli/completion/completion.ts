// Writes the scripts of `lectern completion`.

import type { Command, Option } from 'commander'
import { FORMATS } from '../../model/settings.ts'
import { listThemes } from '../../theme/list-themes.ts'
import { TOPIC_SUMMARIES } from '../help/topic-summaries.ts'
import { bashScript } from './bash.ts'
import { fishScript } from './fish.ts'
import type { CompletionLevel, Flag } from './levels.ts'
import { zshScript } from './zsh.ts'

/** Writes a script that lets a shell complete all commands, flags and values of the program. */
export function completionFor(shell: 'bash' | 'zsh' | 'fish', program: Command): string {
  const write = { bash: bashScript, zsh: zshScript, fish: fishScript }[shell]
  return write(levelsOf(program))
}

function levelsOf(program: Command): readonly CompletionLevel[] {
  const defaultCommand = program.commands.find((command) => command.name() === 'build') ?? program
  const top = { ...levelOf(program, ''), flags: flagsOf(defaultCommand), takesFiles: true }
  const collect = (command: Command, path: string): readonly CompletionLevel[] => [
    levelOf(command, path),
    ...command.commands.flatMap((subcommand) => collect(subcommand, `${path} ${subcommand.name()}`)),
  ]
  return [top, ...program.commands.flatMap((command) => collect(command, command.name()))]
}

function levelOf(command: Command, path: string): CompletionLevel {
  const commands = command.commands.map(nameAndSummary)
  const choices = command.registeredArguments.flatMap(({ argChoices = [] }) =>
    argChoices.map((choice) => [choice, ''] as const),
  )
  const topics = path === 'help' ? [...(command.parent?.commands.map(nameAndSummary) ?? []), ...TOPIC_SUMMARIES] : []
  const words = [...commands, ...choices, ...topics]
  return {
    path,
    words,
    flags: flagsOf(command),
    takesFiles: words.length === 0 && command.registeredArguments.length > 0,
  }
}

function nameAndSummary(command: Command): readonly [string, string] {
  return [command.name(), command.summary()]
}

function flagsOf({ options }: Command): readonly Flag[] {
  return options.map((option) => {
    const values = valuesOf(option)
    return {
      long: option.long ?? '',
      short: option.short ?? null,
      description: option.description,
      valueKind: valueKindOf(option, values),
      values,
    }
  })
}

function valuesOf({ long, argChoices = [] }: Option): readonly string[] {
  if (long === '--to') return FORMATS
  if (long === '--theme' || long === '--print-theme' || long === '--from') return listThemes().map(({ name }) => name)
  return long === '--canvas' ? ['16:9', '4:3'] : argChoices
}

function valueKindOf({ flags, required, optional }: Option, values: readonly string[]): Flag['valueKind'] {
  if (!required && !optional) return 'none'
  if (/<folder>/.test(flags)) return 'folders'
  if (/<(?:.*\|)?(?:file|dir|path|deck)>/.test(flags)) return 'files'
  return values.length > 0 ? 'words' : 'text'
}
