/**
 * The result of the work, unless the signal is aborted first: then its reason is thrown at once, whatever the work does. For
 * every wait that can be cut short: `Promise.race` with one long-lived promise would keep the results of all rounds.
 */
export async function unless<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const listening = new AbortController()
  const aborted = new Promise<never>((_, reject) => {
    const refuse = () => reject(signal.reason)
    if (signal.aborted) refuse()
    // Removed afterwards: a long-lived signal would hold the results of all works.
    else signal.addEventListener('abort', refuse, { once: true, signal: listening.signal })
  })
  try {
    return await Promise.race([aborted, work])
  } finally {
    listening.abort()
  }
}
