import type { Tree } from '../../../src/grammar/tree.ts'

type Kept = readonly (readonly [number, number])[]

/** Lists what a shortening twists, each as "negation lost: …"; empty if nothing. */
export function twistsIn(sentence: string, kept: Kept): string[]

/**
 * Lists what a title twists if it is all that is left of its sentence. In a topic, only the words that depend on its
 * noun count.
 */
export function twistsOfTitle(tree: Tree, sentence: string, kept: Kept): string[]
