import { type CompletionLevel, type Flag, lastWord, parentOf } from './levels.ts'

/** Writes the completion script for fish. */
export function fishScript(levels: readonly CompletionLevel[]): string {
  const lines = levels.flatMap((level) => {
    const when = `-n ${quote(conditionOf(level, levels))}`
    const words = level.words.map(
      ([word, description]) =>
        `complete -c lectern ${when} ${level.takesFiles ? '' : '-f '}-a ${word}${descriptionOption(description)}`,
    )
    const takesNothing = words.length === 0 && !level.takesFiles
    return [
      ...words,
      ...level.flags.map((flag) => flagLine(flag, when)),
      ...(takesNothing ? [`complete -c lectern ${when} -f`] : []),
    ]
  })
  return `# Completes the commands and options of lectern in fish. Install it with: lectern completion fish > ~/.config/fish/completions/lectern.fish\n${lines.join('\n')}\n`
}

/** Writes a fish condition that holds if the words typed so far lead to this level and no deeper. */
function conditionOf({ path }: CompletionLevel, levels: readonly CompletionLevel[]): string {
  const subcommands = levels
    .filter((other) => other.path !== '' && parentOf(other.path) === path)
    .map((subcommand) => lastWord(subcommand.path))
  const seen = path === '' ? [] : path.split(' ').map((word) => `__fish_seen_subcommand_from ${word}`)
  const unseen = subcommands.length === 0 ? [] : [`not __fish_seen_subcommand_from ${subcommands.join(' ')}`]
  return [...seen, ...unseen].join('; and ')
}

function flagLine({ long, short, description, valueKind, values }: Flag, when: string): string {
  const shortOption = short === null ? '' : ` -s ${short.slice(1)}`
  const choices = values.length > 0 ? ` -a ${quote(values.join(' '))}` : ''
  const value = { none: '', words: ' -x', text: ' -x', files: ' -r', folders: ' -x' }[valueKind]
  const folders = valueKind === 'folders' ? " -a '(__fish_complete_directories)'" : ''
  return `complete -c lectern ${when} -l ${long.slice(2)}${shortOption}${value}${choices}${folders}${descriptionOption(description)}`
}

function descriptionOption(description: string): string {
  return description === '' ? '' : ` -d ${quote(description)}`
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
