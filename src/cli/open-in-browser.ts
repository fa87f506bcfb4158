/** Opens addresses in the user's browser. If that cannot be done it says so; that is no reason to fail. */
export async function openInBrowser(addresses: readonly string[], tell: (text: string) => void): Promise<void> {
  const { default: open } = await import('open')
  try {
    for (const address of addresses) {
      const started = await open(address)
      started.once('error', () => tell(CANNOT))
    }
  } catch {
    tell(CANNOT)
  }
}

const CANNOT = 'No browser could be opened. Open the address above yourself.\n'
