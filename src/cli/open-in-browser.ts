/** Opens addresses in the user's browser. If that fails, `report` gets a message, and nothing is thrown. */
export async function openInBrowser(addresses: readonly string[], report: (text: string) => void): Promise<void> {
  const { default: open } = await import('open')
  try {
    for (const address of addresses) {
      const started = await open(address)
      started.once('error', () => report(CANNOT))
    }
  } catch {
    report(CANNOT)
  }
}

const CANNOT = 'No browser could be opened. Open the address above yourself.\n'
