/**
 * Returns the result of the work, unless the signal aborts first: then its reason is thrown at once, and nothing waits
 * for the work any more. `Promise.race` with one long-lived promise would keep the results of all rounds in memory.
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
