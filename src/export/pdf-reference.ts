/** Returns the number of the object that an entry of a dictionary refers to, such as 5 for `/Info 5 0 R`; 0 if none. */
export function referenceIn(dictionary: string, entry: string): number {
  return Number(new RegExp(`/${entry} (\\d+) 0 R`).exec(dictionary)?.[1] ?? 0)
}
