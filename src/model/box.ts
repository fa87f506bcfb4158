import type { Nodes } from 'mdast'

/** A titled box beside the running text, such as an example. Each block in the box has it in the `data` of its node. */
export interface Box {
  /** The words of its first block. */
  readonly title: string
}

/** Returns the box that a block belongs to; undefined if it is in none. */
export function boxOf({ data }: Nodes): Box | undefined {
  return (data as { readonly box?: Box } | undefined)?.box
}
