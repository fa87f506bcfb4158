import { type CompletionLevel, flagsWithValue, lastWord, parentOf, patternOf } from './levels.ts'

/** Writes the completion script for bash. */
export function bashScript(levels: readonly CompletionLevel[]): string {
  const paths = levels.filter(({ path }) => path !== '').map(({ path }) => `"${parentOf(path)}:${lastWord(path)}"`)
  return `# Completes the commands and options of lectern in bash. Load it with: source <(lectern completion bash)
_lectern() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} path= index
  for ((index = 1; index < COMP_CWORD; index++)); do
    case "$path:\${COMP_WORDS[index]}" in
      ${paths.join(' | ')}) path="\${path:+$path }\${COMP_WORDS[index]}" ;;
    esac
  done
  case $before in
${valueCases(levels).join('\n')}
  esac
  case $path in
${levels.map(levelCase).join('\n')}
  esac
}
complete -o filenames -o bashdefault -F _lectern lectern
`
}

function valueCases(levels: readonly CompletionLevel[]): readonly string[] {
  return flagsWithValue(levels).map((flag) => {
    const words = flag.values.length > 0 ? ` -W '${flag.values.join(' ')}'` : ''
    const files = { files: ' -f', folders: ' -d', words: '', text: '', none: '' }[flag.valueKind]
    const reply = words + files === '' ? 'COMPREPLY=()' : `COMPREPLY=($(compgen${words}${files} -- "$word"))`
    return `    ${patternOf(flag)}) ${reply}; return ;;`
  })
}

function levelCase({ path, words, flags, takesFiles }: CompletionLevel): string {
  const names = flags.map(({ long }) => long).join(' ')
  const reply = [`-W '${words.map(([word]) => word).join(' ')}'`, ...(takesFiles ? ['-f'] : [])].join(' ')
  return `    '${path}')
      if [[ $word == -* ]]; then COMPREPLY=($(compgen -W '${names} --help' -- "$word"))
      else COMPREPLY=($(compgen ${reply} -- "$word")); fi ;;`
}
