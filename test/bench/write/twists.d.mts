/** What a shortening twists, each as "negation lost: …"; empty where nothing is. */
export function twistsIn(sentence: string, kept: readonly (readonly [number, number])[]): string[]
