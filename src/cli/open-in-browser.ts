/** Opens addresses in the user's browser. If that fails, calls `report` with a message instead of throwing. */
export async function openInBrowser(addresses: readonly string[], report: (text: string) => void): Promise<void> {
  const { default: open } = await import('open')
  try {
    for (const address of addresses) {
      const child = await open(address)
      child.once('error', () => report(CANNOT_OPEN))
    }
  } catch {
    report(CANNOT_OPEN)
  }
}

const CANNOT_OPEN = 'No browser could be opened. Open the address above yourself.\n'
