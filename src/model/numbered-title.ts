import type { Line } from './draft.ts'

/** Numbers the title of one of several slides with the same title: "Steps (2/3)". */
export function withNumber(title: Line, index: number, count: number): Line {
  const mark = `(${index}/${count})`
  return { ...title, text: `${title.text} ${mark}`, added: [...title.added, mark] }
}

/** Removes the added number from a title. */
export function withoutNumber(title: Line | null): Line | null {
  if (title === null) return null
  const mark = numberOf(title)
  return mark === null
    ? title
    : { ...title, text: title.text.slice(0, -mark.length).trimEnd(), added: title.added.slice(0, -1) }
}

/** Returns the number that was added to a title, such as "(2/3)"; null if none was. */
export function numberOf({ text, added }: Line): string | null {
  const mark = added.at(-1)
  return mark !== undefined && /^\(\d+\/\d+\)$/.test(mark) && text.endsWith(mark) ? mark : null
}
