import { type CompletionLevel, flagsWithValue, lastOf, parentOf, patternOf } from './levels.ts'

/** Writes the completion script for zsh. */
export function zsh(levels: readonly CompletionLevel[]): string {
  const paths = levels.filter(({ path }) => path !== '').map(({ path }) => `'${parentOf(path)}:${lastOf(path)}'`)
  return `#compdef lectern
# Completes the words of lectern in zsh: source <(lectern completion zsh)
_lectern() {
  local at= word
  local -a rows
  for word in \${words[2,CURRENT-1]}; do
    case "$at:$word" in
      ${paths.join(' | ')}) at="\${at:+$at }$word" ;;
    esac
  done
  case \${words[CURRENT-1]} in
${valueCases(levels).join('\n')}
  esac
  case $at in
${levels.map(levelCase).join('\n')}
  esac
}
compdef _lectern lectern
`
}

function valueCases(levels: readonly CompletionLevel[]): readonly string[] {
  return flagsWithValue(levels).map((flag) => {
    const words = flag.values.length > 0 ? `compadd -- ${flag.values.join(' ')}; ` : ''
    const files = { files: '_files; ', folders: '_files -/; ', words: '', text: '', nothing: '' }[flag.takes]
    return `    ${patternOf(flag)}) ${words}${files}return ;;`
  })
}

function levelCase({ path, words, flags, takesFiles }: CompletionLevel): string {
  const rows = words.map(([word, what]) => row(word, what)).join(' ')
  const flagRows = flags.map(({ long, what }) => row(long, what)).join(' ')
  return `    '${path}')
      if [[ $PREFIX == -* ]]; then rows=(${flagRows} ${row('--help', 'print help')})
      else rows=(${rows}); fi
      (( $#rows )) && _describe word rows
      ${takesFiles ? '[[ $PREFIX == -* ]] || _files' : ':'} ;;`
}

function row(word: string, what: string): string {
  return quote(`${word}${what === '' ? '' : `:${what.replaceAll(':', '\\:')}`}`)
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
