import { isShellCommand } from '../../grammar/shell-command.ts'
import type { Article } from '../../model/article.ts'
import type { Draft, Line } from '../../model/draft.ts'
import { mapLines } from '../map-lines.ts'

/** Restores the article's first letter in lines that begin with code or are commands, because nobody types "Npm". */
export function restoreSpelling({ text, marks }: Article, drafts: readonly Draft[]): readonly Draft[] {
  const codeMarks = marks.filter(({ style }) => style.type === 'inlineCode')
  const codeStarts = new Set(codeMarks.map(({ span }) => span[0]))
  const restoreLine = <L extends Line | null>(line: L): L => {
    const from = line?.spans[0]?.[0]
    if (line === null || from === undefined) return line
    const first = text.charAt(from)
    if (first === line.text.charAt(0) || first.toUpperCase() !== line.text.charAt(0)) return line
    const restored = first + line.text.slice(1)
    return codeStarts.has(from) || isShellCommand(restored) ? { ...line, text: restored } : line
  }
  return drafts.map((draft) => mapLines(draft, restoreLine))
}
