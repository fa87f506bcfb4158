// Converts `<details>`, whose content is hidden until its summary is clicked.

import type { Element } from 'hast'
import type { State } from 'hast-util-to-mdast'
import type { Paragraph, PhrasingContent, RootContent } from 'mdast'
import { asBox } from '../markdown/boxes.ts'
import { lineOf } from './tree.ts'

/** Converts `<details>` to the blocks of a box, whose title is the summary. */
export function details(state: State, node: Element): RootContent[] {
  const summaryNode = node.children.find((child) => child.type === 'element' && child.tagName === 'summary')
  const content = state.toFlow(state.all({ ...node, children: node.children.filter((child) => child !== summaryNode) }))
  const title = summaryNode?.type === 'element' ? summary(state, summaryNode) : undefined
  return title === undefined ? content : [...asBox<RootContent>([title, ...content])]
}

/**
 * Converts the summary of `<details>` to the title of a box. Returns undefined for a summary that only says what a
 * click does.
 */
export function summary(state: State, node: Element): Paragraph | undefined {
  if (CONTROL.test(lineOf(node))) return undefined
  const children = state.toFlow(state.all(node)).flatMap(phrasingIn)
  const [title] = asBox<RootContent>([{ type: 'paragraph', children, position: node.position }])
  return title?.type === 'paragraph' ? title : undefined
}

function phrasingIn(node: RootContent): readonly PhrasingContent[] {
  return node.type === 'paragraph' || node.type === 'heading' ? node.children : []
}

const CONTROL =
  /^(?:details|more|expand|(?:click|tap|press)(?: here)? (?:to|for) .*|(?:read|see|show|view|learn|open|toggle|expand)(?: (?:me|the|all))? (?:more|less|details?|answer|solution|code|contents?))[\s.:…!]*$/i
