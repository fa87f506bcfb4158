/** Writes a size in kilobytes or megabytes, such as `3 KB` or `1.5 MB`. */
export function formatSize(bytes: number): string {
  const kilobytes = bytes / 1024
  return kilobytes < 1024 ? `${Math.max(1, Math.round(kilobytes))} KB` : `${Number((kilobytes / 1024).toFixed(1))} MB`
}
