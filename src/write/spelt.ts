import type { Article } from '../model/article.ts'
import { isCommand } from '../model/command.ts'
import type { Draft, Line } from '../model/draft.ts'
import { withLines } from './each-line.ts'

/** The drafts with every line that begins with code, or is a command, begun as the article has it: nobody types "Npm". */
export function asSpelt({ text, marks }: Article, drafts: readonly Draft[]): readonly Draft[] {
  const code = marks.filter(({ style }) => style.type === 'inlineCode').map(({ span }) => span[0])
  const starts = new Set(code)
  const spelt = <L extends Line | null>(line: L): L => {
    const from = line?.spans[0]?.[0]
    if (line === null || from === undefined) return line
    const first = text.charAt(from)
    if (first === line.text.charAt(0) || first.toUpperCase() !== line.text.charAt(0)) return line
    const own = first + line.text.slice(1)
    return starts.has(from) || isCommand(own) ? { ...line, text: own } : line
  }
  return drafts.map((draft) => withLines(draft, spelt))
}
