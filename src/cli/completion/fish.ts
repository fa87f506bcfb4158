import { type CompletionLevel, type Flag, lastOf, parentOf } from './levels.ts'

/** Writes the completion script for fish. */
export function fish(levels: readonly CompletionLevel[]): string {
  const lines = levels.flatMap((level) => {
    const when = `-n ${quote(conditionOf(level, levels))}`
    const words = level.words.map(
      ([word, what]) => `complete -c lectern ${when} ${level.takesFiles ? '' : '-f '}-a ${word}${description(what)}`,
    )
    const isClosed = words.length === 0 && !level.takesFiles
    return [
      ...words,
      ...level.flags.map((flag) => flagLine(flag, when)),
      ...(isClosed ? [`complete -c lectern ${when} -f`] : []),
    ]
  })
  return `# Completes the words of lectern in fish: lectern completion fish > ~/.config/fish/completions/lectern.fish\n${lines.join('\n')}\n`
}

/** Writes a condition in fish that holds if the words so far lead to this level and no deeper. */
function conditionOf({ path }: CompletionLevel, levels: readonly CompletionLevel[]): string {
  const below = levels
    .filter((each) => each.path !== '' && parentOf(each.path) === path)
    .map((each) => lastOf(each.path))
  const seen = path === '' ? [] : path.split(' ').map((word) => `__fish_seen_subcommand_from ${word}`)
  const unseen = below.length === 0 ? [] : [`not __fish_seen_subcommand_from ${below.join(' ')}`]
  return [...seen, ...unseen].join('; and ')
}

function flagLine({ long, short, what, takes, values }: Flag, when: string): string {
  const short1 = short === null ? '' : ` -s ${short.slice(1)}`
  const list = values.length > 0 ? ` -a ${quote(values.join(' '))}` : ''
  const value = { nothing: '', words: ' -x', text: ' -x', files: ' -r', folders: ' -x' }[takes]
  const folders = takes === 'folders' ? " -a '(__fish_complete_directories)'" : ''
  return `complete -c lectern ${when} -l ${long.slice(2)}${short1}${value}${list}${folders}${description(what)}`
}

function description(what: string): string {
  return what === '' ? '' : ` -d ${quote(what)}`
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
