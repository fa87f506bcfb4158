/** Makes `count` values of their numbers, which begin with 1. */
export function several<T>(count: number, make: (number: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index + 1))
}
