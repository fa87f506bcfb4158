import type { Line } from './draft.ts'

/** Numbers the title of one of several slides with the same title: "Steps (2/3)". A single slide needs no number. */
export function withNumber(title: Line, index: number, count: number): Line {
  if (count === 1) return title
  const number = `(${index}/${count})`
  return { ...title, text: `${title.text} ${number}`, added: [...title.added, number] }
}

/** Removes the added number from a title, if it has one. */
export function withoutNumber(title: Line | null): Line | null {
  if (title === null) return null
  const number = numberOf(title)
  return number === null
    ? title
    : { ...title, text: title.text.slice(0, -number.length).trimEnd(), added: title.added.slice(0, -1) }
}

/** Returns the number that was added to a title, such as "(2/3)"; null if none was. */
export function numberOf({ text, added }: Line): string | null {
  const number = added.at(-1)
  return number !== undefined && /^\(\d+\/\d+\)$/.test(number) && text.endsWith(number) ? number : null
}

/** Whether a title is numbered as the first of several. */
export function opensSeries(title: Line): boolean {
  return numberOf(title)?.startsWith('(1/') ?? false
}
