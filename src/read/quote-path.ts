/** Quotes a path or address for a shell, if it must be. */
export function quotePath(path: string): string {
  return /^[\w./:@+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`
}
