/**
 * Returns the result of the work. If the signal aborts first, throws its reason at once, without waiting for the work.
 * `Promise.race` with one long-lived promise would keep the results of all rounds in memory.
 */
export async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const listening = new AbortController()
  const aborted = new Promise<never>((_, reject) => {
    const refuse = () => reject(signal.reason)
    if (signal.aborted) refuse()
    // The listener is removed afterwards, because a long-lived signal would hold on to every result.
    else signal.addEventListener('abort', refuse, { once: true, signal: listening.signal })
  })
  try {
    return await Promise.race([aborted, work])
  } finally {
    listening.abort()
  }
}
