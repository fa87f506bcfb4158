/**
 * Returns the reason why a folder could not be used. It continues a sentence that begins with the folder's path.
 */
export function folderProblem(error: unknown): string {
  if (!(error instanceof Error)) return 'cannot be used'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return REASONS[code] ?? (code === '' ? error.message : `cannot be used (${code})`)
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'is not writable',
  EPERM: 'is not writable',
  EROFS: 'is on a read-only disk',
  ENOSPC: 'is on a full disk',
  EDQUOT: 'is on a full disk',
  ENOENT: 'does not exist',
  ENOTDIR: 'is not a folder',
  EEXIST: 'is not a folder',
}
