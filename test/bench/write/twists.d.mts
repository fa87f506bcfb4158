import type { Tree } from '../../../src/grammar/tree.ts'

type Kept = readonly (readonly [number, number])[]

/** What a shortening twists, each as "negation lost: …"; empty where nothing is. */
export function twistsIn(sentence: string, kept: Kept): string[]

/** The same where only a title is left of the sentence: of a topic only what hangs from its own noun counts. */
export function twistsOfTitle(tree: Tree, sentence: string, kept: Kept): string[]
