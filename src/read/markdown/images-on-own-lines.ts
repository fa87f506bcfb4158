import type { Paragraph, PhrasingContent } from 'mdast'

/**
 * A paragraph divided at the images that have a line to themselves: each is shown, and what stands around it is said. One that stands
 * elsewhere on the web is a badge more often than not, and stays.
 */
export function dividedAtImages(paragraph: Paragraph): readonly Paragraph[] {
  const { children } = paragraph
  const parts: PhrasingContent[][] = [[]]
  for (const [index, child] of children.entries()) {
    if (
      child.type === 'image' &&
      !REMOTE.test(child.url) &&
      endsLine(children[index - 1]) &&
      beginsLine(children[index + 1])
    ) {
      parts.push([child], [])
    } else parts.at(-1)?.push(child)
  }
  const worded = parts.filter((part) => part.some((child) => child.type !== 'break' && !isBlank(child)))
  const isMixed = worded.length > 1 && worded.some((part) => part.some(({ type }) => type !== 'image'))
  return isMixed ? worded.map((part) => ({ ...paragraph, children: part, ...placeOf(part) })) : [paragraph]
}

const REMOTE = /^\s*(?:https?:)?\/\//i

function isBlank(child: PhrasingContent): boolean {
  return child.type === 'text' && child.value.trim() === ''
}

function endsLine(child: PhrasingContent | undefined): boolean {
  return child === undefined || child.type === 'break' || (child.type === 'text' && /\n[ \t]*$/.test(child.value))
}

function beginsLine(child: PhrasingContent | undefined): boolean {
  return child === undefined || child.type === 'break' || (child.type === 'text' && /^[ \t]*\n/.test(child.value))
}

function placeOf(part: readonly PhrasingContent[]): Pick<Paragraph, 'position'> {
  const start = part[0]?.position?.start
  const end = part.at(-1)?.position?.end
  return start !== undefined && end !== undefined ? { position: { start, end } } : {}
}
