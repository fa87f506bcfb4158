/** Quotes a text for a POSIX shell. */
export function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** Quotes a path or address for a POSIX shell, if it must be. */
export function quotePath(path: string): string {
  return /^[\w./:@+-]+$/.test(path) ? path : quoteForShell(path)
}
