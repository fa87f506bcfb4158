/**
 * Returns the result of `work`. If the signal aborts first, throws its reason at once, without waiting for the work.
 * Racing each piece of work against one shared promise would keep every result in memory.
 */
export async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const cleanup = new AbortController()
  const aborted = new Promise<never>((_, reject) => {
    const rejectWithReason = () => reject(signal.reason)
    if (signal.aborted) rejectWithReason()
    // The listener is removed afterwards, because a long-lived signal would keep every result in memory.
    else signal.addEventListener('abort', rejectWithReason, { once: true, signal: cleanup.signal })
  })
  try {
    return await Promise.race([aborted, work])
  } finally {
    cleanup.abort()
  }
}
