/** Configures Mermaid once its script has run in the page. Runs in the page and closes over nothing. */
export function setUpMermaid(configuration: object): void {
  const { mermaid } = globalThis as unknown as { readonly mermaid: { initialize(configuration: object): void } }
  mermaid.initialize(configuration)
}
