import type { Paragraph, PhrasingContent } from 'mdast'
import type { Math as Display } from 'mdast-util-math'
import type { Source } from '../source.ts'

/**
 * Divides a paragraph at formulas and images that are alone on their lines: a formula between double dollars becomes a
 * display formula, and an image becomes a paragraph. An image with a web address is usually a badge, so it stays with
 * the text.
 */
export function divideAtDisplays(paragraph: Paragraph, source: Source): readonly (Paragraph | Display)[] {
  const { children } = paragraph
  const parts: PhrasingContent[][] = [[]]
  for (const [index, child] of children.entries()) {
    const isStandalone = isLocalImage(child) || isDisplay(child, source)
    if (isStandalone && endsLine(children[index - 1]) && beginsLine(children[index + 1])) parts.push([child], [])
    else parts.at(-1)?.push(child)
  }
  const filled = parts.filter((part) => part.some((child) => child.type !== 'break' && !isBlank(child)))
  const isMixed = filled.length > 1 && filled.some((part) => part.some(({ type }) => type !== 'image'))
  const divided = isMixed ? filled.map((part) => ({ ...paragraph, children: part, ...positionOf(part) })) : [paragraph]
  return divided.map((part) => displayOf(part, source) ?? part)
}

function isLocalImage(child: PhrasingContent): boolean {
  return child.type === 'image' && !REMOTE.test(child.url)
}

const REMOTE = /^\s*(?:https?:)?\/\//i

function isDisplay(child: PhrasingContent, { text }: Source): boolean {
  const start = child.position?.start.offset
  return child.type === 'inlineMath' && start !== undefined && text.startsWith('$$', start)
}

function displayOf({ children }: Paragraph, source: Source): Display | null {
  const [only, ...others] = children.filter((child) => child.type !== 'break' && !isBlank(child))
  if (only?.type !== 'inlineMath' || others.length > 0 || !isDisplay(only, source)) return null
  return { type: 'math', value: only.value, ...(only.position && { position: only.position }) }
}

function isBlank(child: PhrasingContent): boolean {
  return child.type === 'text' && child.value.trim() === ''
}

function endsLine(child: PhrasingContent | undefined): boolean {
  return child === undefined || child.type === 'break' || (child.type === 'text' && /\n[ \t]*$/.test(child.value))
}

function beginsLine(child: PhrasingContent | undefined): boolean {
  return child === undefined || child.type === 'break' || (child.type === 'text' && /^[ \t]*\n/.test(child.value))
}

function positionOf(part: readonly PhrasingContent[]): Pick<Paragraph, 'position'> {
  const start = part[0]?.position?.start
  const end = part.at(-1)?.position?.end
  return start !== undefined && end !== undefined ? { position: { start, end } } : {}
}
