// The command-line flags that the browser is launched with.

export type Sandbox = 'on' | 'off'

export interface FlagOptions {
  /** The folder for the new profile. */
  readonly profile: string
  readonly sandbox: Sandbox
}

/** Lists the flags for a browser that draws pages the same way on every machine and cannot reach any network. */
export function browserFlags({ profile, sandbox }: FlagOptions): readonly string[] {
  return [
    ...AUTOMATION_FLAGS,
    `--user-data-dir=${profile}`,
    // Pages are opened when they are needed; an initial window would delay the start of Chrome by half a second.
    '--no-startup-window',
    ...REPRODUCIBLE_RENDERING_FLAGS,
    ...NO_NETWORK_FLAGS,
    ...(sandbox === 'off' ? ['--no-sandbox'] : []),
    '--remote-debugging-pipe',
  ]
}

/** The flags with which Puppeteer starts a browser that it controls, and flags that keep the browser quiet. */
const AUTOMATION_FLAGS = [
  '--headless=new',
  '--enable-automation',
  '--allow-pre-commit-input',
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-extensions-with-background-pages',
  '--disable-crash-reporter',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-hang-monitor',
  '--disable-infobars',
  '--disable-ipc-flooding-protection',
  '--disable-popup-blocking',
  '--disable-prompt-on-repost',
  '--disable-renderer-backgrounding',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--export-tagged-pdf',
  '--generate-pdf-document-outline',
  '--hide-scrollbars',
  '--metrics-recording-only',
  '--mute-audio',
  '--no-first-run',
  '--password-store=basic',
  '--use-mock-keychain',
  '--disable-features=Translate,AcceptCHFrame,MediaRouter,OptimizationHints,WebUIReloadButton,ProcessPerSiteUpToMainFrameThreshold,IsolateSandboxedIframes',
  '--enable-features=PdfOopif',
] as const

/** Flags that make a page look the same on every machine. */
const REPRODUCIBLE_RENDERING_FLAGS = [
  '--disable-gpu',
  '--disable-lcd-text',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--lang=en-US',
] as const

/**
 * Flags that cut the browser off from every network, including loopback: no name is resolved, and all traffic goes to a
 * proxy that does not exist. This also stops traffic that cannot be stopped by blocking a page's requests: prefetching,
 * web sockets, workers, new windows.
 */
const NO_NETWORK_FLAGS = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--block-new-web-contents',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--no-default-browser-check',
  '--no-pings',
] as const
