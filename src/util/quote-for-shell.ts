/** Quotes a string for a POSIX shell. */
export function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** Quotes a path or address for a POSIX shell, if necessary. */
export function quotePath(path: string): string {
  return /^[\w./:@+-]+$/.test(path) ? path : quoteForShell(path)
}
