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
  return drafts.map((draft) => mapLines(restoreNames(draft, text), restoreLine))
}

/** Restores the first letters of the points if all of them are machine names, such as "lock-client". */
function restoreNames(draft: Draft, article: string): Draft {
  const { content } = draft
  if (content.type !== 'points') return draft
  const names = content.points.map(({ line: { text, spans } }) => {
    const first = article.charAt(spans[0]?.[0] ?? 0)
    return first.toUpperCase() === text.charAt(0) ? first + text.slice(1) : text
  })
  const areNames = names.length >= MIN_NAMES && names.every((name) => /^[a-z][\w./:@-]*$/.test(name))
  if (!areNames || !names.some((name) => /[\w][-_./:@\d]+\w/.test(name))) return draft
  const points = content.points.map((point, index) => ({
    ...point,
    line: { ...point.line, text: names[index] ?? point.line.text },
  }))
  return { ...draft, content: { ...content, points } }
}

/** The minimum number of points, since a single name could be an ordinary word. */
const MIN_NAMES = 2
