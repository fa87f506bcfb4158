// Reads alerts in Markdown, such as `> [!NOTE]`.

import type { BlockContent, DefinitionContent, Heading, Paragraph, PhrasingContent, RootContent, Text } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { calloutKind } from '../../model/callout.ts'
import { endsInColon } from '../../util/ends-in-colon.ts'
import { trimTextStart } from './trim-text-start.ts'

type AlertContent = BlockContent | DefinitionContent

/**
 * Returns the content of a quotation that is an alert: it begins with `[!NOTE]`, with a bold label such as `**Note:**`,
 * or with `**Note**` alone on its line. The label becomes bold text before the content. Returns null for any other
 * quotation.
 */
export function alertContentOf([first, ...rest]: readonly AlertContent[]): readonly AlertContent[] | null {
  if (first?.type !== 'paragraph') return null
  const [text, ...others] = first.children
  const [next, ...after] = others
  if (text?.type === 'strong' && next?.type === 'text' && ALERT_NAME.test(textOf(text)) && next.value.startsWith('\n'))
    return [{ ...first, children: [...boldLabel(text), trimTextStart(next, 1), ...after] }, ...rest]
  if (
    text?.type === 'strong' &&
    (endsInColon(textOf(text)) || (next?.type === 'text' && /^\s*[:：]/u.test(next.value)))
  )
    return [first, ...rest]
  const [mark, name = '', title = ''] = (text?.type === 'text' && ALERT_MARK.exec(text.value)) || []
  if (mark === undefined || text?.type !== 'text') return null
  const content = trimTextStart(text, mark.length)
  const words = title.trim() === '' ? labelOf(name) : title.trim()
  const label = words === null ? [] : boldLabel({ type: 'text', value: words, ...positionOf(text) })
  const children = [...label, { ...content, value: content.value.trimStart() }, ...others]
  return children.some((child) => textOf(child).trim() !== '') ? [{ ...first, children }, ...rest] : rest
}

/** Makes a label bold, and adds a colon and a space: "**Warning:** ". */
function boldLabel(label: PhrasingContent): PhrasingContent[] {
  const colon: PhrasingContent = { type: 'text', value: ':' }
  const words: PhrasingContent = {
    type: 'strong',
    children: label.type === 'strong' ? [...label.children, colon] : [label, colon],
  }
  return [words, { type: 'text', value: ' ' }]
}

/** Joins each paragraph that is only an alert label to the paragraph or heading after it. */
export function joinLabels<Node extends RootContent>(nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap((node, index): readonly Node[] => {
    const next = nodes[index + 1]
    const before = nodes[index - 1]
    if (isLabel(node) && canTakeLabel(next)) return []
    if (!isLabel(before) || !canTakeLabel(node)) return [node]
    const label: PhrasingContent[] = node.type === 'paragraph' ? before.children : labelWords(before)
    return [{ ...node, children: [...label, { type: 'text', value: ' ' }, ...node.children] }]
  })
}

function canTakeLabel(node: RootContent | undefined): node is Paragraph | Heading {
  return (node?.type === 'paragraph' && !isLabel(node)) || node?.type === 'heading'
}

/** Returns the words of a label without its bold type, so that they can be put into a heading. */
function labelWords({ children }: Paragraph): PhrasingContent[] {
  return children.flatMap((child) => (child.type === 'strong' ? child.children : [child]))
}

function isLabel(node: RootContent | undefined): node is Paragraph {
  if (node?.type !== 'paragraph') return false
  const [label, ...others] = node.children
  const isAlone = others.every((child) => child.type === 'text' && child.value.trim() === '')
  const name = textOf(label ?? { type: 'text', value: '' })
  return isAlone && label?.type === 'strong' && name.endsWith(':') && labelOf(name.slice(0, -1)) !== null
}

function positionOf({ position }: Text): Pick<Text, 'position'> {
  return position === undefined ? {} : { position }
}

/** Returns the label for a kind of alert: "Tip" for `tip` and `callout-tip`; null for an unknown kind. */
export function labelOf(kind: string): string | null {
  const name = kind.toLowerCase().replace(/^callout-/, '')
  return calloutKind(name) !== null ? name.charAt(0).toUpperCase() + name.slice(1) : null
}

const ALERT_NAME = /^(?:caution|important|note|tip|warning)$/i
const ALERT_MARK = /^\[!([A-Za-z]+)\][+-]?([^\n]*)/
