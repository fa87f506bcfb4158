/** Why a folder could not be used. It continues a sentence that begins with its path. */
export function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return 'cannot be used'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return REASONS[code] ?? (code === '' ? error.message : `cannot be used (${code})`)
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'may not be written',
  EPERM: 'may not be written',
  EROFS: 'is on a read-only disk',
  ENOSPC: 'is on a disk that is full',
  EDQUOT: 'is on a disk that is full',
  ENOENT: 'does not exist',
  ENOTDIR: 'is not a folder',
  EEXIST: 'is not a folder',
}
