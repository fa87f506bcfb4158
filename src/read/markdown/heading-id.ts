import type { PhrasingContent } from 'mdast'

/**
 * Removes the id or class at the end of a heading: `{#id}`, `{.class}`, `{: #id}`, `{/id/}` or `{/*id*\/}`, in which
 * the parser takes the asterisks for emphasis.
 */
export function withoutHeadingId(children: PhrasingContent[]): PhrasingContent[] {
  const last = children.at(-1)
  if (last?.type !== 'text') return children
  const before = children.at(-3)
  if (children.at(-2)?.type === 'emphasis' && before?.type === 'text' && /^\/\}\s*$/.test(last.value))
    return [...children.slice(0, -3), { ...before, value: before.value.replace(/\s*\{\/$/, '') }]
  return [...children.slice(0, -1), { ...last, value: last.value.replace(HEADING_ID, '') }]
}

const HEADING_ID = /\{\s*[:#./][^{}]*\}\s*$/
