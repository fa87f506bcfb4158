/** Rounds to hundredths of a px. */
export function round(value: number): number {
  return Math.round(value * 100) / 100
}
