import { quoteForShell } from '../../util/quote-for-shell.ts'
import { type CompletionLevel, flagsWithValue, lastWord, parentOf, patternOf } from './levels.ts'

/** Writes the completion script for zsh. */
export function zshScript(levels: readonly CompletionLevel[]): string {
  const paths = levels.filter(({ path }) => path !== '').map(({ path }) => `'${parentOf(path)}:${lastWord(path)}'`)
  return `#compdef lectern
# Completes the commands and options of lectern in zsh. Load it with: source <(lectern completion zsh)
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
    const files = { files: '_files; ', folders: '_files -/; ', words: '', text: '', none: '' }[flag.valueKind]
    return `    ${patternOf(flag)}) ${words}${files}return ;;`
  })
}

function levelCase({ path, words, flags, takesFiles }: CompletionLevel): string {
  const wordRows = words.map(([word, description]) => entryOf(word, description)).join(' ')
  const flagRows = flags.map(({ long, description }) => entryOf(long, description)).join(' ')
  return `    '${path}')
      if [[ $PREFIX == -* ]]; then rows=(${flagRows} ${entryOf('--help', 'print help')})
      else rows=(${wordRows}); fi
      (( $#rows )) && _describe word rows
      ${takesFiles ? '[[ $PREFIX == -* ]] || _files' : ':'} ;;`
}

/** Writes an entry for `_describe`: a word, then its description after a colon. */
function entryOf(word: string, description: string): string {
  return quoteForShell(`${word}${description === '' ? '' : `:${description.replaceAll(':', '\\:')}`}`)
}
