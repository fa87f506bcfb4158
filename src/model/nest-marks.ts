import { singleSpaced } from '../util/single-spaced.ts'
import type { Style } from './mark.ts'
import type { StyledText } from './styled-text.ts'

/** Makes the nodes of a tree from text and its marks. */
export interface NodeMaker<Node> {
  plain(text: string): readonly Node[]
  /** `children` makes the content of the node; `text` is its plain text. */
  styled(style: Style, text: string, children: () => Node[]): Node
}

/**
 * Turns pieces of styled text into a tree with a node for each style. Neighbours with the same style share a node.
 * `depth` is the number of outer styles that already have nodes.
 */
export function nestMarks<Node>(pieces: readonly StyledText[], maker: NodeMaker<Node>, depth = 0): Node[] {
  const runs: { readonly style: Style | undefined; readonly pieces: StyledText[] }[] = []
  for (const piece of pieces) {
    const style = piece.styles[depth]
    const run = runs.at(-1)
    if (run && run.style === style) run.pieces.push(piece)
    else runs.push({ style, pieces: [piece] })
  }
  return runs.flatMap((run) => {
    const text = run.pieces.map((piece) => piece.text).join('')
    if (run.style === undefined) return maker.plain(text)
    return [maker.styled(run.style, text, () => nestMarks(run.pieces, maker, depth + 1))]
  })
}

/** Returns the pieces without the task box at their start, and whether it is ticked; null if there is no box. */
export function takeTaskBox(pieces: readonly StyledText[]): {
  readonly isDone: boolean | null
  readonly pieces: readonly StyledText[]
} {
  const task = pieces[0]?.styles.find((style) => style.type === 'task')
  if (task?.type !== 'task') return { isDone: null, pieces }
  const unmarked = pieces.map(({ text, styles }) => ({ text, styles: styles.filter((style) => style !== task) }))
  return { isDone: task.isDone, pieces: unmarked }
}

/** Splits the pieces of a row into cells at tabs. */
export function cellsIn(pieces: readonly StyledText[]): readonly (readonly StyledText[])[] {
  const cells: StyledText[][] = [[]]
  for (const { text, styles } of pieces) {
    for (const [index, part] of text.split('\t').entries()) {
      if (index > 0) cells.push([])
      cells.at(-1)?.push({ text: singleSpaced(part), styles })
    }
  }
  return cells
}
