import type { Line } from './draft.ts'

/** The title of one slide of several that bear the same: "Steps (2/3)". */
export function numbered(title: Line, index: number, count: number): Line {
  const mark = `(${index}/${count})`
  return { ...title, text: `${title.text} ${mark}`, added: [...title.added, mark] }
}
