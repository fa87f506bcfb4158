/**
 * The work's result, unless the signal is aborted before: then its reason is thrown at once, whatever the work does. To be used
 * wherever a wait can be cut short: `Promise.race` with one promise that outlives many rounds keeps the results of all of them.
 */
export async function unless<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const listening = new AbortController()
  const aborted = new Promise<never>((_, reject) => {
    const refuse = () => reject(signal.reason)
    if (signal.aborted) refuse()
    // Taken off afterwards: a signal that outlives many works would hold the results of all of them.
    else signal.addEventListener('abort', refuse, { once: true, signal: listening.signal })
  })
  try {
    return await Promise.race([aborted, work])
  } finally {
    listening.abort()
  }
}
